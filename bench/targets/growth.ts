import { synth } from '../contender';
import { median, ratio, rounds, seconds } from '../measure';
import type { Measurement, Settings, Target } from '../target';

/** Ten times the services: time and memory. */
export const growth: Measurement = {
  name: 'growth',
  measure({ services, rounds: count }: Settings): Target[] {
    const [large = [], small = []] = rounds([synth(services * 10, '--no-check'), synth(services, '--no-check')], Math.min(count, 3));
    const what = `\`synth --no-check\`, ${services * 10} services`;
    const peak = median(large.map(({ mebibytes }) => mebibytes));
    return [
      {
        issue: 3,
        what,
        ours: seconds(large),
        beside: `${services} services`,
        theirs: seconds(small),
        measured: ratio(large, small),
        atMost: 11,
        unit: 'times',
      },
      { issue: 3, what: `${what}: peak memory`, ours: peak, measured: peak, atMost: 1024, unit: 'MiB' },
    ];
  },
};

import { kosko, script, synth } from '../contender';
import { type Run, ratio, rounds, seconds } from '../measure';
import type { Measurement, Settings, Target } from '../target';

/** Plain YAML, without checks, beside those who make the same objects. */
export const plainYaml: Measurement = {
  name: 'plain YAML',
  measure({ services, rounds: count }: Settings): Target[] {
    const [ours = [], stringify = [], notValidating = [], oneChart = []] = rounds(
      [
        synth(services, '--no-check'),
        script('JSON.stringify', 'stringify.js', services),
        kosko(services, '--validate', 'false'),
        script('stock cdk8s, one chart', 'cdk8s-one-chart.js', services),
      ],
      count,
    );
    // Stock cdk8s with a chart a service takes a quarter of a minute or more: one pair is enough.
    const [again = [], chartEach = []] = rounds(
      [synth(services, '--no-check'), script('stock cdk8s, a chart each', 'cdk8s-chart-each.js', services)],
      1,
    );
    const what = `\`synth --no-check\`, ${services * 8} objects`;
    const target = (own: readonly Run[], beside: string, theirs: readonly Run[], atMost: number): Target => ({
      issue: 3,
      what,
      ours: seconds(own),
      beside,
      theirs: seconds(theirs),
      measured: ratio(own, theirs),
      atMost,
      unit: 'times',
    });
    return [
      target(again, 'stock cdk8s, a chart a service', chartEach, 1 / 30),
      target(ours, 'stock cdk8s, one chart', oneChart, 1 / 7),
      target(ours, 'kosko, not validating', notValidating, 1),
      target(ours, 'JSON.stringify, a file an object', stringify, 1.5),
    ];
  },
};

import { script } from '../contender';
import { ratio, rounds, seconds } from '../measure';
import type { Measurement, Settings, Target } from '../target';

/** The checks of objects in memory beside what kosko needs to make and validate them there. */
export const checkMemory: Measurement = {
  name: 'check in memory',
  measure({ services, rounds: count }: Settings): Target[] {
    const [ours = [], kosko = []] = rounds(
      [script('check', 'check-memory.js', services), script('kosko', 'kosko-memory.js', services)],
      count,
    );
    return [
      {
        issue: 6,
        what: `check of ${services * 8} objects in memory`,
        ours: seconds(ours),
        beside: 'kosko, made and validated in memory',
        theirs: seconds(kosko),
        measured: ratio(ours, kosko),
        atMost: 1 / 2,
        unit: 'times',
      },
    ];
  },
};

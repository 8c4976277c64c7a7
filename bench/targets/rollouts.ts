import * as path from 'node:path';
import { script } from '../contender';
import { rounds, seconds } from '../measure';
import { ROOT } from '../scratch';
import type { Measurement, Settings, Target } from '../target';

/** The slowest of the rollouts of apps/strategies, in three scenarios each. */
export const rollouts: Measurement = {
  name: 'rollouts',
  measure({ rounds: count }: Settings): Target[] {
    const folder = path.join(ROOT, 'dist/strategies/yaml/default');
    const [runs = []] = rounds([script('rollouts', 'rollouts.js', 1, folder)], count);
    const time = seconds(runs);
    return [{ issue: 8, what: 'the slowest rollout of `apps/strategies`', ours: time, measured: time, atMost: 0.01, unit: 's' }];
  },
};

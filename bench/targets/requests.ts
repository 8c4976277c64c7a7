import { script } from '../contender';
import { rounds, seconds } from '../measure';
import type { Measurement, Settings, Target } from '../target';

/** Many requests against many services, in memory. */
export const requests: Measurement = {
  name: 'requests',
  measure({ services, rounds: count }: Settings): Target[] {
    const [runs = []] = rounds([script('requests', 'requests.js', services)], count);
    const time = seconds(runs);
    return [{ issue: 8, what: `10000 requests, ${services} services`, ours: time, measured: time, atMost: 1, unit: 's' }];
  },
};

import * as fs from 'node:fs';
import { MAIN, scratch } from '../contender';
import { type Contender, ratio, rounds, seconds } from '../measure';
import type { Measurement, Settings, Target } from '../target';

/** An app in many environments beside the same app in one. */
export const environments: Measurement = {
  name: 'environments',
  measure({ services, rounds: count }: Settings): Target[] {
    const size = Math.ceil(services / 10);
    const [many = [], one = []] = rounds([appIn(20, size), appIn(1, size)], count);
    return [
      {
        issue: 5,
        what: `\`synth --no-check\`, ${size} services in 20 environments`,
        ours: seconds(many),
        beside: 'one environment',
        theirs: seconds(one),
        measured: ratio(many, one),
        atMost: 20,
        unit: 'times',
      },
    ];
  },
};

/** A project whose environments each set the parameter of every service. */
function appIn(count: number, services: number): Contender {
  const project = `environments-${count}`;
  fs.mkdirSync(scratch(project, 'environments'), { recursive: true });
  for (let environment = 1; environment <= count; environment++) {
    const values = Array.from({ length: services }, (_, index) => `service-${index}: { weight: ${environment} }\n`);
    fs.writeFileSync(scratch(project, 'environments', `e${environment}.yaml`), values.join(''));
  }
  return {
    name: `${count} environments`,
    command: ['node', MAIN, 'synth', '--no-check', '--app', '../bench/contenders/parametric.js', '--out', '../runs/{run}/out'],
    cwd: scratch(project),
    environment: { BENCH_SERVICES: String(services) },
  };
}

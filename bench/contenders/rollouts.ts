import * as fs from 'node:fs';
import * as path from 'node:path';
import { plansOf } from '../../lib/model/plan';
import { readManifests } from '../../lib/model/read';
import { rollout } from '../../lib/simulate/rollouts/rollout';

// Every rollout of apps/strategies, good and failing: the time that counts is that of the slowest one, as the median of its repetitions.
const folder = process.argv[2] as string;
const files = fs.readdirSync(folder).map((file) => ({ file, content: fs.readFileSync(path.join(folder, file)) }));
const plans = plansOf({ all: readManifests(files).manifests });
const scenarios = [{}, { new: { successRate: 90 } }, { new: { ready: 'never' } }];

function medianSeconds(run: () => void): number {
  const times = Array.from({ length: 11 }, () => {
    const started = process.hrtime.bigint();
    run();
    return Number(process.hrtime.bigint() - started) / 1e9;
  });
  return times.sort((a, b) => a - b)[5] as number;
}

const slowest = Math.max(...plans.flatMap((plan) => scenarios.map((scenario) => medianSeconds(() => rollout(plan, undefined, scenario)))));
fs.writeFileSync(path.join(process.env.BENCH_RUN as string, 'seconds'), String(slowest));

import type { Manifest } from '../../../lib/manifest/manifest';
import { type FlaggerPlan, plansOf, type RolloutPlan } from '../../../lib/model/plan';
import type { CourseRow } from '../../../lib/simulate/rollouts/course';
import { rollout } from '../../../lib/simulate/rollouts/rollout';
import { readScenario } from '../../../lib/simulate/rollouts/scenario/read';
import type { Scenario } from '../../../lib/simulate/rollouts/scenario/scenario';
import type { Controllers } from '../harness/check';
import type { RolloutCase } from './case';
import { type FlaggerRow, playFlagger } from './play-flagger';

export function planOf({ name, objects }: RolloutCase): RolloutPlan {
  const [plan] = plansOf({ all: objects.map((object) => ({ manifest: object as Manifest, origin: {} })) });
  if (!plan) throw new Error(`${name}: no plan`);
  return plan;
}

export function scenarioOf({ name, scenario }: RolloutCase): Scenario {
  const read = readScenario(scenario);
  if (!read.scenario) throw new Error(`${name}: ${read.problems.map((problem) => `${problem.path}: ${problem.message}`).join('\n')}`);
  return read.scenario;
}

/** A canary as foretold and as the real Flagger plays it, look by look. */
export async function foretellFlagger(
  controllers: Controllers,
  one: RolloutCase,
  pace?: number,
): Promise<{ wanted: readonly FlaggerRow[]; seen: readonly FlaggerRow[] }> {
  const plan = planOf(one) as FlaggerPlan;
  const wanted = rollout(plan, undefined, one.scenario).course.map(flaggerRow);
  const seen = await playFlagger(controllers, one, plan, scenarioOf(one), wanted);
  return { wanted, seen };
}

function flaggerRow(row: CourseRow): FlaggerRow {
  const mirrored = row.routes?.includes('mirror to canary') ? ' mirrored' : '';
  return {
    phase: row.phase,
    weights: `${row.weights.primary}/${row.weights.canary}${mirrored}`,
    status: `weight ${row.canaryWeight}, failed ${row.failedChecks}, iterations ${row.iterations}`,
    replicas: `${row.replicas.primary}/${row.replicas.canary}`,
  };
}

import type { Manifest } from '../../../lib/manifest/manifest';
import { type ArgoPlan, type FlaggerPlan, plansOf, type RolloutPlan } from '../../../lib/model/plan';
import type { CourseRow } from '../../../lib/simulate/rollouts/course';
import { rollout } from '../../../lib/simulate/rollouts/rollout';
import { readScenario } from '../../../lib/simulate/rollouts/scenario/read';
import type { Scenario } from '../../../lib/simulate/rollouts/scenario/scenario';
import type { Controllers } from '../harness/check';
import { type ArgoSummary, argoSummary, podsOf } from './argo-summary';
import type { RolloutCase } from './case';
import type { FlaggerRow } from './flagger-row';
import { playArgo } from './play-argo';
import { type DeploymentRest, deploymentRest, playDeployment } from './play-deployment';
import { playFlagger } from './play-flagger';

/** What was foretold, and what the real controller did. */
export interface Foretold<T> {
  readonly wanted: T;
  readonly seen: T;
}

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
export async function foretellFlagger(controllers: Controllers, one: RolloutCase): Promise<Foretold<readonly FlaggerRow[]>> {
  const plan = planOf(one) as FlaggerPlan;
  const wanted = flaggerWanted(one);
  return { wanted, seen: await playFlagger({ controllers, name: one.name, plan, scenario: scenarioOf(one) }, one, wanted) };
}

export const flaggerWanted = (one: RolloutCase): readonly FlaggerRow[] =>
  rollout(planOf(one), undefined, one.scenario).course.map(flaggerRow);

function flaggerRow(row: CourseRow): FlaggerRow {
  return {
    phase: row.phase,
    weights: `${row.weights.primary}/${row.weights.canary}${row.routes?.includes('mirror to canary') ? ' mirrored' : ''}`,
    status: `weight ${row.canaryWeight}, failed ${row.failedChecks}, iterations ${row.iterations}`,
    replicas: `${row.replicas.primary}/${row.replicas.canary}`,
  };
}

/** A Rollout as foretold and as the real Argo Rollouts plays it. */
export async function foretellArgo(controllers: Controllers, one: RolloutCase): Promise<Foretold<ArgoSummary>> {
  const plan = planOf(one) as ArgoPlan;
  const course = rollout(plan, undefined, one.scenario);
  const wanted = argoWanted(one);
  const seconds = course.course.at(-1)?.t ?? 0;
  const scenario = scenarioOf(one);
  const standings = scenario.events.map(({ at }) => {
    const row = 't' in at ? course.course.filter((before) => before.t < at.t).at(-1) : undefined;
    return row && { phase: row.phase, index: row.index, pods: podsOf(row) };
  });
  return { wanted, seen: await playArgo({ controllers, name: one.name, plan, scenario }, one, wanted, standings, seconds) };
}

export const argoWanted = (one: RolloutCase): ArgoSummary =>
  argoSummary(planOf(one) as ArgoPlan, rollout(planOf(one), undefined, one.scenario));

/** A Deployment as foretold and as the real deployment controller moves it. */
export async function foretellDeployment(controllers: Controllers, one: RolloutCase): Promise<Foretold<DeploymentRest>> {
  const wanted = deploymentWanted(one);
  return { wanted, seen: await playDeployment(controllers, one, scenarioOf(one), wanted) };
}

export const deploymentWanted = (one: RolloutCase): DeploymentRest => deploymentRest(rollout(planOf(one), undefined, one.scenario));

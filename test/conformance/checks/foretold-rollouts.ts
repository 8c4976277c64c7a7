import { isDeepStrictEqual } from 'node:util';
import { type Check, type Context, type Controllers, equal, refused } from '../harness/check';
import { replaced, unlike } from '../harness/faults';
import { inParallel } from '../harness/process';
import { ARGO } from '../rollouts/argo-cases';
import type { RolloutCase } from '../rollouts/case';
import { DEPLOYMENTS } from '../rollouts/deployment-cases';
import { FLAGGER } from '../rollouts/flagger-cases';
import {
  argoWanted,
  deploymentWanted,
  type Foretold,
  flaggerWanted,
  foretellArgo,
  foretellDeployment,
  foretellFlagger,
} from '../rollouts/foretell';

type Foretell = (controllers: Controllers, one: RolloutCase) => Promise<Foretold<unknown>>;

interface Fault {
  /** The case whose course a set that differs from it in one value does not have. */
  readonly of: string;
  readonly from: string;
  readonly to: string;
  wanted(one: RolloutCase): unknown;
}

const FAULTS: readonly Fault[] = [
  { of: 'f-steps', from: '"stepWeight":20', to: '"stepWeight":35', wanted: flaggerWanted },
  { of: 'f-bad', from: '"threshold":2', to: '"threshold":3', wanted: flaggerWanted },
  { of: 'a-replicas', from: '"setWeight":25', to: '"setWeight":75', wanted: argoWanted },
  { of: 'd-never', from: '"replicas":4', to: '"replicas":5', wanted: deploymentWanted },
];

/** Plays a case, and once more where the machine was too slow for its moments. */
async function hold(context: Context, controllers: Controllers, one: RolloutCase, foretell: Foretell): Promise<void> {
  let { wanted, seen } = await foretell(controllers, one);
  if (!isDeepStrictEqual(seen, wanted)) ({ wanted, seen } = await foretell(controllers, renamed(one, `${one.name}-again`)));
  equal(context, `${one.name}: as foretold`, seen, wanted);
  for (const { of, from, to, wanted: foretold } of FAULTS.filter((fault) => fault.of === one.name)) {
    const other = foretold({ ...one, objects: replaced(one.objects, from, to) });
    refused(context, `${of} with ${to} in place of ${from}`, unlike(other, seen), /promised/);
  }
}

/** The same case in another namespace. */
function renamed(one: RolloutCase, name: string): RolloutCase {
  const objects = one.objects.map((object) => ({ ...object, metadata: { ...object.metadata, namespace: name } }));
  return { ...one, name, objects };
}

export const check: Check = {
  name: 'foretold-rollouts',
  title: 'Flagger, Argo Rollouts and the deployment controller do what was foretold: weights, phases, failed checks, pods and ends',
  needs: ['cluster'],
  async run(context) {
    const controllers = await context.controllers();
    const all = (cases: readonly RolloutCase[], at: number, foretell: Foretell) =>
      inParallel(cases, at, (one) => hold(context, controllers, one, foretell));
    // Flagger handles some ten changes a second.
    await Promise.all([all(FLAGGER, 3, foretellFlagger), all(ARGO, 6, foretellArgo), all(DEPLOYMENTS, 2, foretellDeployment)]);
  },
};

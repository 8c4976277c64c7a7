import { isDeepStrictEqual } from 'node:util';
import { type Check, type Context, type Controllers, equal } from '../harness/check';
import { inParallel } from '../harness/process';
import { ARGO } from '../rollouts/argo-cases';
import type { RolloutCase } from '../rollouts/case';
import { DEPLOYMENTS } from '../rollouts/deployment-cases';
import { FLAGGER } from '../rollouts/flagger-cases';
import { type Foretold, foretellArgo, foretellDeployment, foretellFlagger } from '../rollouts/foretell';

type Foretell = (controllers: Controllers, one: RolloutCase) => Promise<Foretold<unknown>>;

/** Plays a case, and once more where the machine was too slow for its moments. */
async function hold(context: Context, controllers: Controllers, one: RolloutCase, foretell: Foretell): Promise<void> {
  let { wanted, seen } = await foretell(controllers, one);
  if (!isDeepStrictEqual(seen, wanted)) ({ wanted, seen } = await foretell(controllers, renamed(one, `${one.name}-again`)));
  equal(context, `${one.name}: as foretold`, seen, wanted);
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

import { type Check, type Context, type Controllers, equal, refused } from '../harness/check';
import { replaced, unlike } from '../harness/faults';
import type { KubeObject } from '../harness/kube';
import { foretoldCourse } from '../harness/library';
import { wait } from '../harness/process';
import { pausedAt, promote, type Rollout, rolloutPath } from '../harness/rollouts';
import { play } from '../harness/scenario';
import { versions } from '../harness/versions';
import { released, type Strategy } from '../sets/strategies';

const HEALTHY = ['Rollout web: Healthy'];
const verified = (context: Context, strategy: Strategy, results: readonly boolean[]) =>
  context.verified({
    strategy,
    program: 'argo-rollouts',
    version: versions.argoRollouts,
    shown: 'first to second version',
    passed: results.every(Boolean),
  });

/** By the weights of a VirtualService. */
async function byWeights(context: Context, controllers: Controllers, strategy: Strategy): Promise<void> {
  const objects = released(strategy, 'v1');
  const weights = ['100/0', '80/20', '50/50', '0/100', '100/0'];
  const { first, second, states } = await play(controllers, { name: strategy, objects, second: released(strategy, 'v2') });
  verified(context, strategy, [
    equal(context, `${strategy}: ends`, [first, second], [HEALTHY, HEALTHY]),
    equal(context, `${strategy}: weights`, states('VirtualService web'), weights),
    equal(context, `${strategy}: foretold`, foretoldCourse(objects, {}), { weights, end: 'promoted' }),
  ]);
}

/** Another weight than the one foretold. */
async function byOtherWeights(context: Context, controllers: Controllers): Promise<void> {
  const [objects, second] = [released('argo-hosts', 'v1'), released('argo-hosts', 'v2')].map((set) =>
    replaced(set, '"setWeight":50', '"setWeight":60'),
  ) as [KubeObject[], KubeObject[]];
  const { states } = await play(controllers, { name: 'argo-other-weights', objects, second });
  const { weights } = foretoldCourse(released('argo-hosts', 'v1'), {});
  refused(context, 'a step to 60 % in place of 50 %', unlike(weights, states('VirtualService web')), /seen .*"40\/60"/);
}

/** Without traffic routing: the number of pods is the weight. */
async function byReplicas(context: Context, controllers: Controllers): Promise<void> {
  const strategy = 'argo-replicas';
  const counts: string[] = [];
  const during: Parameters<typeof play>[1]['during'] = async ({ kube }) => {
    for (const step of [1, 3]) {
      const { status } = await kube.until<Rollout>(rolloutPath(strategy, 'web'), pausedAt(step), 60);
      const { updatedReplicas: updated = 0, replicas = 0 } = status ?? {};
      counts.push(`${(100 * (replicas - updated)) / replicas}/${(100 * updated) / replicas}`);
      await kube.until<Rollout>(rolloutPath(strategy, 'web'), (rollout) => !pausedAt(step)(rollout), 60);
    }
  };
  const objects = released(strategy, 'v1', 4);
  const { second } = await play(controllers, { name: strategy, objects, second: released(strategy, 'v2', 4), during });
  verified(context, strategy, [
    equal(context, `${strategy}: end`, second, HEALTHY),
    equal(context, `${strategy}: share of the pods at each pause`, counts, ['75/25', '50/50']),
    equal(context, `${strategy}: foretold`, foretoldCourse(objects, {}).weights.slice(0, 3), ['100/0', ...counts]),
  ]);
}

/** Testers by a header, and copies of requests, before the new version gets a share. */
async function byManagedRoutes(context: Context, controllers: Controllers): Promise<void> {
  const strategy = 'argo-managed-routes';
  const during: Parameters<typeof play>[1]['during'] = async (cluster, namespace) => {
    await cluster.kube.until<Rollout>(rolloutPath(namespace, 'web'), pausedAt(3), 60);
    await wait(300);
    await promote(cluster, namespace, 'web');
  };
  const { second, states } = await play(controllers, {
    name: strategy,
    objects: released(strategy, 'v1'),
    second: released(strategy, 'v2'),
    during,
  });
  const seen = states('VirtualService web');
  const sees = (what: string, state: string) =>
    context.expect(`${strategy}: ${what}`, seen.includes(state), `${state} is not among ${seen.join(', ')}`);
  verified(context, strategy, [
    equal(context, `${strategy}: end`, second, HEALTHY),
    sees('testers first', '100 100/0'),
    sees('then copies as well', '100 100/- 100/0'),
    sees('then a share for all', '100 50/50'),
    equal(context, `${strategy}: at the end`, seen.at(-1), '100/0'),
  ]);
}

export const check: Check = {
  name: 'released-argo-canary',
  title: 'Argo Rollouts takes canaries from the first version to the second, by replicas, hosts, subsets, header and mirror, as foretold',
  needs: ['cluster'],
  async run(context) {
    const controllers = await context.controllers();
    await Promise.all([
      byWeights(context, controllers, 'argo-hosts'),
      byWeights(context, controllers, 'argo-subsets'),
      byReplicas(context, controllers),
      byManagedRoutes(context, controllers),
      byOtherWeights(context, controllers),
    ]);
  },
};

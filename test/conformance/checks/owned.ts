import { type Check, type Context, type Controllers, equal, none, refused } from '../harness/check';
import type { Cluster } from '../harness/cluster';
import { label } from '../harness/dry-run';
import { advance, inPhase } from '../harness/flagger';
import type { KubeObject } from '../harness/kube';
import { wait } from '../harness/process';
import { kubectlApply } from '../harness/release';
import { pausedAt, promote, type Rollout, rolloutPath } from '../harness/rollouts';
import { placed, play } from '../harness/scenario';
import { versions } from '../harness/versions';
import { released, type Strategy } from '../sets/strategies';

const VIRTUAL_SERVICE = '/apis/networking.istio.io/v1/namespaces/NS/virtualservices/web';

/** What controllers have made of a namespace, apart from what changes by itself: weights, selectors, subsets and replicas. */
async function owned({ kube }: Cluster, namespace: string): Promise<Record<string, unknown>> {
  const collections = {
    VirtualService: 'networking.istio.io/v1',
    DestinationRule: 'networking.istio.io/v1',
    Deployment: 'apps/v1',
    Service: 'v1',
  };
  const seen: Record<string, unknown> = {};
  for (const [kind, apiVersion] of Object.entries(collections)) {
    const base = apiVersion.includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
    for (const object of await kube.list(`${base}/namespaces/${namespace}/${kind.toLowerCase()}s`)) {
      const { http, subsets, selector, replicas } = (object.spec ?? {}) as Record<string, unknown>;
      seen[label({ ...object, kind })] = { http, subsets, selector, replicas };
    }
  }
  return seen;
}

/** Applies the emitted set again, as `kubectl apply` does, and lets the controllers answer. Says what is not as before. */
async function again(controllers: Controllers, namespace: string, objects: readonly KubeObject[]): Promise<string[]> {
  const before = await owned(controllers.cluster, namespace);
  await kubectlApply(controllers.cluster, placed(objects, namespace, controllers));
  await wait(2000);
  const after = await owned(controllers.cluster, namespace);
  return Object.keys({ ...before, ...after })
    .filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
    .map((name) => `${name}: was ${JSON.stringify(before[name])}, is ${JSON.stringify(after[name])}`);
}

/** Server-side apply without force of what a controller owns by now: refused, so that a careful tool cannot fight. */
async function conflict({ kube }: Cluster, objects: readonly KubeObject[], kind: string): Promise<string> {
  const object = objects.find((one) => one.kind === kind);
  if (!object) return `there is no ${kind}`;
  const manager = kind === 'VirtualService' ? 'a-careful-tool' : 'another';
  return kube.apply(object, { manager, force: false }).then(
    () => 'accepted',
    (error: Error) => error.message,
  );
}

async function argo(context: Context, controllers: Controllers, strategy: Strategy): Promise<void> {
  const [objects, second] = [released(strategy, 'v1'), released(strategy, 'v2')];
  let changed: string[] = [];
  let refusal = '';
  let managers: string[] = [];
  const during: Parameters<typeof play>[1]['during'] = async (cluster, namespace) => {
    await cluster.kube.until<Rollout>(rolloutPath(namespace, 'web'), pausedAt(1), 60);
    await wait(500);
    changed = await again(controllers, namespace, second);
    refusal = await conflict(cluster, placed(second, namespace, controllers), 'VirtualService');
    const { metadata } = await cluster.kube.get(VIRTUAL_SERVICE.replace('NS', namespace));
    managers = (metadata.managedFields ?? []).filter((one) => JSON.stringify(one.fieldsV1).includes('f:http')).map((one) => one.manager);
    await promote(cluster, namespace, 'web');
  };
  const name = `owned-${strategy}`;
  const played = await play(controllers, { name, objects, second, during });
  const results = [
    none(context, `${strategy}: applied again in the middle of the release`, changed),
    context.expect(
      `${strategy}: a server-side apply without force is refused`,
      /conflict with "rollouts-controller"/.test(refusal),
      refusal,
    ),
    context.expect(`${strategy}: the controller owns the routes`, managers.includes('rollouts-controller'), managers.join()),
    equal(context, `${strategy}: the release goes on to its end`, played.second, ['Rollout web: Healthy']),
    none(context, `${strategy}: applied again after the release`, await again(controllers, name, second)),
  ];
  context.verified({
    strategy,
    program: 'argo-rollouts',
    version: versions.argoRollouts,
    shown: 'applied again during and after a release',
    passed: results.every(Boolean),
  });
}

async function flagger(context: Context, controllers: Controllers): Promise<void> {
  const [strategy, name]: [Strategy, string] = ['flagger-gates', 'owned-flagger'];
  const [objects, second] = [released(strategy, 'v1'), released(strategy, 'v2')];
  const ours = objects.map((object) => object.kind).filter((kind) => /^(Service|VirtualService|DestinationRule)$/.test(kind));
  const target = objects.find((object) => object.kind === 'Deployment')?.spec as { replicas?: number } | undefined;
  let [open, changed]: [boolean, string[]] = [false, []];
  const during: Parameters<typeof play>[1]['during'] = async (cluster, namespace) => {
    await advance(cluster, namespace, 'web', inPhase('WaitingPromotion'));
    await wait(1500);
    changed = await again(controllers, namespace, second);
    open = true;
  };
  const played = await play(controllers, {
    name,
    objects,
    second,
    measure: () => 100,
    webhooks: { end: () => (open ? 200 : 403) },
    during,
  });
  const results = [
    equal(context, `${strategy}: nothing that Flagger makes is emitted`, ours, []),
    equal(context, `${strategy}: the number of pods is left to Flagger`, target?.replicas, undefined),
    none(context, `${strategy}: applied again in the middle of the release`, changed),
    equal(context, `${strategy}: the release goes on to its end`, played.second, ['Canary web: Succeeded']),
    equal(context, `${strategy}: weights`, played.states('VirtualService web'), ['100/0', '50/50', '100/0']),
    none(context, `${strategy}: applied again after the release`, await again(controllers, name, second)),
  ];
  const scaled = second.map((object) =>
    object.kind === 'Deployment' ? { ...object, spec: { ...(object.spec as object), replicas: 5 } } : object,
  );
  const fights = await again(controllers, name, scaled);
  refused(context, 'a set that states how many pods the target of Flagger has', fights, /^Deployment .*"replicas":5/);
  context.verified({
    strategy,
    program: 'flagger',
    version: versions.flagger,
    shown: 'applied again during and after a release',
    passed: results.every(Boolean),
  });
}

export const check: Check = {
  name: 'owned',
  title: 'applying the emitted set again, during and after a release, takes nothing from the controllers',
  needs: ['cluster'],
  async run(context) {
    const controllers = await context.controllers();
    await Promise.all([
      argo(context, controllers, 'argo-paused'),
      argo(context, controllers, 'argo-subsets-paused'),
      flagger(context, controllers),
    ]);
  },
};

import { type Check, type Context, type Controllers, equal, refused } from '../harness/check';
import type { Deployment } from '../harness/course';
import { replaced, unlike } from '../harness/faults';
import type { KubeObject } from '../harness/kube';
import { foretoldCourse } from '../harness/library';
import { wait } from '../harness/process';
import { play } from '../harness/scenario';
import { versions } from '../harness/versions';
import { released, type Strategy } from '../sets/strategies';

/** Pods that never become ready: the annotation tells the stand-in for the kubelet. */
const neverReady = (objects: readonly KubeObject[]) =>
  objects.map((object) => {
    if (object.kind !== 'Deployment') return object;
    const { spec } = structuredClone(object) as unknown as Deployment;
    spec.template.metadata.annotations = { 'fake/ready': 'false' };
    return { ...object, spec };
  });

const row = (strategy: Strategy, shown: string, results: readonly boolean[]) => ({
  strategy,
  program: 'kube-controller-manager',
  version: versions.kubernetes,
  shown,
  passed: results.every(Boolean),
});

/** The fewest and the most pods that were there, and the fewest that were available, during the change: `2 to 3 pods, 2 available`. */
function bounds(states: readonly string[]): string {
  const numbers = states.map((state) => (state.match(/\d+/g) ?? []).map(Number));
  const all = numbers.map(([replicas = 0]) => replicas);
  return `${Math.min(...all)} to ${Math.max(...all)} pods, ${Math.min(...numbers.map(([, , available = 0]) => available))} available`;
}

async function promoted(context: Context, controllers: Controllers, strategy: Strategy, expected: string): Promise<void> {
  const objects = released(strategy, 'v1');
  const { second, states } = await play(controllers, { name: strategy, objects, second: released(strategy, 'v2') });
  const seen = states('Deployment web');
  const results = [
    equal(context, `${strategy}: end`, second, ['Deployment web: available']),
    equal(context, `${strategy}: pods meanwhile`, bounds(seen), expected),
    equal(context, `${strategy}: foretold`, foretoldCourse(objects, {}).end, 'promoted'),
  ];
  context.verified(row(strategy, 'first to second version', results));
}

/** The pods that were promised to stay are taken down first. */
async function withGap(context: Context, controllers: Controllers, promised: string): Promise<void> {
  const [objects, second] = [released('rolling-update', 'v1'), released('rolling-update', 'v2')].map((set) =>
    replaced(set, '"maxSurge":1,"maxUnavailable":0', '"maxSurge":0,"maxUnavailable":1'),
  );
  if (!objects) return;
  const { states } = await play(controllers, { name: 'rolling-update-gap', objects, second });
  refused(
    context,
    'maxSurge and maxUnavailable exchanged',
    unlike(promised, bounds(states('Deployment web'))),
    /seen "1 to 2 pods|, 1 available"/,
  );
}

async function stuck(context: Context, controllers: Controllers, strategy: Strategy, available: number): Promise<void> {
  const objects = released(strategy, 'v1');
  let kept: number | undefined;
  const during: Parameters<typeof play>[1]['during'] = async ({ kube }, namespace) => {
    const path = `/apis/apps/v1/namespaces/${namespace}/deployments/web`;
    const begun = ({ metadata, status }: Deployment) =>
      status?.observedGeneration === metadata.generation && (status?.updatedReplicas ?? 0) > 0;
    await kube.until<Deployment>(path, begun, 30);
    await wait(2000);
    kept = (await kube.get<Deployment>(path)).status?.availableReplicas ?? 0;
  };
  const { second } = await play(controllers, {
    name: `${strategy}-stuck`,
    objects,
    second: neverReady(released(strategy, 'v2')),
    during,
    seconds: 5,
  });
  const results = [
    equal(context, `${strategy}, never ready: end`, second, ['Deployment web: not available']),
    equal(context, `${strategy}, never ready: old pods that still answer`, kept, available),
    equal(context, `${strategy}, never ready: foretold`, foretoldCourse(objects, { new: { ready: 'never' } }).end, 'stuck'),
  ];
  context.verified(row(strategy, 'pods that never become ready', results));
}

export const check: Check = {
  name: 'released-deployment',
  title: 'the deployment controller updates and recreates pods with the gap that was stated, and stops at pods that never become ready',
  needs: ['cluster'],
  async run(context) {
    const controllers = await context.controllers();
    await Promise.all([
      promoted(context, controllers, 'rolling-update', '2 to 3 pods, 2 available'),
      withGap(context, controllers, '2 to 3 pods, 2 available'),
      promoted(context, controllers, 'recreate', '0 to 2 pods, 0 available'),
      stuck(context, controllers, 'rolling-update', 2),
      stuck(context, controllers, 'recreate', 0),
    ]);
  },
};

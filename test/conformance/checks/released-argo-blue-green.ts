import { type Check, type Controllers, equal, none, refused } from '../harness/check';
import { replaced, unlike } from '../harness/faults';
import type { KubeObject } from '../harness/kube';
import { promote, type Rollout, rolloutPath } from '../harness/rollouts';
import { play } from '../harness/scenario';
import { versions } from '../harness/versions';
import { released } from '../sets/strategies';

interface Selecting extends KubeObject {
  spec: { selector: Record<string, string> };
}
const NAME = 'argo-blue-green';

/** How the release ends while nobody promotes it. */
async function unattended(controllers: Controllers, name: string, change: (set: KubeObject[]) => KubeObject[]): Promise<readonly string[]> {
  const [objects, next] = [change(released(NAME, 'v1')), change(released(NAME, 'v2'))];
  return (await play(controllers, { name, objects, second: next, seconds: 10 })).second;
}

export const check: Check = {
  name: 'released-argo-blue-green',
  title: 'Argo Rollouts shows the new version behind the preview Service, and moves the active one when it is promoted',
  needs: ['cluster'],
  async run(context) {
    const controllers = await context.controllers();
    const { kube } = controllers.cluster;
    const hash = async (service: string) =>
      (await kube.get<Selecting>(`/api/v1/namespaces/${NAME}/services/${service}`)).spec.selector['rollouts-pod-template-hash'];
    const hashes: (string | undefined)[] = [];
    const during = async () => {
      const path = rolloutPath(NAME, 'web');
      await kube.until<Rollout>(path, ({ status }) => status?.pauseConditions?.[0]?.reason === 'BlueGreenPause', 60);
      hashes.push(await hash('web'), await hash('web-preview'));
      await promote(controllers.cluster, NAME, 'web');
    };
    const hasty = (set: KubeObject[]) => replaced(set, '"autoPromotionEnabled":false', '"autoPromotionEnabled":true');
    const [{ second }, waits, goes] = await Promise.all([
      play(controllers, { name: NAME, objects: released(NAME, 'v1'), second: released(NAME, 'v2'), during }),
      unattended(controllers, `${NAME}-waits`, (set) => set),
      unattended(controllers, `${NAME}-hasty`, hasty),
    ]);
    const WAITING = ['Rollout web: Paused (BlueGreenPause)'];
    none(context, 'waits while nobody promotes it', unlike(WAITING, waits));
    refused(context, 'a Rollout that promotes itself', unlike(WAITING, goes), /seen \["Rollout web: Healthy/);
    const end = equal(context, 'end', second, ['Rollout web: Healthy']);
    const [active, preview] = hashes;
    const apart = context.expect(
      'while it waits, active and preview select different versions',
      Boolean(active && preview && active !== preview),
      hashes.join(),
    );
    const moved = equal(context, 'after the promotion the active Service selects what was the preview', await hash('web'), preview);
    const passed = end && apart && moved;
    context.verified({
      strategy: NAME,
      program: 'argo-rollouts',
      version: versions.argoRollouts,
      shown: 'first to second version',
      passed,
    });
  },
};

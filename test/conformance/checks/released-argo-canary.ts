import { type Check, equal } from '../harness/check';
import { wait } from '../harness/process';
import { pausedAt, promote, type Rollout, rolloutPath } from '../harness/rollouts';
import { play } from '../harness/scenario';
import { readSet } from '../harness/sets';
import { versions } from '../harness/versions';

const row = (strategy: string, passed: boolean) => ({
  strategy,
  program: 'argo-rollouts',
  version: versions.argoRollouts,
  shown: 'first to second version',
  passed,
});

export const check: Check = {
  name: 'released-argo-canary',
  title: 'Argo Rollouts takes canaries from the first version to the second: by replicas, hosts, subsets, header and mirror',
  needs: ['cluster'],
  async run(context) {
    const controllers = await context.controllers();
    const healthy = ['Rollout web: Healthy'];

    const byHosts = async () => {
      const { first, second, states } = await play(controllers, { name: 'argo-hosts', objects: readSet('argo-hosts') });
      const ends = equal(context, 'hosts: ends', [first, second], [healthy, healthy]);
      const weights = equal(context, 'hosts: weights', states('VirtualService web'), ['100/0', '80/20', '50/50', '0/100', '100/0']);
      context.verified(row('Argo Rollouts canary, Istio hosts', ends && weights));
    };

    const bySubsets = async () => {
      const { first, second, states } = await play(controllers, { name: 'argo-subsets', objects: readSet('argo-subsets') });
      const ends = equal(context, 'subsets: ends', [first, second], [healthy, healthy]);
      const weights = equal(context, 'subsets: weights', states('VirtualService web'), ['100/0', '80/20', '50/50', '0/100', '100/0']);
      context.verified(row('Argo Rollouts canary, Istio subsets', ends && weights));
    };

    const byReplicas = async () => {
      const counts: string[] = [];
      const during = async () => {
        const { cluster } = controllers;
        for (const step of [1, 3]) {
          await cluster.kube.until<Rollout>(rolloutPath('argo-replicas', 'web'), pausedAt(step), 60);
          const { status } = await cluster.kube.get<Rollout>(rolloutPath('argo-replicas', 'web'));
          counts.push(`${status?.updatedReplicas} of ${status?.replicas}`);
          await cluster.kube.until<Rollout>(rolloutPath('argo-replicas', 'web'), (rollout) => !pausedAt(step)(rollout), 60);
        }
      };
      const { second } = await play(controllers, { name: 'argo-replicas', objects: readSet('argo-replicas'), during });
      const passed = equal(context, 'replicas: new pods at each pause', counts, ['1 of 4', '2 of 4']);
      context.verified(row('Argo Rollouts canary, replicas', equal(context, 'replicas: end', second, healthy) && passed));
    };

    const byManagedRoutes = async () => {
      const during = async () => {
        await controllers.cluster.kube.until<Rollout>(rolloutPath('argo-managed', 'web'), pausedAt(3), 60);
        await wait(300);
        await promote(controllers.cluster, 'argo-managed', 'web');
      };
      const { second, states } = await play(controllers, { name: 'argo-managed', objects: readSet('argo-managed-routes'), during });
      const seen = states('VirtualService web');
      const routes = ['100 100/0', '100 100/- 100/0', '100 50/50'].map((state) =>
        context.expect(`managed routes: ${state} is seen`, seen.includes(state), seen.join(' | ')),
      );
      const last = equal(context, 'managed routes: at the end', seen.at(-1), '100/0');
      context.verified(
        row(
          'Argo Rollouts canary, header and mirror',
          equal(context, 'managed routes: end', second, healthy) && last && routes.every(Boolean),
        ),
      );
    };

    await Promise.all([byHosts(), bySubsets(), byReplicas(), byManagedRoutes()]);
  },
};

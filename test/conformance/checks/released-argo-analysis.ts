import { type Check, equal } from '../harness/check';
import { aborted, healthy, type Rollout, rolloutPath } from '../harness/rollouts';
import { nextImage, play } from '../harness/scenario';
import { readSet } from '../harness/sets';
import { versions } from '../harness/versions';

export const check: Check = {
  name: 'released-argo-analysis',
  title: 'Argo Rollouts lets a canary go on while its analysis passes, sends it back when it fails, and takes the old image back',
  needs: ['cluster'],
  async run(context) {
    const controllers = await context.controllers();
    const objects = readSet('argo-analysis');
    const row = (shown: string, passed: boolean) =>
      context.verified({
        strategy: 'Argo Rollouts canary, analysis',
        program: 'argo-rollouts',
        version: versions.argoRollouts,
        shown,
        passed,
      });

    const passes = async () => {
      const { second, states } = await play(controllers, { name: 'argo-passes', objects, measure: () => 0.99 });
      const end = equal(context, 'passes: end', second, ['Rollout web: Healthy']);
      const weights = equal(context, 'passes: weights', states('VirtualService web'), ['100/0', '80/20', '50/50', '0/100', '100/0']);
      row('first to second version', end && weights);
    };

    const fails = async () => {
      const path = rolloutPath('argo-fails', 'web');
      let message = '';
      const during = async () => {
        message = (await controllers.cluster.kube.until<Rollout>(path, aborted, 60)).status?.message ?? '';
        const image = nextImage(objects, '1').find((object) => object.kind === 'Rollout') as unknown as Rollout;
        await controllers.cluster.kube.merge(path, { spec: { template: image.spec.template } });
        await controllers.cluster.kube.until<Rollout>(path, healthy, 60);
      };
      const { second, states } = await play(controllers, { name: 'argo-fails', objects, measure: () => 0.5, during });
      const why = context.expect(
        'fails: aborted by the metric',
        /RolloutAborted.*Metric "success" assessed Failed due to failed \(1\) > failureLimit \(0\)/.test(message),
        message,
      );
      const weights = equal(context, 'fails: weights', states('VirtualService web'), ['100/0', '80/20', '100/0']);
      row('back to the first version', equal(context, 'fails: the old image again', second, ['Rollout web: Healthy']) && weights && why);
    };

    await Promise.all([passes(), fails()]);
  },
};

import { type Check, equal, refused } from '../harness/check';
import { replaced, unlike } from '../harness/faults';
import { foretoldCourse } from '../harness/library';
import { kubectlApply } from '../harness/release';
import { aborted, type Rollout, rolloutPath } from '../harness/rollouts';
import { placed, play } from '../harness/scenario';
import { versions } from '../harness/versions';
import { released } from '../sets/strategies';

export const check: Check = {
  name: 'released-argo-analysis',
  title: 'Argo Rollouts lets a canary go on while its analysis passes, sends it back when it fails, and takes the old version back',
  needs: ['cluster'],
  async run(context) {
    const controllers = await context.controllers();
    const [objects, second] = [released('argo-analysis', 'v1'), released('argo-analysis', 'v2')];
    const verified = (shown: string, results: readonly boolean[]) =>
      context.verified({
        strategy: 'argo-analysis',
        program: 'argo-rollouts',
        version: versions.argoRollouts,
        shown,
        passed: results.every(Boolean),
      });

    const passes = async () => {
      const weights = ['100/0', '80/20', '50/50', '0/100', '100/0'];
      const played = await play(controllers, { name: 'argo-passes', objects, second, measure: () => 1 });
      verified('first to second version', [
        equal(context, 'passes: end', played.second, ['Rollout web: Healthy']),
        equal(context, 'passes: weights', played.states('VirtualService web'), weights),
        equal(context, 'passes: foretold', foretoldCourse(objects, { metrics: { errors: 1 } }), { weights, end: 'promoted' }),
      ]);
    };

    const fails = async () => {
      const [name, weights] = ['argo-fails', ['100/0', '80/20', '100/0']];
      let message = '';
      const during: Parameters<typeof play>[1]['during'] = async (cluster) => {
        message = (await cluster.kube.until<Rollout>(rolloutPath(name, 'web'), aborted, 60)).status?.message ?? '';
        await kubectlApply(cluster, placed(objects, name, controllers)); // the first version again
      };
      const played = await play(controllers, { name, objects, second, measure: () => 9, during });
      verified('back to the first version', [
        context.expect('fails: aborted by the metric', /RolloutAborted.*Metric "errors" assessed Failed/.test(message), message),
        equal(context, 'fails: the old version again', played.second, ['Rollout web: Healthy']),
        equal(context, 'fails: weights', played.states('VirtualService web'), weights),
        equal(context, 'fails: foretold', foretoldCourse(objects, { metrics: { errors: 9 } }), { weights, end: 'rolledBack' }),
      ]);
    };

    const tolerates = async () => {
      const lax = (set: typeof objects) => replaced(set, /(result\[0\] *<=? *)5\b/g, '$150');
      const played = await play(controllers, { name: 'argo-tolerates', objects: lax(objects), second: lax(second), measure: () => 9 });
      const { weights } = foretoldCourse(objects, { metrics: { errors: 9 } });
      const problems = unlike(weights, played.states('VirtualService web'));
      refused(context, 'an analysis that tolerates ten times the errors', problems, /seen .*"50\/50"/);
    };

    await Promise.all([passes(), fails(), tolerates()]);
  },
};

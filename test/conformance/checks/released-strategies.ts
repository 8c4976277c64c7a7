import { strategies } from '../../../apps/strategies/all';
import { addReviews } from '../../../apps/strategies/service';
import { type Check, type Context, type Controllers, equal, refused } from '../harness/check';
import { emit } from '../harness/emit';
import { replaced, unlike } from '../harness/faults';
import type { KubeObject } from '../harness/kube';
import { inParallel } from '../harness/process';
import { play } from '../harness/scenario';
import { versions } from '../harness/versions';

interface Case {
  /** The file in apps/strategies. */
  readonly strategy: string;
  /** What every query for durations is answered with; every other one is answered with `rate`. */
  readonly duration?: number;
  readonly rate?: number;
  readonly end: string;
  /** States of the routes from v1 to v2, where there are any. */
  readonly route?: { readonly of: string; readonly states: readonly string[] };
}

const mesh = (...states: string[]) => ({ of: 'VirtualService reviews', states });
const healthy = 'Rollout reviews: Healthy';
const succeeded = 'Canary reviews: Succeeded';

const CASES: readonly Case[] = [
  { strategy: 'flagger-canary', end: succeeded, route: mesh('100/0', '80/20', '60/40', '40/60', '100/0') },
  { strategy: 'flagger-canary', rate: 80, end: 'Canary reviews: Failed', route: mesh('100/0', '80/20', '100/0') },
  { strategy: 'flagger-canary', duration: 900, end: 'Canary reviews: Failed', route: mesh('100/0', '80/20', '100/0') },
  { strategy: 'flagger-canary-steps', end: succeeded, route: mesh('100/0', '95/5', '50/50', '100/0') },
  { strategy: 'flagger-canary-affinity', end: succeeded },
  { strategy: 'flagger-ab-test', end: succeeded },
  { strategy: 'flagger-blue-green', end: succeeded, route: mesh('100/0', '0/100', '100/0') },
  { strategy: 'flagger-mirror', end: succeeded },
  { strategy: 'flagger-kubernetes', duration: 0.1, end: succeeded },
  { strategy: 'flagger-gateway-api', end: succeeded },
  { strategy: 'flagger-nginx', end: succeeded },
  { strategy: 'argo-canary', end: healthy },
  { strategy: 'argo-canary-istio', end: healthy, route: mesh('100/0', '80/20', '50/50', '0/100', '100/0') },
  { strategy: 'argo-canary-istio', rate: 80, end: 'Rollout reviews: Degraded', route: mesh('100/0', '80/20', '100/0') },
  { strategy: 'argo-canary-subsets', end: healthy, route: mesh('100/0', '80/20', '50/50', '0/100', '100/0') },
  { strategy: 'argo-canary-testers', end: healthy },
  { strategy: 'argo-ping-pong', end: healthy },
  { strategy: 'argo-experiment', end: healthy },
  { strategy: 'argo-background', end: healthy },
  { strategy: 'argo-background', rate: 80, end: 'Rollout reviews: Degraded', route: mesh('100/0', '80/20', '100/0') },
  { strategy: 'argo-blue-green', end: healthy },
  { strategy: 'argo-blue-green-checked', end: healthy },
  { strategy: 'argo-blue-green-checked', rate: 80, end: 'Rollout reviews: Degraded' },
  { strategy: 'argo-workload', end: healthy },
];

/** What the app emits while a version is the current one, with the stand-ins for Prometheus and the load tester, and without long waits. */
function emitted(strategy: string, current: string): KubeObject[] {
  const release = strategies[strategy];
  if (!release) throw new Error(`apps/strategies has no strategy ${strategy}`);
  const objects = emit(strategy, (chart) => addReviews(chart, release), { 'reviews.current': current });
  return JSON.parse(
    JSON.stringify(objects)
      .replaceAll('http://prometheus.istio-system:9090', 'http://prometheus.test')
      .replaceAll('http://flagger-loadtester.test/', 'http://webhooks.test/load')
      .replaceAll('"initialDelay":"1m"', '"initialDelay":"1s"'),
  );
}

/** Another first weight than the one that the app states. */
async function otherWeight(context: Context, controllers: Controllers): Promise<void> {
  const [strategy, promised] = ['argo-canary-istio', CASES.find((one) => one.strategy === 'argo-canary-istio')?.route?.states];
  const [objects, second] = ['v1', 'v2'].map((version) => replaced(emitted(strategy, version), '"setWeight":20', '"setWeight":30'));
  if (!objects) return;
  const { states } = await play(controllers, { name: `${strategy}-other`, objects, second, measure: () => 100 });
  refused(context, 'a step to 30 % in place of 20 %', unlike(promised, states('VirtualService reviews')), /seen .*"70\/30"/);
}

export const check: Check = {
  name: 'released-strategies',
  title: 'what apps/strategies emits goes from v1 to v2 with the real Flagger and Argo Rollouts, and back where the metrics are bad',
  needs: ['cluster'],
  async run(context) {
    const controllers = await context.controllers();
    const one = async ({ strategy, duration = 100, rate = 100, end, route }: Case, i: number) => {
      const { second, states } = await play(controllers, {
        name: `${strategy}-${i}`,
        objects: emitted(strategy, 'v1'),
        second: emitted(strategy, 'v2'),
        measure: (query) => (/bucket|_sum/.test(query) ? duration : rate),
      });
      const what = `${strategy}, ${end}`;
      const controller = second.filter((line) => /^(Canary|Rollout)/.test(line)).map((line) => line.replace(/ \(.*/, ''));
      const ended = equal(context, `${what}: end`, controller, [end]);
      const moved = !route || equal(context, `${what}: ${route.of}`, states(route.of), route.states);
      const flagger = strategy.startsWith('flagger');
      context.verified({
        strategy: `apps/strategies: ${strategy}`,
        program: flagger ? 'flagger' : 'argo-rollouts',
        version: flagger ? versions.flagger : versions.argoRollouts,
        shown: /Failed|Degraded/.test(end) ? 'back to the first version' : 'first to second version',
        passed: ended && moved,
      });
    };
    await Promise.all([inParallel(CASES, 3, one), otherWeight(context, controllers)]);
  },
};

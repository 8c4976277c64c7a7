import { Duration } from 'cdk8s';
import {
  Analysis,
  ArgoRollout,
  ArgoTraffic,
  FlaggerRelease,
  Gate,
  type IRelease,
  Match,
  Metric,
  Microservice,
  Recreate,
  RollingUpdate,
  Step,
  Webhook,
} from '../../../lib';
import { emit } from '../harness/emit';
import type { KubeObject } from '../harness/kube';

const PROMETHEUS = 'http://prometheus.test';
const WEBHOOKS = 'http://webhooks.test';
const second = Duration.seconds(1);
const steps = [Step.weight(20), Step.pause(second), Step.setWeight(50), Step.pause(second)];
const success = () => Metric.successRate({ min: 99 });
const errors = () => Metric.prometheus({ name: 'errors', query: 'sum(rate(errors_total[1m]))', max: 5 });
const flagger = { interval: Duration.seconds(10), threshold: 2 };
const measured = (...parts: Parameters<typeof Analysis.of>) => Analysis.of(...parts).withOptions({ prometheus: PROMETHEUS });

/** Every strategy that a controller carries out, as the checks release with it. */
export const STRATEGIES = {
  recreate: () => new Recreate(),
  'rolling-update': () => new RollingUpdate({ maxSurge: 1, maxUnavailable: 0 }),
  'argo-replicas': () =>
    ArgoRollout.canary({
      steps: [Step.weight(25), Step.pause(Duration.seconds(2)), Step.setWeight(50), Step.pause(Duration.seconds(2))],
    }),
  'argo-hosts': () => ArgoRollout.canary({ traffic: ArgoTraffic.istio(), steps }),
  'argo-paused': () => ArgoRollout.canary({ traffic: ArgoTraffic.istio(), steps: [Step.weight(20), Step.pause()] }),
  'argo-subsets-paused': () => ArgoRollout.canary({ traffic: ArgoTraffic.istioSubsets(), steps: [Step.weight(20), Step.pause()] }),
  'argo-subsets': () => ArgoRollout.canary({ traffic: ArgoTraffic.istioSubsets(), steps }),
  'argo-managed-routes': () =>
    ArgoRollout.canary({
      traffic: ArgoTraffic.istio(),
      steps: [
        Step.canaryScale({ weight: 50 }),
        Step.setHeaderRoute('by-header', Match.header('x-canary').exact('1')),
        Step.setMirrorRoute('mirror', { percentage: 35, matches: [Match.uri().prefix('/')] }),
        Step.pause(),
        Step.removeMirrorRoute('mirror'),
        Step.weight(50),
        Step.pause(second),
      ],
    }),
  'argo-analysis': () =>
    ArgoRollout.canary({
      traffic: ArgoTraffic.istio(),
      steps: [Step.weight(20), Step.analysis(measured(errors())), Step.setWeight(50)],
    }),
  'argo-blue-green': () => ArgoRollout.blueGreen({ autoPromotion: false, scaleDownDelay: second }),
  'flagger-canary': () => FlaggerRelease.canary({ ...flagger, stepWeight: 25, maxWeight: 50, analysis: Analysis.of(success()) }),
  'flagger-ab-test': () =>
    FlaggerRelease.abTest({
      ...flagger,
      iterations: 2,
      matches: [Match.header('x-canary').exact('insider'), Match.cookie('canary').exact('always')],
      analysis: Analysis.of(success()),
    }),
  'flagger-blue-green': () => FlaggerRelease.blueGreen({ ...flagger, iterations: 2, analysis: Analysis.of(success()) }),
  'flagger-gates': () =>
    FlaggerRelease.canary({
      ...flagger,
      stepWeight: 50,
      maxWeight: 50,
      analysis: Analysis.of(
        success(),
        Gate.confirmRollout({ url: `${WEBHOOKS}/begin` }),
        Webhook.preRollout({ url: `${WEBHOOKS}/smoke` }),
        Gate.confirmPromotion({ url: `${WEBHOOKS}/end` }),
      ),
    }),
  'flagger-template': () => FlaggerRelease.canary({ ...flagger, stepWeight: 25, maxWeight: 50, analysis: measured(success(), errors()) }),
} satisfies Record<string, () => IRelease>;

export type Strategy = keyof typeof STRATEGIES;

/** What the library emits for a service `web` of two versions under a strategy; `current` says which is the current one. */
export function released(strategy: Strategy, current: 'v1' | 'v2', replicas = 2): KubeObject[] {
  const build = (chart: Parameters<Parameters<typeof emit>[1]>[0]) => {
    const service = new Microservice(chart, 'web', { port: 80, containerPort: 8080, defaults: { replicas } });
    for (const version of ['v1', 'v2']) service.addVersion(version, { image: `web:${version}` });
    service.release(STRATEGIES[strategy]());
  };
  return emit('web', build, { 'web.current': current });
}

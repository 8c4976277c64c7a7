import type { KubeObject } from '../harness/kube';
import { podTemplate, type RolloutCase } from './case';

interface More {
  readonly spec?: object;
  readonly routing?: object;
  readonly metrics?: readonly object[];
  readonly steered?: boolean;
}

function set(
  name: string,
  strategy: object,
  scenario: object,
  { spec, metrics, steered }: More,
  others: readonly KubeObject[],
): RolloutCase {
  const rollout: KubeObject = {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Rollout',
    metadata: { name: 'web', namespace: name },
    spec: { replicas: 4, selector: { matchLabels: { app: 'web' } }, template: podTemplate('web', steered), strategy, ...spec },
  };
  const template: KubeObject = {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'AnalysisTemplate',
    metadata: { name: 'check', namespace: name },
    spec: { metrics },
  };
  return { name, steered, scenario, objects: [...others, ...(metrics ? [template] : []), rollout] };
}

const service = (namespace: string, name: string): KubeObject => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name, namespace },
  spec: { selector: { app: 'web' }, ports: [{ name: 'http', port: 80, targetPort: 8080 }] },
});

const basic = (name: string, canary: object, scenario: object = {}, more: More = {}) => set(name, { canary }, scenario, more, []);

function routed(name: string, canary: object, scenario: object = {}, more: More = {}): RolloutCase {
  const route = ['web-stable', 'web-canary'].map((host, i) => ({ destination: { host }, weight: i === 0 ? 100 : 0 }));
  const virtualService: KubeObject = {
    apiVersion: 'networking.istio.io/v1',
    kind: 'VirtualService',
    metadata: { name: 'web', namespace: name },
    spec: { hosts: ['web'], http: [{ name: 'primary', route }] },
  };
  const trafficRouting = { istio: { virtualService: { name: 'web', routes: ['primary'] } }, ...more.routing };
  const services = [service(name, 'web-stable'), service(name, 'web-canary'), virtualService];
  const delays = 'dynamicStableScale' in canary ? {} : { scaleDownDelaySeconds: 2 };
  return set(
    name,
    {
      canary: {
        stableService: 'web-stable',
        canaryService: 'web-canary',
        trafficRouting,
        abortScaleDownDelaySeconds: 2,
        ...delays,
        ...canary,
      },
    },
    scenario,
    more,
    services,
  );
}

const blueGreen = (name: string, strategy: object, scenario: object = {}, more: More = {}) =>
  set(
    name,
    {
      blueGreen: {
        activeService: 'active',
        previewService: 'preview',
        scaleDownDelaySeconds: 2,
        abortScaleDownDelaySeconds: 2,
        ...strategy,
      },
    },
    scenario,
    more,
    [service(name, 'active'), service(name, 'preview')],
  );

const metric = (more: object = {}) => ({
  name: 'success',
  interval: '1s',
  count: 3,
  successCondition: 'result[0] >= 0.95',
  provider: { prometheus: { address: 'http://prometheus.test', query: 'success' } },
  ...more,
});
const both = { failureCondition: 'result[0] < 0.5' };
const inline = [{ setWeight: 20 }, { analysis: { templates: [{ templateName: 'check' }] } }, { setWeight: 50 }];
const analysed = (name: string, more: object, value: unknown, events: object[] = []) =>
  routed(name, { steps: inline }, { metrics: { success: value }, events }, { metrics: [metric(more)] });
const background = (name: string, value: unknown) =>
  routed(
    name,
    {
      steps: [{ setWeight: 20 }, { pause: { duration: '6s' } }, { setWeight: 50 }, { pause: {} }],
      analysis: { templates: [{ templateName: 'check' }] },
    },
    { metrics: { success: value } },
    { metrics: [metric({ ...both, count: undefined, interval: '1s' })] },
  );
const at = (t: number, action: string, more: object = {}) => ({ at: { t }, do: action, ...more });
const paused = [{ setWeight: 25 }, { pause: {} }, { setWeight: 75 }];
const header = { setHeaderRoute: { name: 'by-header', match: [{ headerName: 'x-canary', headerValue: { exact: '1' } }] } };
const pre = { prePromotionAnalysis: { templates: [{ templateName: 'check' }] } };
const post = { postPromotionAnalysis: { templates: [{ templateName: 'check' }] } };

export const ARGO: readonly RolloutCase[] = [
  basic('a-replicas', { steps: [{ setWeight: 25 }, { pause: { duration: '2s' } }, { setWeight: 50 }] }),
  basic('a-surge', { steps: [{ setWeight: 50 }, { pause: {} }] }, {}, { spec: { replicas: 5 } }),
  basic(
    'a-never',
    { steps: [{ setWeight: 50 }, { pause: {} }] },
    { new: { ready: 'never' } },
    { steered: true, spec: { progressDeadlineSeconds: 5 } },
  ),
  basic('a-third', { steps: [{ setWeight: 50 }, { pause: {} }] }, { events: [at(5, 'release')] }),
  basic('a-restore', { steps: [{ setWeight: 50 }, { pause: {} }] }, { events: [at(5, 'restore')] }),
  basic('a-rescale', { steps: [{ setWeight: 25 }, { pause: {} }] }, { events: [at(5, 'scale', { replicas: 8 })] }),
  basic('a-abort-replicas', { steps: [{ setWeight: 50 }, { pause: {} }] }, { events: [at(5, 'abort')] }),
  routed('a-hosts', { steps: [{ setWeight: 20 }, { pause: { duration: '2s' } }, { setWeight: 50 }, { pause: { duration: 3 } }] }),
  routed('a-down-up', { steps: [{ setWeight: 50 }, { setWeight: 20 }, { pause: { duration: 3 } }, { setWeight: 100 }] }),
  routed('a-no-steps', { steps: [] }),
  routed('a-scale', {
    steps: [
      { setCanaryScale: { replicas: 2 } },
      { setWeight: 75 },
      { pause: { duration: 3 } },
      { setCanaryScale: { matchTrafficWeight: true } },
      { pause: { duration: 3 } },
    ],
  }),
  routed('a-dynamic', {
    steps: [{ setWeight: 25 }, { pause: { duration: 3 } }, { setWeight: 75 }, { pause: { duration: 3 } }],
    dynamicStableScale: true,
  }),
  routed('a-dynamic-abort', { steps: [{ setWeight: 50 }, { pause: {} }], dynamicStableScale: true }, { events: [at(6, 'abort')] }),
  routed('a-dynamic-restore', { steps: [{ setWeight: 50 }, { pause: {} }], dynamicStableScale: true }, { events: [at(6, 'restore')] }),
  routed('a-experiment', {
    steps: [
      { experiment: { duration: '3s', scaleDownDelaySeconds: 1, templates: [{ name: 'canary', specRef: 'canary' }] } },
      { setWeight: 50 },
      { pause: {} },
    ],
  }),
  routed(
    'a-promote-analysis',
    { steps: inline },
    { metrics: { success: 1 }, events: [at(3, 'promote')] },
    { metrics: [metric({ count: 60 })] },
  ),
  routed('a-zero', { steps: [{ setWeight: 0 }, { pause: { duration: 3 } }, { setWeight: 100 }, { pause: { duration: 3 } }] }),
  routed('a-least', { steps: [{ setWeight: 10 }, { pause: { duration: 3 } }], minPodsPerReplicaSet: 3 }),
  routed('a-deadline', { steps: paused }, { new: { ready: 'never' } }, { steered: true, spec: { progressDeadlineSeconds: 5 } }),
  routed(
    'a-half',
    { steps: [{ setWeight: 50 }, { pause: {} }] },
    { new: { ready: 0.5 } },
    { steered: true, spec: { progressDeadlineSeconds: 5 } },
  ),
  routed('a-abort', { steps: paused }, { events: [at(5, 'abort')] }),
  routed('a-retry', { steps: paused }, { events: [at(5, 'abort'), at(10, 'retry')] }),
  routed('a-promote', { steps: paused }, { events: [at(5, 'promote')] }),
  routed('a-full', { steps: [{ setWeight: 25 }, { pause: {} }, { setWeight: 50 }, { pause: {} }] }, { events: [at(5, 'promoteFull')] }),
  routed('a-istio-third', { steps: paused }, { events: [at(5, 'release')] }),
  routed('a-istio-restore', { steps: paused }, { events: [at(5, 'restore')] }),
  routed(
    'a-istio-never',
    { steps: paused },
    { new: { ready: 'never' } },
    { steered: true, spec: { progressDeadlineSeconds: 5, progressDeadlineAbort: true } },
  ),
  routed(
    'a-header',
    { steps: [{ setCanaryScale: { replicas: 1 } }, header, { pause: { duration: 2 } }, { setWeight: 50 }] },
    {},
    { routing: { managedRoutes: [{ name: 'by-header' }] } },
  ),
  analysed('a-good', {}, 1),
  analysed('a-bad', { failureLimit: 1 }, { each: [0.5, 1, 0.5] }),
  analysed('a-inconclusive', both, 0.7, [at(6, 'promote')]),
  analysed('a-error', { consecutiveErrorLimit: 1 }, 'none'),
  analysed('a-nan', {}, 'NaN'),
  background('a-background-bad', [
    { t: 0, value: 1 },
    { t: 4, value: 0 },
  ]),
  background('a-background-inconclusive', [
    { t: 0, value: 1 },
    { t: 4, value: 0.7 },
  ]),
  routed('a-invalid', { steps: inline }),
  blueGreen('b-auto', {}),
  blueGreen('b-manual', { autoPromotionEnabled: false, previewReplicaCount: 1 }, { events: [at(5, 'promote')] }),
  blueGreen('b-seconds', { autoPromotionSeconds: 3 }),
  blueGreen('b-pre-bad', pre, { metrics: { success: 0 } }, { metrics: [metric()] }),
  blueGreen('b-pre-inconclusive', pre, { metrics: { success: 0.7 }, events: [at(6, 'promote')] }, { metrics: [metric(both)] }),
  blueGreen('b-post-bad', post, { metrics: { success: { each: [1, 0] } } }, { metrics: [metric()] }),
  blueGreen('b-post-good', post, { metrics: { success: 1 } }, { metrics: [metric()] }),
  blueGreen('b-abort', { autoPromotionEnabled: false }, { events: [at(5, 'abort')] }),
  blueGreen('b-third', { autoPromotionEnabled: false, scaleDownDelaySeconds: 12 }, { events: [at(5, 'release')] }),
  blueGreen('b-restore', { autoPromotionEnabled: false }, { events: [at(5, 'restore')] }),
  basic(
    'a-odd',
    { steps: [{ setWeight: 33 }, { pause: { duration: 2 } }, { setWeight: 66 }, { pause: {} }] },
    {},
    { spec: { replicas: 7 } },
  ),
  basic('a-odd-surge', { steps: [{ setWeight: 40 }, { pause: {} }], maxSurge: '25%', maxUnavailable: 0 }, {}, { spec: { replicas: 3 } }),
  basic('a-no-surge', { steps: [{ setWeight: 10 }, { pause: {} }], maxSurge: 0, maxUnavailable: '40%' }, {}, { spec: { replicas: 3 } }),
  basic('a-one', { steps: [{ setWeight: 50 }, { pause: {} }] }, {}, { spec: { replicas: 1 } }),
  basic(
    'a-retry-replicas',
    { steps: [{ setWeight: 50 }, { pause: {} }] },
    { events: [at(5, 'abort'), at(10, 'retry')] },
    { spec: { replicas: 5 } },
  ),
  routed('a-scale-percent', {
    steps: [
      { setCanaryScale: { weight: 60 } },
      { setWeight: 30 },
      { pause: { duration: 3 } },
      { setWeight: 90 },
      { pause: { duration: 3 } },
    ],
  }),
  routed('a-scale-abort', { steps: [{ setCanaryScale: { replicas: 3 } }, { setWeight: 10 }, { pause: {} }] }, { events: [at(6, 'abort')] }),
  routed(
    'a-ping-pong-abort',
    {
      stableService: undefined,
      canaryService: undefined,
      pingPong: { pingService: 'web-stable', pongService: 'web-canary' },
      steps: paused,
    },
    { events: [at(5, 'abort')] },
  ),
  routed('a-dynamic-third', { steps: [{ setWeight: 50 }, { pause: {} }], dynamicStableScale: true }, { events: [at(6, 'release')] }),
  routed('a-least-abort', { steps: paused, minPodsPerReplicaSet: 2 }, { events: [at(5, 'abort')] }, { spec: { replicas: 5 } }),
  routed(
    'a-odd-weights',
    { steps: [{ setWeight: 15 }, { pause: { duration: 3 } }, { setWeight: 85 }, { pause: { duration: 3 } }] },
    {},
    { spec: { replicas: 3 } },
  ),
  routed(
    'a-experiment-bad',
    {
      steps: [
        {
          experiment: {
            duration: '8s',
            templates: [{ name: 'canary', specRef: 'canary' }],
            analyses: [{ name: 'check', templateName: 'check' }],
          },
        },
        { setWeight: 50 },
      ],
    },
    { metrics: { success: 0 } },
    { metrics: [metric()] },
  ),
  routed(
    'a-experiment-good',
    {
      steps: [
        {
          experiment: {
            templates: [{ name: 'canary', specRef: 'canary' }],
            analyses: [{ name: 'check', templateName: 'check', requiredForCompletion: true }],
          },
        },
        { setWeight: 50 },
        { pause: {} },
      ],
    },
    { metrics: { success: 1 } },
    { metrics: [metric()] },
  ),
  analysed('a-inconclusive-abort', { ...both, inconclusiveLimit: 1 }, { each: [0.7, 0.7, 1] }, [at(6, 'abort')]),
  analysed('a-limit', { failureLimit: 2, count: 4 }, { each: [0.5, 1, 0.5, 1] }),
  analysed('a-success-run', { count: undefined, consecutiveSuccessLimit: 2 }, { each: [0.5, 1, 1] }),
  blueGreen(
    'b-pre-good',
    { ...pre, autoPromotionEnabled: false },
    { metrics: { success: 1 }, events: [at(7, 'promote')] },
    { metrics: [metric()] },
  ),
  blueGreen('b-both', { ...pre, ...post }, { metrics: { success: 1 } }, { metrics: [metric({ count: 1 })] }),
  blueGreen('b-retry', { autoPromotionEnabled: false }, { events: [at(5, 'abort'), at(10, 'retry')] }),
  blueGreen(
    'b-never',
    {},
    { new: { ready: 'never' } },
    { steered: true, spec: { progressDeadlineSeconds: 5, progressDeadlineAbort: true } },
  ),
  blueGreen('b-preview-seconds', { previewReplicaCount: 1, autoPromotionSeconds: 4 }),
  blueGreen(
    'b-post-restore',
    { ...post, scaleDownDelaySeconds: 12 },
    { metrics: { success: { each: [1, 1, 0] } } },
    { metrics: [metric()] },
  ),
  blueGreen('b-promote', { autoPromotionEnabled: false }, { events: [at(5, 'promote')] }),
];

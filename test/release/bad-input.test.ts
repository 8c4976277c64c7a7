import { Duration } from 'cdk8s';
import {
  Analysis,
  AnalysisArgument,
  ArgoRollout,
  ArgoTraffic,
  BlueGreen,
  FlaggerProvider,
  FlaggerRelease,
  Gate,
  KnativeRelease,
  LoadTest,
  Match,
  Metric,
  NoData,
  Parameter,
  Route,
  Step,
  Telemetry,
  Webhook,
  WeightedRelease,
} from 'cdk8s-progressive';
import { problemsOf } from '../support/chart';
import { released, type Strategy } from './support';

const good = Analysis.of(Metric.successRate({ min: 99 }));
const canary =
  (props: object): Strategy =>
  () =>
    FlaggerRelease.canary({ stepWeight: 20, analysis: good, ...props });
const rollout =
  (props: object): Strategy =>
  () =>
    ArgoRollout.canary(props);
const inSteps = (...steps: Step[]): Strategy => rollout({ traffic: ArgoTraffic.istio(), steps });
const measured = (metric: Metric): Strategy => rollout({ steps: [Step.analysis(Analysis.of(metric))] });

const CASES: readonly (readonly [string, Strategy, RegExp])[] = [
  [
    'interval under the floor',
    canary({ interval: Duration.seconds(5) }),
    /FlaggerRelease\.canary: interval is 5 s; .*Duration\.seconds\(10\)/,
  ],
  ['no analysis', canary({ analysis: undefined }), /no analysis is stated, so every version would be promoted; .*skipAnalysis: true/],
  ['stepWeight and stepWeights', canary({ stepWeights: [10, 20] }), /stepWeight and stepWeights are both stated; state exactly one/],
  ['neither of them', canary({ stepWeight: undefined }), /neither stepWeight nor stepWeights is stated/],
  [
    'stepWeights that fall',
    canary({ stepWeight: undefined, stepWeights: [40, 20, 60] }),
    /stepWeights\[1\] is 20 after 40; .*ArgoRollout\.canary/,
  ],
  ['stepWeight 0', canary({ stepWeight: 0 }), /stepWeight is 0; allowed are whole numbers from 1 to 100/],
  [
    'a parameter without bounds',
    canary({ stepWeight: Parameter.integer('step', { defaultValue: 10 }) }),
    /stepWeight is the parameter 'step' with the bounds none to none; .*min: 1 and max: 100/,
  ],
  [
    'maxWeight beside stepWeights',
    canary({ stepWeight: undefined, stepWeights: [10], maxWeight: 50 }),
    /maxWeight has no effect beside stepWeights/,
  ],
  ['mirrorWeight alone', canary({ mirrorWeight: 10 }), /mirrorWeight has no effect without mirror: true/],
  [
    'one cookie twice',
    canary({ sessionAffinity: { cookieName: 'c', primaryCookieName: 'c' } }),
    /cookieName and primaryCookieName are both 'c'/,
  ],
  ['delegation with hosts', canary({ delegation: true, hosts: ['a.example.com'] }), /delegation goes without hosts and gateways/],
  ['weights without routes', canary({ provider: FlaggerProvider.KUBERNETES }), /provider 'kubernetes' .* use FlaggerRelease\.blueGreen/],
  ['Gateway API without a Gateway', canary({ provider: FlaggerProvider.GATEWAY_API }), /needs the Gateways .* gatewayRefs/],
  [
    'mirror on Gateway API',
    canary({ provider: FlaggerProvider.GATEWAY_API, gatewayRefs: [{ name: 'g' }], mirror: true }),
    /does not mirror requests; use the provider istio/,
  ],
  ['NGINX without hosts', canary({ provider: FlaggerProvider.NGINX }), /needs the hosts of its Ingress/],
  ['delegation without Istio', canary({ provider: FlaggerProvider.NGINX, hosts: ['a.io'], delegation: true }), /knows no delegation/],
  [
    'hooks that outlast the interval',
    canary({
      interval: Duration.seconds(10),
      analysis: Analysis.of(
        LoadTest.of({ timeout: Duration.seconds(6) }),
        Webhook.rollout({ url: 'http://a.b', timeout: Duration.seconds(6) }),
      ),
    }),
    /may take 12 s together, which the interval of 10 s does not leave/,
  ],
  [
    'query parameters in an A/B test',
    () => FlaggerRelease.abTest({ iterations: 1, analysis: good, matches: [Match.queryParameter('v').exact('2')] }),
    /FlaggerRelease\.abTest: matches: Flagger would drop queryParams; .* Use WeightedRelease\.onIstio/,
  ],
  [
    'labels of callers without Istio',
    () =>
      FlaggerRelease.abTest({
        provider: FlaggerProvider.NGINX,
        hosts: ['a.io'],
        iterations: 1,
        analysis: good,
        matches: [Match.sourceLabels({ app: 'a' })],
      }),
    /Flagger would drop sourceLabels/,
  ],
  ['an A/B test for nobody', () => FlaggerRelease.abTest({ iterations: 1, analysis: good, matches: [] }), /matches is empty/],
  ['iterations 0', () => FlaggerRelease.blueGreen({ iterations: 0, analysis: good }), /iterations is 0; allowed are whole numbers from 1/],
  [
    'a web metric with Flagger',
    canary({ analysis: Analysis.of(Metric.web({ name: 'w', url: 'http://a', min: 1 })) }),
    /Flagger measures no web metrics; .*ArgoRollout/,
  ],
  [
    'no data inconclusive with Flagger',
    canary({ analysis: Analysis.of(Metric.successRate({ min: 9, noData: NoData.INCONCLUSIVE })) }),
    /Flagger has no noData: inconclusive/,
  ],
  [
    'initialDelay with Flagger',
    canary({ analysis: Analysis.of(Metric.successRate({ min: 9, initialDelay: Duration.seconds(1) })) }),
    /Flagger has no initialDelay/,
  ],
  [
    'an argument from a Secret with Flagger',
    canary({ analysis: good.withOptions({ args: [AnalysisArgument.secret('a', 's', 'k')] }) }),
    /argument 'a' is read from the cluster, which Flagger cannot/,
  ],
  [
    'a metric without a provider',
    measured(Metric.custom({ name: 'c' })),
    /metric 'c': it has no provider for Argo Rollouts; state argoProvider/,
  ],
  [
    'an argument without a value',
    measured(Metric.prometheus({ name: 'q', query: 'up{job="{{args.job}}"}', min: 1 })),
    /names \{\{args\.job\}\}, an argument without a value; .*AnalysisArgument\.value\('job'/,
  ],
  [
    'an unknown placeholder',
    measured(Metric.prometheus({ name: 'q', query: 'up{job="{{job}}"}', min: 1 })),
    /names \{\{job\}\}; known are/,
  ],
  ['PromQL that does not parse', measured(Metric.prometheus({ name: 'q', query: 'sum(rate(x[5m])', min: 1 })), /is no PromQL: /],
  ['a range of samples', measured(Metric.prometheus({ name: 'q', query: 'x[5m]', min: 1 })), /yields a range of samples/],
  ['no threshold', measured(Metric.prometheus({ name: 'q', query: 'up' })), /neither min nor max is stated/],
  ['min above max', measured(Metric.prometheus({ name: 'q', query: 'up', min: 2, max: 1 })), /min 2 is above max 1/],
  ['a success rate above 100', measured(Metric.successRate({ min: 101 })), /a success rate is a percentage from 0 to 100/],
  [
    'an endless analysis in a step',
    measured(Metric.restarts({ interval: Duration.minutes(1) })),
    /measured without end, but a step .* state count/,
  ],
  ['count without interval', measured(Metric.restarts({ count: 3 })), /count is 3, which needs an interval/],
  ['more failures than measurements', measured(Metric.restarts({ count: 1, failureLimit: 2 })), /count 1 is less than failureLimit 2/],
  [
    'a gate with Argo Rollouts',
    rollout({ steps: [Step.analysis(Analysis.of(Gate.confirmPromotion({ url: 'http://a.b' })))] }),
    /has no confirm-promotion webhook; end with Step\.pause/,
  ],
  ['an analysis of nothing', rollout({ steps: [Step.analysis(Analysis.of())] }), /the analysis measures nothing/],
  [
    'two analyses of one name',
    rollout({ steps: [Step.analysis(Analysis.of(Metric.restarts())), Step.analysis(Analysis.of(Metric.successRate({ min: 9 })))] }),
    /two analyses are called 'analysis'; name them/,
  ],
  [
    'series that cannot tell the versions apart',
    rollout({ steps: [Step.analysis(good.withOptions({ telemetry: Telemetry.ISTIO_SOURCE }))] }),
    /needs a Service for the new version alone/,
  ],
  [
    'a header route without traffic routing',
    rollout({ steps: [Step.setWeight(10), Step.setHeaderRoute('t', Match.header('a').exact('b'))] }),
    /steps\[1\]: setHeaderRoute needs traffic routing/,
  ],
  [
    'a header route without pods',
    inSteps(Step.setHeaderRoute('t', Match.header('a').exact('b'))),
    /steps\[0\]: the route 't' is not written .*Step\.setCanaryScale/,
  ],
  [
    'a header route by path',
    inSteps(Step.setWeight(1), Step.setHeaderRoute('t', Match.uri().prefix('/a').and(Match.header('a').exact('b')))),
    /Argo Rollouts would drop uri; .*WeightedRelease\.onIstio/,
  ],
  [
    'two headers at once',
    inSteps(Step.setWeight(1), Step.setHeaderRoute('t', Match.header('a').exact('b').and(Match.header('c').exact('d')))),
    /takes several headers for alternatives/,
  ],
  ['removing what was not set', inSteps(Step.setWeight(1), Step.removeHeaderRoute('t')), /no step before it sets the route 't'/],
  ['no surge and none missing', rollout({ maxSurge: 0, maxUnavailable: '0%' }), /maxSurge and maxUnavailable are both 0/],
  ['dynamicStableScale alone', rollout({ dynamicStableScale: true }), /dynamicStableScale needs traffic routing/],
  [
    'a deadline within minReady',
    rollout({ progressDeadline: Duration.seconds(5), minReady: Duration.seconds(9) }),
    /the deadline must be the longer/,
  ],
  ['an experiment without an end', rollout({ steps: [Step.experiment({ templates: [] })] }), /the experiment never ends/],
  [
    'a promotion that contradicts itself',
    () => ArgoRollout.blueGreen({ autoPromotion: false, autoPromotionAfter: Duration.seconds(1) }),
    /autoPromotionAfter has no effect/,
  ],
  ['blue/green with one version', (v1) => new BlueGreen({ active: v1, preview: v1 }), /active and preview are both 'v1'/],
  [
    'a split beyond 100',
    (v1, v2) => new KnativeRelease({ split: [v1.weight(60), v2.weight(60)] }),
    /split adds up to 120; Knative wants 100/,
  ],
  ['a tag that is no label', (v1) => new KnativeRelease({ tags: { '1a': v1 } }), /the tag '1a' is no DNS-1035 label/],
  [
    'an order that Gateway API turns round',
    (v1, v2) =>
      WeightedRelease.onGatewayApi({
        gateway: { name: 'g' },
        routes: [Route.when(Match.header('a').exact('b')).to(v1), Route.when(Match.uri().exact('/x')).to(v2), Route.to(v1)],
      }),
    /routes\[1\] is more specific than routes\[0\], .*WeightedRelease\.onIstio/,
  ],
  [
    'what an HTTPRoute cannot say',
    (v1) =>
      WeightedRelease.onGatewayApi({
        gateway: { name: 'g' },
        routes: [Route.when(Match.withoutHeader('a').present()).to(v1), Route.to(v1)],
      }),
    /routes\[0\]: HTTPRoute cannot say withoutHeaders/,
  ],
];

test.each(CASES)('%s', (_, strategy, message) => {
  const problems = problemsOf(released(strategy));
  expect(problems.filter((problem) => message.test(problem))).toHaveLength(1);
  expect(problems[0]).toMatch(/^shop\/reviews: /);
});

test.each<readonly [string, () => unknown, RegExp]>([
  ['a step above 100', () => Step.setWeight(120), /Step\.setWeight\(120\): a weight is a whole number from 0 to 100/],
  [
    'a step by a number that is no percentage',
    () => Step.setWeight(Parameter.integer('w', { defaultValue: 1 })),
    /use Parameter\.percent\('w'/,
  ],
  ['a gate without an address', () => Gate.confirmRollout({ url: '' }), /the url '' is no address/],
  ['a scale of two things', () => Step.setCanaryScale({ replicas: 1, weight: 5 }), /replicas and weight are stated; state exactly one/],
  ['a header route without a match', () => Step.setHeaderRoute('t'), /no match is stated/],
  ['a mirror above 100', () => Step.setMirrorRoute('t', { percentage: 101, matches: [] }), /percentage is 101/],
  ['no analysis in a step', () => Step.analysis(), /no analysis is stated/],
])('%s', (_, act, message) => expect(act).toThrow(message));

test('a worker without a port has no requests to route', () => {
  const worker = (strategy: Strategy) => problemsOf(released(strategy, {}, { ports: [] }));
  expect(worker(rollout({}))).toEqual([]);
  expect(worker(rollout({ traffic: ArgoTraffic.istio() }))).toEqual([expect.stringMatching(/no port, so there are no requests to move/)]);
  expect(worker(canary({}))).toEqual([expect.stringMatching(/the service has no port, and Flagger routes requests/)]);
  expect(worker(() => ArgoRollout.blueGreen())).toEqual([expect.stringMatching(/use ArgoRollout\.canary/)]);
});

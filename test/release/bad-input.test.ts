import { Duration } from 'cdk8s';
import {
  Analysis,
  AnalysisArgument,
  ArgoRollout,
  ArgoTraffic,
  BlueGreen,
  ExperimentVersion,
  FlaggerProvider,
  FlaggerRelease,
  Gate,
  KnativeRelease,
  LoadTest,
  Match,
  Metric,
  NoData,
  Parameter,
  PortProtocol,
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

const nginxTest =
  (...matches: Match[]): Strategy =>
  () =>
    FlaggerRelease.abTest({ provider: FlaggerProvider.NGINX, hosts: ['a.io'], iterations: 1, analysis: good, matches });

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
  ['a step above 100', inSteps(Step.setWeight(120)), /steps\[0\]: setWeight is 120; allowed are whole numbers from 0 to 100/],
  [
    'a step by a number that is no percentage',
    inSteps(Step.setWeight(Parameter.integer('w', { defaultValue: 1 }))),
    /setWeight is the parameter 'w' of type integer; .*Parameter\.percent\('w'/,
  ],
  [
    'a gate without an address',
    canary({ analysis: Analysis.of(Gate.confirmRollout({ url: '' })) }),
    /confirm-rollout webhook 'confirm-rollout': url is '', which is no address .*'http:/,
  ],
  [
    'a load tester without an address',
    rollout({ analysis: Analysis.of(LoadTest.of({ address: 'loadtester' })) }),
    /load test 'load-test': address is 'loadtester', which is no address/,
  ],
  [
    'a Prometheus without an address',
    canary({ analysis: good.withOptions({ prometheus: 'prometheus:9090' }) }),
    /the analysis: prometheus is 'prometheus:9090', which is no address/,
  ],
  [
    'a scale of two things',
    inSteps(Step.setCanaryScale({ replicas: 1, weight: 5 })),
    /setCanaryScale: replicas and weight are stated; state exactly one/,
  ],
  ['a scale above 100', inSteps(Step.setCanaryScale({ weight: 105 })), /setCanaryScale: weight is 105; allowed are .* 0 to 100/],
  ['a scale of nothing', inSteps(Step.canaryScale({})), /setCanaryScale: nothing is stated; state exactly one/],
  ['a header route without a match', inSteps(Step.setWeight(1), Step.setHeaderRoute('t')), /setHeaderRoute 't': no match is stated/],
  [
    'a mirror above 100',
    inSteps(Step.setWeight(1), Step.setMirrorRoute('t', { percentage: 101, matches: [Match.uri().prefix('/')] })),
    /steps\[1\]: setMirrorRoute 't': percentage is 101; allowed/,
  ],
  [
    'a mirror of nothing',
    inSteps(Step.setWeight(1), Step.setMirrorRoute('t', { matches: [] })),
    /setMirrorRoute 't': it has no match, which would remove the route/,
  ],
  [
    'a mirror on Gateway API',
    rollout({
      traffic: ArgoTraffic.gatewayApi({ gateways: [{ name: 'g' }] }),
      steps: [Step.setWeight(1), Step.setMirrorRoute('t', { matches: [Match.uri().prefix('/')] })],
    }),
    /only Istio mirrors requests for Argo Rollouts; use ArgoTraffic\.istio/,
  ],
  ['no analysis in a step', inSteps(Step.analysis()), /steps\[0\]: analysis: no analysis is stated; state one: Step\.analysis/],
  [
    'a metric twice in one run',
    rollout({ steps: [Step.analysis(good.withOptions({ name: 'a' }), good.withOptions({ name: 'b' }))] }),
    /two analyses that run together have a metric 'success-rate'; give one of them another name/,
  ],
  [
    'an argument with two values in one run',
    rollout({
      steps: [
        Step.analysis(
          ...['a', 'b'].map((name) =>
            Analysis.of(Metric.restarts({ name })).withOptions({ name, args: [AnalysisArgument.value('kind', name)] }),
          ),
        ),
      ],
    }),
    /state the argument 'kind' differently/,
  ],
  [
    'an argument that the library has',
    canary({ analysis: good.withOptions({ args: [AnalysisArgument.value('hash', 'x')] }) }),
    /argument 'hash': the library has one of that name already/,
  ],
  [
    'an argument twice',
    canary({ analysis: good.withOptions({ args: [AnalysisArgument.value('a', 'x'), AnalysisArgument.value('a', 'y')] }) }),
    /argument 'a' is stated twice/,
  ],
  [
    'an argument that no query can name',
    canary({ analysis: good.withOptions({ args: [AnalysisArgument.value('a b', 'x')] }) }),
    /argument 'a b': a name is letters, digits/,
  ],
  [
    'an argument without a value in an address',
    measured(Metric.web({ name: 'w', url: 'http://a/{{args.path}}', min: 1 })),
    /names \{\{args\.path\}\}, an argument without a value/,
  ],
  ['a negative limit', measured(Metric.restarts({ inconclusiveLimit: -1 })), /inconclusiveLimit is -1; allowed are whole numbers from 0/],
  ['count 0', measured(Metric.restarts({ count: 0 })), /count is 0; allowed are whole numbers from 1 on/],
  ['a percentile of 100', measured(Metric.latency({ max: Duration.seconds(1), percentile: 100 })), /percentile is 100; .* 50 to 99\.9/],
  [
    'an experiment of more than everything',
    inSteps(Step.experiment({ templates: [{ name: 'a', version: ExperimentVersion.CANARY, weight: 120 }], duration: Duration.minutes(1) })),
    /weight of the experiment's 'a' is 120; allowed are whole numbers from 1 to 100/,
  ],
  [
    'an experiment with pods of one name',
    inSteps(
      Step.experiment({
        templates: ['a', 'a'].map((name) => ({ name, version: ExperimentVersion.STABLE })),
        duration: Duration.minutes(1),
      }),
    ),
    /two templates of the experiment are called 'a'/,
  ],
  ['a first step above the last', canary({ stepWeight: 60, maxWeight: 50 }), /stepWeight is 60, above maxWeight 50/],
  [
    'a cookie with a value on NGINX',
    nginxTest(Match.cookie('beta').exact('yes')),
    /the cookie 'beta' is matched by exact 'yes', and NGINX knows only the value 'always'; .*provider istio/,
  ],
  [
    'two headers on NGINX',
    nginxTest(Match.header('a').exact('1'), Match.header('b').exact('2')),
    /matches name the header 'a' and the header 'b'; NGINX takes one header and one cookie/,
  ],
  [
    'a header and a cookie at once on NGINX',
    nginxTest(Match.header('a').exact('1').and(Match.cookie('b').exact('always'))),
    /some of them together; NGINX takes one header and one cookie/,
  ],
  [
    'retries on Gateway API',
    canary({ provider: FlaggerProvider.GATEWAY_API, gatewayRefs: [{ name: 'g' }], retries: { attempts: 2 } }),
    /provider 'gatewayapi:v1' knows no retries; leave it out, or use the provider istio/,
  ],
  [
    'a path for NGINX',
    canary({ provider: FlaggerProvider.NGINX, hosts: ['a.io'], serviceMatches: [Match.uri().prefix('/a')] }),
    /provider 'nginx' knows no serviceMatches; .*istio or gatewayapi:v1/,
  ],
  [
    'a match that an HTTPRoute has not',
    canary({
      provider: FlaggerProvider.GATEWAY_API,
      gatewayRefs: [{ name: 'g' }],
      serviceMatches: [Match.withoutHeader('a').present()],
    }),
    /serviceMatches: Flagger would drop withoutHeaders on Gateway API/,
  ],
  [
    'several methods in an HTTPRoute',
    canary({
      provider: FlaggerProvider.GATEWAY_API,
      gatewayRefs: [{ name: 'g' }],
      serviceMatches: [Match.method('GET', 'HEAD')],
    }),
    /serviceMatches: Flagger would drop several methods on Gateway API; state one match a method/,
  ],
  ['a step of half a percent', canary({ stepWeight: 0.5 }), /stepWeight is 0\.5; allowed are whole numbers from 1 to 100/],
  ['no failure at all', canary({ threshold: 0 }), /threshold is 0; allowed are whole numbers from 1 to 1000/],
  ['no time to become ready', canary({ progressDeadline: Duration.seconds(0) }), /progressDeadline is 0 s; allowed/],
  ['a cookie without a name', canary({ sessionAffinity: { cookieName: '' } }), /sessionAffinity: the cookie's name is ''; allowed/],
  [
    'fewest pods above the most',
    () => FlaggerRelease.blueGreen({ iterations: 1, analysis: good, skipAnalysis: true, primaryMinReplicas: 5, primaryMaxReplicas: 2 }),
    /primaryMinReplicas 5 is above primaryMaxReplicas 2; exchange them/,
  ],
  [
    'a window of nothing',
    canary({ analysis: Analysis.of(Metric.successRate({ min: 99, window: Duration.seconds(0) })) }),
    /metric 'success-rate': window is 0 ms; allowed are durations from 1 second on/,
  ],
  ['a surge that is no amount', rollout({ maxSurge: '200' }), /maxSurge 200 is neither a whole number from 0 on nor a percentage/],
  ['fewer than no pods', rollout({ traffic: ArgoTraffic.istio(), minPodsPerReplicaSet: -1 }), /minPodsPerReplicaSet is -1; allowed/],
  ['a negative history', rollout({ revisionHistoryLimit: -1 }), /revisionHistoryLimit is -1; allowed are whole numbers from 0 on/],
  ['no preview pods', () => ArgoRollout.blueGreen({ previewReplicas: 0 }), /previewReplicas is 0; allowed are whole numbers from 1/],
  ['no Gateway', rollout({ traffic: ArgoTraffic.gatewayApi({ gateways: [] }) }), /gateways is empty, so the HTTPRoute would take no/],
  [
    'one subset for both',
    rollout({ traffic: ArgoTraffic.istioSubsets({ stableSubset: 'a', canarySubset: 'a' }) }),
    /stableSubset and canarySubset are both 'a'; give them two names/,
  ],
  ['a subset that is no label', rollout({ traffic: ArgoTraffic.istioSubsets({ stableSubset: 'A b' }) }), /'A b' is no DNS label/],
  ['a plugin without a name', rollout({ traffic: ArgoTraffic.plugin('', {}) }), /ArgoTraffic\.plugin: the name is empty/],
  ['a step of a plugin without a name', inSteps(Step.plugin('')), /steps\[0\]: plugin: the name is empty/],
  [
    'a route of the name of the managed one',
    inSteps(Step.setWeight(1), Step.setHeaderRoute('primary', Match.header('a').exact('b'))),
    /'primary' is the route whose weights Argo Rollouts writes, .*give it another name/,
  ],
  [
    'a method that no web metric has',
    measured(Metric.web({ name: 'w', url: 'http://a', method: 'PATCH', min: 1 })),
    /metric 'w': method is 'PATCH'; allowed are GET, POST, PUT/,
  ],
  ['a Job without an image', measured(Metric.job({ name: 'j', image: '' })), /metric 'j': image is empty; state it/],
  [
    'an API that Datadog has not',
    measured(Metric.datadog({ name: 'd', query: 'a', apiVersion: 'v3', min: 1 })),
    /metric 'd': apiVersion is 'v3'; allowed are v1, v2/,
  ],
  ['a query of nothing', measured(Metric.newRelic({ name: 'n', query: ' ', min: 1 })), /metric 'n': query is empty; state it/],
  ['no query', measured(Metric.cloudWatch({ name: 'c', queries: [], min: 1 })), /metric 'c': queries is empty; state what/],
  [
    'a metric by which no object can be named',
    canary({ analysis: Analysis.of(Metric.restarts({ name: 'Bad_Name' })) }),
    /metric 'Bad_Name': its name is no DNS label/,
  ],
  ['a scale below none', () => new KnativeRelease({ autoscaling: { minScale: -1 } }), /autoscaling\.minScale is -1; allowed/],
  [
    'more requests at a time than Knative takes',
    () => new KnativeRelease({ autoscaling: { containerConcurrency: 1001 } }),
    /autoscaling\.containerConcurrency is 1001; allowed are whole numbers from 0 to 1000/,
  ],
];

test.each(CASES)('%s', (_, strategy, message) => {
  const problems = problemsOf(released(strategy));
  expect(problems.filter((problem) => message.test(problem))).toHaveLength(1);
  expect(problems[0]).toMatch(/^shop\/reviews: /);
});

test('a worker without a port has no requests to route', () => {
  const worker = (strategy: Strategy) => problemsOf(released(strategy, {}, { ports: [] }));
  expect(worker(rollout({}))).toEqual([]);
  expect(worker(rollout({ traffic: ArgoTraffic.istio() }))).toEqual([expect.stringMatching(/no port, so there are no requests to move/)]);
  expect(worker(canary({}))).toEqual([expect.stringMatching(/the service has no port, and Flagger routes requests/)]);
  expect(worker(() => ArgoRollout.blueGreen())).toEqual([expect.stringMatching(/use ArgoRollout\.canary/)]);
});

test.each([
  [PortProtocol.TCP, canary({ mirror: true }), /speaks tcp, for which Flagger ignores mirror/],
  [PortProtocol.MONGO, canary({}), /speaks mongo, and the provider 'istio' makes routes for HTTP; .*FlaggerRelease\.blueGreen/],
  [PortProtocol.TCP, canary({ provider: FlaggerProvider.NGINX, hosts: ['a.io'] }), /provider 'nginx' makes routes for HTTP/],
  [PortProtocol.TCP, rollout({ traffic: ArgoTraffic.istio() }), /speaks tcp, and the routes of traffic are for HTTP; .*shares of the pods/],
])('a service that speaks %s', (protocol, strategy, message) => {
  expect(problemsOf(released(strategy, {}, { protocol }))).toEqual([expect.stringMatching(message)]);
});

test('weights for bytes are fine on Istio', () => {
  expect(problemsOf(released(canary({}), {}, { protocol: PortProtocol.TCP }))).toEqual([]);
});

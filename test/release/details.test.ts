import { Duration } from 'cdk8s';
import {
  Analysis,
  ArgoRollout,
  ArgoTraffic,
  ExperimentVersion,
  FlaggerProvider,
  FlaggerRelease,
  KnativeRelease,
  KnativeScalingMetric,
  Match,
  Metric,
  type MicroserviceProps,
  PortProtocol,
  Route,
  Step,
  type VersionOptions,
  WeightedRelease,
} from 'cdk8s-progressive';
import { at, objectOf, objectsOf, yaml } from '../support/chart';
import { released, type Strategy } from './support';

const analysis = Analysis.of(Metric.successRate({ min: 99 }));
const kinds = (strategy: Strategy, options?: VersionOptions, props?: MicroserviceProps) =>
  objectsOf(released(strategy, options, props)).map(({ manifest }) => `${manifest.kind} ${manifest.metadata.name}`);
const specOf = (kind: string, strategy: Strategy, options?: VersionOptions, props?: MicroserviceProps) =>
  at(objectOf(kind, released(strategy, options, props)), 'spec');

test('several managed VirtualServices, one of them a delegate', () => {
  const strategy = () =>
    ArgoRollout.canary({
      traffic: ArgoTraffic.istio({
        virtualServices: [{}, { name: 'public', hosts: ['a.io'], gateways: ['ingress/a'] }, { name: 'inner', delegate: true }],
      }),
    });
  const build = released(strategy);
  const routing = at(objectOf('Rollout', build), 'spec', 'strategy', 'canary', 'trafficRouting', 'istio', 'virtualServices');
  expect(routing).toEqual(['reviews', 'public', 'inner'].map((name) => ({ name, routes: ['primary'] })));
  expect(Object.keys(at(objectOf('VirtualService', build, 'inner'), 'spec') as object)).toEqual(['http']);
  expect(at(objectOf('VirtualService', build, 'public'), 'spec')).toMatchObject({ hosts: ['a.io'], gateways: ['ingress/a'] });
});

test('an experiment with an analysis that it waits for', () => {
  const step = Step.experiment({
    duration: Duration.minutes(5),
    templates: [{ name: 'candidate', version: ExperimentVersion.CANARY, replicas: 2, weight: 10 }],
    analyses: [{ name: 'compare', analysis: Analysis.of(Metric.restarts()), requiredForCompletion: true }],
  });
  const rollout = specOf('Rollout', () => ArgoRollout.canary({ traffic: ArgoTraffic.istioSubsets(), steps: [step] }));
  expect(yaml(at(rollout, 'strategy', 'canary', 'steps'))).toBe(`
- experiment:
    duration: 5m
    templates:
      - name: candidate
        specRef: canary
        replicas: 2
        weight: 10
    analyses:
      - name: compare
        templateName: reviews-analysis
        args:
          - name: namespace
            valueFrom:
              fieldRef:
                fieldPath: metadata.namespace
          - name: hash
            valueFrom:
              podTemplateHashValue: Latest
        requiredForCompletion: true
`);
});

test('an autoscaler scales the Rollout, which then states no replicas', () => {
  const strategy = () => ArgoRollout.canary({});
  const scaled = { autoscaling: { minReplicas: 2, maxReplicas: 5 } };
  expect(specOf('Rollout', strategy, scaled)).not.toHaveProperty('replicas');
  expect(specOf('HorizontalPodAutoscaler', strategy, scaled)).toMatchObject({
    scaleTargetRef: { apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout' },
  });
});

test('what Flagger makes is never emitted', () => {
  const strategy = () => FlaggerRelease.canary({ stepWeight: 10, analysis });
  expect(kinds(strategy, { replicas: 3 })).toEqual([
    'Deployment reviews',
    'HorizontalPodAutoscaler reviews',
    'PodDisruptionBudget reviews',
    'Canary reviews',
  ]);
  expect(specOf('Deployment', strategy, { replicas: 3 })).not.toHaveProperty('replicas');
  expect(specOf('PodDisruptionBudget', strategy, { replicas: 3 })).toMatchObject({ selector: { matchLabels: { app: 'reviews-primary' } } });
});

test('a service of several ports lets Flagger find them', () => {
  const ports = [
    { port: 80, containerPort: 8080 },
    { name: 'grpc', port: 9000, protocol: PortProtocol.GRPC },
  ];
  expect(
    at(
      specOf('Canary', () => FlaggerRelease.canary({ stepWeight: 10, analysis }), {}, { ports }),
      'service',
    ),
  ).toEqual({
    port: 80,
    portName: 'http',
    targetPort: 'http',
    appProtocol: 'http',
    portDiscovery: true,
  });
});

test('NGINX has an Ingress beside the Canary', () => {
  const strategy = () => FlaggerRelease.canary({ stepWeight: 10, analysis, provider: FlaggerProvider.NGINX, hosts: ['a.io'] });
  expect(specOf('Canary', strategy)).toMatchObject({
    ingressRef: { apiVersion: 'networking.k8s.io/v1', kind: 'Ingress', name: 'reviews' },
  });
  expect(specOf('Ingress', strategy)).toMatchObject({ ingressClassName: 'nginx', rules: [{ host: 'a.io' }] });
});

test('Flagger watches a Knative Service, whose traffic it owns', () => {
  const strategy = () => FlaggerRelease.canary({ stepWeight: 10, analysis, provider: FlaggerProvider.KNATIVE });
  expect(kinds(strategy, { replicas: 3 })).toEqual(['Service reviews', 'Canary reviews']);
  expect(specOf('Canary', strategy)).toMatchObject({
    targetRef: { apiVersion: 'serving.knative.dev/v1', kind: 'Service', name: 'reviews' },
  });
  expect(specOf('Service', strategy)).not.toHaveProperty('traffic');
});

test('routing options of a Canary', () => {
  const strategy = () =>
    FlaggerRelease.canary({
      stepWeight: 10,
      analysis,
      hosts: ['a.io'],
      gateways: ['ingress/public', 'mesh'],
      serviceMatches: [Match.uri().prefix('/reviews/')],
      rewrite: { uri: '/' },
      timeout: Duration.seconds(3),
      retries: { attempts: 2, perTryTimeout: Duration.seconds(1) },
      requestHeaders: { add: { 'x-from': 'flagger' } },
      trafficPolicy: { outlierDetection: { consecutive5xxErrors: 3 } },
      apexMetadata: { labels: { tier: 'web' } },
      unmanagedAnnotations: ['example.com/owner'],
    });
  expect(yaml(at(specOf('Canary', strategy), 'service'))).toBe(`
port: 80
portName: http
targetPort: http
appProtocol: http
hosts:
  - a.io
gateways:
  - ingress/public
  - mesh
match:
  - uri:
      prefix: /reviews/
rewrite:
  uri: /
timeout: 3s
retries:
  attempts: 2
  perTryTimeout: 1s
headers:
  request:
    add:
      x-from: flagger
trafficPolicy:
  outlierDetection:
    consecutive5xxErrors: 3
apex:
  labels:
    tier: web
unmanagedMetadata:
  annotations:
    - example.com/owner
`);
});

test('Knative scales by CPU with its class for that', () => {
  const strategy = () => new KnativeRelease({ autoscaling: { metric: KnativeScalingMetric.CPU, target: 80, window: Duration.minutes(2) } });
  expect(at(specOf('Service', strategy), 'template', 'metadata', 'annotations')).toEqual({
    'autoscaling.knative.dev/class': 'hpa.autoscaling.knative.dev',
    'autoscaling.knative.dev/metric': 'cpu',
    'autoscaling.knative.dev/target': '80',
    'autoscaling.knative.dev/window': '120s',
  });
});

test('a gRPC service gets a GRPCRoute', () => {
  const strategy: Strategy = (v1, v2) =>
    WeightedRelease.onGatewayApi({
      gateway: { name: 'public' },
      routes: [
        Route.when(Match.uri().exact('/shop.Reviews/List')).to(v2),
        Route.when(Match.uri().prefix('/shop.Admin/')).to(v2),
        Route.to(v1),
      ],
    });
  expect(yaml(at(specOf('GRPCRoute', strategy, {}, { protocol: PortProtocol.GRPC, port: 9000 }), 'rules'))).toBe(`
- matches:
    - method:
        type: Exact
        service: shop.Reviews
        method: List
  backendRefs:
    - name: reviews-v2
      port: 9000
- matches:
    - method:
        type: Exact
        service: shop.Admin
  backendRefs:
    - name: reviews-v2
      port: 9000
- backendRefs:
    - name: reviews-v1
      port: 9000
`);
});

test('what an HTTPRoute does besides', () => {
  const strategy: Strategy = (v1, v2) =>
    WeightedRelease.onGatewayApi({
      gateway: { name: 'public' },
      routes: [
        Route.when(Match.uri().prefix('/api').and(Match.method('GET', 'HEAD')).and(Match.queryParameter('v').exact('2')))
          .to(v2)
          .withRewrite({ uri: '/internal' })
          .withTimeout(Duration.seconds(2))
          .withRequestHeaders({ set: { 'x-v': '2' } })
          .withMirror(v1, { percentage: 10 }),
        Route.to(v1),
      ],
    });
  expect(yaml(at(specOf('HTTPRoute', strategy), 'rules', 0))).toBe(`
matches:
  - path:
      type: PathPrefix
      value: /api
    queryParams:
      - name: v
        type: Exact
        value: "2"
    method: GET
  - path:
      type: PathPrefix
      value: /api
    queryParams:
      - name: v
        type: Exact
        value: "2"
    method: HEAD
filters:
  - type: RequestHeaderModifier
    requestHeaderModifier:
      set:
        - name: x-v
          value: "2"
  - type: RequestMirror
    requestMirror:
      backendRef:
        name: reviews-v1
        port: 80
      percent: 10
  - type: URLRewrite
    urlRewrite:
      path:
        type: ReplacePrefixMatch
        replacePrefixMatch: /internal
timeouts:
  request: 2s
backendRefs:
  - name: reviews-v2
    port: 80
`);
});

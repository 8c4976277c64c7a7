import { Duration } from 'cdk8s';
import { Analysis, FlaggerProvider, FlaggerRelease, Match, Metric } from 'cdk8s-progressive';
import { at, objectOf, yaml } from '../support/chart';
import { released, type Strategy } from './support';

const analysis = Analysis.of(Metric.successRate({ min: 99 }));
const canary = (strategy: Strategy) =>
  at(objectOf('Canary', released(strategy, { autoscaling: { minReplicas: 2, maxReplicas: 4 } })), 'spec');

test('every option of a canary on Istio', () => {
  const strategy = () =>
    FlaggerRelease.canary({
      analysis,
      interval: Duration.seconds(90),
      threshold: 3,
      stepWeights: [5, 20, 60],
      stepWeightPromotion: 25,
      mirror: true,
      mirrorWeight: 30,
      sessionAffinity: { cookieName: 'new', primaryCookieName: 'old', maxAge: Duration.hours(1) },
      hosts: ['a.io'],
      cors: { allowOrigins: ['https://a.io'] },
      responseHeaders: { set: { 'x-release': 'canary' } },
      portDiscovery: false,
      primaryMetadata: { labels: { role: 'primary' } },
      canaryMetadata: { annotations: { role: 'canary' } },
      unmanagedLabels: ['example.com/team'],
      primaryMinReplicas: 3,
      primaryMaxReplicas: 9,
      primaryReadyThreshold: 90,
      canaryReadyThreshold: 80,
      progressDeadline: Duration.minutes(5),
      suspend: true,
      revertOnDeletion: true,
    });
  expect(yaml(canary(strategy))).toBe(`
provider: istio
targetRef:
  apiVersion: apps/v1
  kind: Deployment
  name: reviews
autoscalerRef:
  apiVersion: autoscaling/v2
  kind: HorizontalPodAutoscaler
  name: reviews
  primaryScalerReplicas:
    minReplicas: 3
    maxReplicas: 9
progressDeadlineSeconds: 300
suspend: true
revertOnDeletion: true
service:
  port: 80
  portName: http
  targetPort: http
  appProtocol: http
  portDiscovery: false
  hosts:
    - a.io
  corsPolicy:
    allowOrigins:
      - exact: https://a.io
  headers:
    response:
      set:
        x-release: canary
  primary:
    labels:
      role: primary
  canary:
    annotations:
      role: canary
  unmanagedMetadata:
    labels:
      - example.com/team
analysis:
  interval: 90s
  threshold: 3
  stepWeights:
    - 5
    - 20
    - 60
  stepWeightPromotion: 25
  mirror: true
  mirrorWeight: 30
  sessionAffinity:
    cookieName: new
    primaryCookieName: old
    maxAge: 3600
  primaryReadyThreshold: 90
  canaryReadyThreshold: 80
  metrics:
    - name: request-success-rate
      interval: 1m
      thresholdRange:
        min: 99
`);
});

test('a release that is promoted as soon as its pods are ready', () => {
  const strategy = () => FlaggerRelease.blueGreen({ iterations: 1, skipAnalysis: true, provider: FlaggerProvider.KUBERNETES });
  expect(canary(strategy)).toMatchObject({ skipAnalysis: true, analysis: { iterations: 1 } });
});

test('a delegate has neither hosts nor gateways', () => {
  expect(
    at(
      canary(() => FlaggerRelease.canary({ stepWeight: 10, analysis, delegation: true })),
      'service',
    ),
  ).toEqual({
    port: 80,
    portName: 'http',
    targetPort: 'http',
    appProtocol: 'http',
    delegation: true,
  });
});

test('on Gateway API, a prefix and a presence are expressions, which is all that Flagger can map', () => {
  const strategy = () =>
    FlaggerRelease.canary({
      stepWeight: 10,
      analysis,
      provider: FlaggerProvider.GATEWAY_API,
      gatewayRefs: [{ name: 'public', namespace: 'ingress', sectionName: 'https', port: 443 }],
      serviceMatches: [
        Match.uri().prefix('/list').and(Match.method('GET')).and(Match.header('a').prefix('b.')).and(Match.queryParameter('q').exact('1')),
        Match.header('c').present(),
      ],
    });
  expect(yaml(at(canary(strategy), 'service'))).toBe(`
port: 80
portName: http
targetPort: http
appProtocol: http
gatewayRefs:
  - group: gateway.networking.k8s.io
    kind: Gateway
    name: public
    namespace: ingress
    sectionName: https
    port: 443
match:
  - uri:
      prefix: /list
    method:
      exact: GET
    headers:
      a:
        regex: "^b\\\\..*$"
    queryParams:
      q:
        exact: "1"
  - headers:
      c:
        regex: ".*"
`);
});

test('on NGINX, one header and one cookie', () => {
  const strategy = () =>
    FlaggerRelease.abTest({
      iterations: 10,
      analysis,
      provider: FlaggerProvider.NGINX,
      hosts: ['a.io'],
      ingressClass: 'public',
      matches: [Match.cookie('beta').exact('always'), Match.header('x-group').prefix('test')],
    });
  expect(at(canary(strategy), 'analysis', 'match')).toEqual([
    { headers: { cookie: { exact: 'beta' } } },
    { headers: { 'x-group': { regex: '^test.*$' } } },
  ]);
  expect(at(objectOf('Ingress', released(strategy)), 'spec')).toMatchObject({ ingressClassName: 'public' });
});

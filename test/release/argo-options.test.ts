import { Duration } from 'cdk8s';
import { Analysis, AntiAffinity, ArgoRollout, ArgoTraffic, Match, Metric, Step } from 'cdk8s-progressive';
import { at, objectOf, yaml } from '../support/chart';
import { released, type Strategy } from './support';

const rollout = (strategy: Strategy) => at(objectOf('Rollout', released(strategy)), 'spec') as { [field: string]: unknown };

/** The spec without its pods. */
const specOf = (strategy: Strategy) => {
  const { selector: _, template: __, ...spec } = rollout(strategy);
  return yaml(spec);
};

test('every option of a canary', () => {
  const strategy = () =>
    ArgoRollout.canary({
      traffic: ArgoTraffic.istioSubsets({ stableSubset: 'old', canarySubset: 'new' }),
      steps: [
        Step.setCanaryScale({ replicas: 1 }),
        Step.setMirrorRoute('copy', { percentage: 10, matches: [Match.method('GET').and(Match.uri().prefix('/list'))] }),
        Step.pause(Duration.minutes(5)),
        Step.removeMirrorRoute('copy'),
        Step.setCanaryScale({ matchTrafficWeight: true }),
        Step.setWeight(50),
        Step.plugin('example.com/wait', { hours: 2 }),
      ],
      analysis: Analysis.of(Metric.restarts()),
      startingStep: 5,
      maxSurge: '50%',
      maxUnavailable: 1,
      minPodsPerReplicaSet: 2,
      canaryMetadata: { labels: { role: 'canary' } },
      stableMetadata: { annotations: { role: 'stable' } },
      progressDeadline: Duration.minutes(2),
      progressDeadlineAbort: true,
      minReady: Duration.seconds(10),
      revisionHistoryLimit: 5,
      rollbackWindow: 3,
      antiAffinity: AntiAffinity.PREFERRED,
      abortScaleDownDelay: Duration.minutes(1),
      scaleDownDelay: Duration.minutes(2),
      scaleDownDelayRevisionLimit: 1,
      metadata: { labels: { team: 'shop' }, annotations: { owner: 'shop' } },
    });
  expect(specOf(strategy)).toBe(`
replicas: 1
minReadySeconds: 10
progressDeadlineSeconds: 120
progressDeadlineAbort: true
revisionHistoryLimit: 5
rollbackWindow:
  revisions: 3
strategy:
  canary:
    maxSurge: 50%
    maxUnavailable: 1
    canaryMetadata:
      labels:
        role: canary
    stableMetadata:
      annotations:
        role: stable
    minPodsPerReplicaSet: 2
    antiAffinity:
      preferredDuringSchedulingIgnoredDuringExecution:
        weight: 100
    abortScaleDownDelaySeconds: 60
    scaleDownDelaySeconds: 120
    scaleDownDelayRevisionLimit: 1
    trafficRouting:
      managedRoutes:
        - name: copy
      istio:
        virtualService:
          name: reviews
          routes:
            - primary
        destinationRule:
          name: reviews
          stableSubsetName: old
          canarySubsetName: new
    analysis:
      startingStep: 5
      templates:
        - templateName: reviews-analysis-background
      args:
        - name: namespace
          valueFrom:
            fieldRef:
              fieldPath: metadata.namespace
        - name: hash
          valueFrom:
            podTemplateHashValue: Latest
    steps:
      - setCanaryScale:
          replicas: 1
      - setMirrorRoute:
          name: copy
          percentage: 10
          match:
            - method:
                exact: GET
              path:
                prefix: /list
      - pause:
          duration: 5m
      - setMirrorRoute:
          name: copy
      - setCanaryScale:
          matchTrafficWeight: true
      - setWeight: 50
      - plugin:
          name: example.com/wait
          config:
            hours: 2
`);
  expect(at(objectOf('Rollout', released(strategy)), 'metadata')).toMatchObject({
    labels: { team: 'shop', app: 'reviews' },
    annotations: { owner: 'shop' },
  });
  expect(at(objectOf('DestinationRule', released(strategy)), 'spec', 'subsets')).toEqual(
    ['old', 'new'].map((name) => ({ name, labels: { app: 'reviews' } })),
  );
});

test('every option of a blue/green release', () => {
  const strategy = () =>
    ArgoRollout.blueGreen({
      autoPromotionAfter: Duration.minutes(30),
      previewReplicas: 1,
      maxUnavailable: 0,
      activeMetadata: { labels: { role: 'active' } },
      previewMetadata: { labels: { role: 'preview' } },
      antiAffinity: AntiAffinity.REQUIRED,
      abortScaleDownDelay: Duration.seconds(0),
      scaleDownDelay: Duration.minutes(10),
      scaleDownDelayRevisionLimit: 2,
    });
  expect(specOf(strategy)).toBe(`
replicas: 1
strategy:
  blueGreen:
    activeService: reviews
    previewService: reviews-preview
    autoPromotionSeconds: 1800
    previewReplicaCount: 1
    maxUnavailable: 0
    activeMetadata:
      labels:
        role: active
    previewMetadata:
      labels:
        role: preview
    antiAffinity:
      requiredDuringSchedulingIgnoredDuringExecution: {}
    abortScaleDownDelaySeconds: 0
    scaleDownDelaySeconds: 600
    scaleDownDelayRevisionLimit: 2
`);
});

test('without a preview Service there is but one', () => {
  expect(
    at(
      rollout(() => ArgoRollout.blueGreen({ preview: false })),
      'strategy',
      'blueGreen',
    ),
  ).toEqual({ activeService: 'reviews' });
});

test('the routes of a plugin are between two Services', () => {
  const strategy = () => ArgoRollout.canary({ traffic: ArgoTraffic.plugin('example.com/router', { route: 'reviews' }) });
  expect(at(rollout(strategy), 'strategy', 'canary')).toMatchObject({
    stableService: 'reviews-stable',
    canaryService: 'reviews-canary',
    trafficRouting: { plugins: { 'example.com/router': { route: 'reviews' } } },
  });
});

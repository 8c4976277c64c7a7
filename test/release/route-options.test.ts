import { Duration } from 'cdk8s';
import { BlueGreen, KnativeRelease, KnativeScalingMetric, Route, WeightedRelease } from 'cdk8s-progressive';
import { at, objectOf } from '../support/chart';
import { released, type Strategy } from './support';

const specOf = (kind: string, strategy: Strategy) => at(objectOf(kind, released(strategy)), 'spec');

test('blue/green by routes, for callers behind a gateway', () => {
  const exposure = { gateways: ['ingress/public'], hosts: ['shop.example.com'] };
  expect(specOf('VirtualService', (active, preview) => BlueGreen.byRoutes({ active, preview, exposure }))).toMatchObject({
    hosts: ['reviews', 'shop.example.com'],
    gateways: ['mesh', 'ingress/public'],
  });
});

test('a policy for all versions, and one that differs', () => {
  const rule = specOf('DestinationRule', (v1, v2) =>
    WeightedRelease.onIstio({
      routes: [Route.to(v1)],
      policy: { outlierDetection: { consecutive5xxErrors: 5 } },
      versionPolicies: [{ version: v2, policy: { outlierDetection: { consecutive5xxErrors: 1 } } }],
    }),
  );
  expect(rule).toMatchObject({
    trafficPolicy: { outlierDetection: { consecutive5xxErrors: 5 } },
    subsets: [{ name: 'v1' }, { name: 'v2', trafficPolicy: { outlierDetection: { consecutive5xxErrors: 1 } } }],
  });
});

test('several Gateways, one listener each', () => {
  const route = specOf('HTTPRoute', (v1) =>
    WeightedRelease.onGatewayApi({
      gateway: { name: 'public', namespace: 'ingress', sectionName: 'https' },
      furtherGateways: [{ name: 'inner', port: 8080 }],
      hosts: ['shop.example.com'],
      routes: [Route.to(v1)],
    }),
  );
  const gateway = { group: 'gateway.networking.k8s.io', kind: 'Gateway' };
  expect(route).toMatchObject({
    parentRefs: [
      { ...gateway, name: 'public', namespace: 'ingress', sectionName: 'https' },
      { ...gateway, name: 'inner', port: 8080 },
    ],
    hostnames: ['shop.example.com'],
  });
});

test('every way in which Knative scales', () => {
  const service = specOf(
    'Service',
    (v1) =>
      new KnativeRelease({
        tags: { stable: v1 },
        autoscaling: {
          minScale: 1,
          maxScale: 9,
          initialScale: 3,
          metric: KnativeScalingMetric.REQUESTS_PER_SECOND,
          target: 150,
          window: Duration.seconds(90),
          retention: Duration.minutes(5),
          scaleDownDelay: Duration.minutes(1),
        },
      }),
  );
  expect(at(service, 'template', 'metadata', 'annotations')).toEqual({
    'autoscaling.knative.dev/min-scale': '1',
    'autoscaling.knative.dev/max-scale': '9',
    'autoscaling.knative.dev/initial-scale': '3',
    'autoscaling.knative.dev/metric': 'rps',
    'autoscaling.knative.dev/target': '150',
    'autoscaling.knative.dev/window': '90s',
    'autoscaling.knative.dev/scale-to-zero-pod-retention-period': '300s',
    'autoscaling.knative.dev/scale-down-delay': '60s',
  });
  expect(at(service, 'traffic')).toEqual([{ revisionName: 'reviews-v1', latestRevision: false, percent: 100, tag: 'stable' }]);
});

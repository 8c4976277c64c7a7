import { Metric, MetricTarget } from 'cdk8s-plus-27';
import { Microservice, Parameter, Route, WeightedRelease } from 'cdk8s-progressive';
import { at, type Build, objectOf, objectsOf, problemsOf, text, withVersion, yaml } from '../support/chart';

test('pods by load: the workload states no replicas, and pods are guarded', () => {
  const build = withVersion({
    autoscaling: {
      minReplicas: Parameter.integer('reviews.min', { defaultValue: 2, min: 1 }),
      maxReplicas: 5,
      cpuPercent: 70,
      memoryPercent: 80,
      metrics: [Metric.pods({ name: 'requests_per_second', target: MetricTarget.averageValue(100) })],
      scaleDownStabilizationSeconds: 60,
    },
  });
  expect(at(objectOf('Deployment', build), 'spec')).not.toHaveProperty('replicas');
  expect(yaml(at(objectOf('HorizontalPodAutoscaler', build), 'spec'))).toBe(
    text(`
      scaleTargetRef:
        apiVersion: apps/v1
        kind: Deployment
        name: reviews
      minReplicas: 2
      maxReplicas: 5
      metrics:
        - type: Resource
          resource:
            name: cpu
            target:
              type: Utilization
              averageUtilization: 70
        - type: Resource
          resource:
            name: memory
            target:
              type: Utilization
              averageUtilization: 80
        - type: Pods
          pods:
            metric:
              name: requests_per_second
            target:
              type: AverageValue
              averageValue: 100
      behavior:
        scaleDown:
          stabilizationWindowSeconds: 60
      `),
  );
  expect(at(objectOf('PodDisruptionBudget', build), 'spec', 'maxUnavailable')).toBe(1);
});

test('without a metric, the CPU counts', () => {
  const metrics = at(
    objectOf('HorizontalPodAutoscaler', withVersion({ autoscaling: { minReplicas: 1, maxReplicas: 2 } })),
    'spec',
    'metrics',
  );
  expect(metrics).toEqual([{ type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 80 } } }]);
});

test('each version side by side has its own', () => {
  const build: Build = (chart) => {
    const service = new Microservice(chart, 'reviews', { defaults: { autoscaling: { minReplicas: 2, maxReplicas: 4 } } });
    const v1 = service.addVersion('v1', { image: 'shop/reviews:1.0.0' });
    service.addVersion('v2', { image: 'shop/reviews:2.0.0' });
    service.release(WeightedRelease.onIstio({ routes: [Route.to(v1)] }));
  };
  const scalers = objectsOf(build).filter(({ manifest }) => manifest.kind === 'HorizontalPodAutoscaler');
  expect(scalers.map(({ manifest, origin }) => [at(manifest, 'spec', 'scaleTargetRef', 'name'), origin.construct])).toEqual([
    ['reviews-v1', 'shop/reviews/horizontal-pod-autoscaler-v1'],
    ['reviews-v2', 'shop/reviews/horizontal-pod-autoscaler-v2'],
  ]);
});

test('the one that runs has the one of its version', () => {
  const build: Build = (chart) => {
    const service = new Microservice(chart, 'reviews');
    service.addVersion('v1', { image: 'shop/reviews:1.0.0', replicas: 3 });
    service.addVersion('v2', { image: 'shop/reviews:2.0.0', autoscaling: { minReplicas: 2, maxReplicas: 4 } });
  };
  const kinds = (current: string) => objectsOf(build, { 'reviews.current': current }).map(({ manifest }) => manifest.kind);
  expect(kinds('v1')).toEqual(['Service', 'Deployment', 'PodDisruptionBudget']);
  expect(kinds('v2')).toEqual(['Service', 'Deployment', 'HorizontalPodAutoscaler', 'PodDisruptionBudget']);
});

test('numbers that cannot be', () => {
  const least = Parameter.integer('least', { defaultValue: 1, min: 0 });
  expect(problemsOf(withVersion({ replicas: -1, autoscaling: { minReplicas: least, maxReplicas: 0.5, cpuPercent: 0 } }))).toEqual([
    "shop/reviews: version 'v1': replicas is -1; allowed is a whole number from 0 to 2147483647.",
    "shop/reviews: version 'v1': autoscaling.minReplicas may become 0 by parameter 'least'; allowed is a whole number from 1 to 2147483647: state min: 1.",
    "shop/reviews: version 'v1': autoscaling.maxReplicas is 0.5; allowed is a whole number from 1 to 2147483647.",
    "shop/reviews: version 'v1': autoscaling.cpuPercent is 0; allowed is a whole number from 1 to 2147483647.",
    "shop/reviews: version 'v1': both replicas and autoscaling are stated; the autoscaler says how many pods there are: leave replicas out.",
  ]);
  expect(problemsOf(withVersion({ autoscaling: { minReplicas: 3, maxReplicas: 2 } }))).toEqual([
    "shop/reviews: version 'v1': autoscaling.minReplicas 3 is more than maxReplicas 2; exchange them.",
  ]);
});

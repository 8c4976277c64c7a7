import { type Fault, put } from './fault';

const V1 = 'Deployment/reviews-v1';
const V2 = 'Deployment/reviews-v2';

export const POD_FAULTS: readonly Fault[] = [
  {
    fault: 2,
    what: 'the Service selects v1',
    set: 'MESH',
    code: 'PD0201',
    break: (set) => put(set.spec('Service/reviews'), 'selector.version', 'v1'),
  },
  {
    fault: 2,
    what: 'by another label',
    set: 'MESH',
    code: 'PD0201',
    break: (set) => {
      put(set.spec(V1), 'template.metadata.labels.track', 'stable');
      put(set.spec(V2), 'template.metadata.labels.track', 'canary');
      put(set.spec('Service/reviews'), 'selector.track', 'stable');
      put(set.spec('DestinationRule/reviews'), 'host', 'reviews.shop.svc.cluster.local');
    },
  },
  {
    fault: 3,
    what: 'a subset label nobody has',
    set: 'MESH',
    code: 'PD0202',
    break: (set) => put(set.spec('DestinationRule/reviews'), 'subsets[1].labels.version', '2'),
  },
  {
    fault: 3,
    what: 'another key',
    set: 'MESH',
    code: 'PD0202',
    break: (set) => put(set.spec('DestinationRule/reviews'), 'subsets[0].labels', { 'app.kubernetes.io/version': 'v1' }),
  },
  {
    fault: 34,
    what: 'another port',
    set: 'MESH',
    code: 'PD0203',
    break: (set) => put(set.spec('Service/reviews'), 'ports[0].targetPort', 8081),
  },
  {
    fault: 34,
    what: 'a port by a name nobody has',
    set: 'ARGO',
    code: 'PD0203',
    break: (set) => put(set.spec('Service/pay-canary'), 'ports[0].targetPort', 'web'),
  },
  {
    fault: 34,
    what: 'in a Canary',
    set: 'FLAGGER',
    code: 'PD0203',
    break: (set) => put(set.spec('Canary/cart'), 'service.targetPort', 9090),
  },
  {
    fault: 34,
    what: 'pods of a workloadRef',
    set: 'ARGO',
    code: 'PD0203',
    break: (set) => put(set.spec('Service/orders'), 'ports[0].targetPort', 9001),
  },
  { fault: 42, what: 'a Deployment', set: 'MESH', code: 'PD0206', break: (set) => put(set.spec(V1), 'strategy.rollingUpdate.maxSurge', 0) },
  {
    fault: 42,
    what: 'percents in a Rollout',
    set: 'ARGO',
    code: 'PD0206',
    break: (set) => {
      put(set.spec('Rollout/pay'), 'strategy.canary.maxSurge', '0%');
      put(set.spec('Rollout/pay'), 'strategy.canary.maxUnavailable', 0);
    },
  },
  {
    fault: 43,
    what: 'as many as there are',
    set: 'MESH',
    code: 'PD0701',
    break: (set) => put(set.spec('PodDisruptionBudget/reviews-v2'), 'minAvailable', 3),
  },
  {
    fault: 43,
    what: 'as many as the autoscaler keeps',
    set: 'MESH',
    code: 'PD0701',
    break: (set) => {
      put(set.spec('PodDisruptionBudget/reviews-v2'), 'minAvailable', 2);
      put(set.spec('PodDisruptionBudget/reviews-v2'), 'selector.matchLabels.version', 'v1');
    },
  },
  {
    fault: 43,
    what: 'all of them',
    set: 'MESH',
    code: 'PD0701',
    break: (set) => put(set.spec('PodDisruptionBudget/reviews'), 'minAvailable', '100%'),
  },
  {
    fault: 43,
    what: 'none less',
    set: 'FLAGGER',
    code: 'PD0701',
    break: (set) => put(set.spec('PodDisruptionBudget/cart'), 'maxUnavailable', 0),
  },
  { fault: 44, what: 'replicas of a Deployment', set: 'MESH', code: 'PD0702', break: (set) => put(set.spec(V1), 'replicas', 2) },
  { fault: 44, what: 'replicas of a Rollout', set: 'ARGO', code: 'PD0702', break: (set) => put(set.spec('Rollout/orders'), 'replicas', 3) },
  {
    fault: 45,
    what: 'a slip in the name',
    set: 'MESH',
    code: 'PD0703',
    break: (set) => put(set.spec('HorizontalPodAutoscaler/reviews-v1'), 'scaleTargetRef.name', 'review-v1'),
  },
  {
    fault: 45,
    what: 'another kind',
    set: 'ARGO',
    code: 'PD0703',
    break: (set) => {
      put(set.spec('HorizontalPodAutoscaler/orders'), 'scaleTargetRef.name', 'pay');
      put(set.spec('HorizontalPodAutoscaler/orders'), 'scaleTargetRef.kind', 'Deployment');
      put(set.spec('HorizontalPodAutoscaler/orders'), 'scaleTargetRef.apiVersion', 'apps/v1');
    },
  },
  {
    fault: 45,
    what: 'a group that has no such kind',
    set: 'ARGO',
    code: 'PD0703',
    break: (set) => put(set.spec('HorizontalPodAutoscaler/orders'), 'scaleTargetRef.apiVersion', 'apps/v1'),
  },
  { fault: 46, what: 'a Deployment', set: 'MESH', code: 'PD0204', break: (set) => put(set.spec(V2), 'selector.matchLabels.version', 'v3') },
  {
    fault: 46,
    what: 'a Rollout, by an expression',
    set: 'ARGO',
    code: 'PD0204',
    break: (set) => put(set.spec('Rollout/pay'), 'selector', { matchExpressions: [{ key: 'app', operator: 'In', values: ['payment'] }] }),
  },
  {
    fault: 47,
    what: 'selectors without the version',
    set: 'MESH',
    code: 'PD0205',
    break: (set) => [V1, V2].forEach((id) => put(set.spec(id), 'selector.matchLabels.version', undefined)),
  },
  {
    fault: 47,
    what: 'one of them',
    set: 'GATEWAY_API',
    code: 'PD0205',
    break: (set) => put(set.spec('Deployment/blog-v1'), 'selector.matchLabels', { app: 'blog' }),
  },
  {
    fault: 48,
    what: 'a plus',
    set: 'MESH',
    code: 'PD0801',
    break: (set) => put(set.spec(V2), 'template.metadata.labels.release', '1.2.3+b5'),
  },
  {
    fault: 48,
    what: 'too long, in a Rollout',
    set: 'ARGO',
    code: 'PD0801',
    break: (set) => put(set.spec('Rollout/pay'), 'template.metadata.labels.commit', 'a'.repeat(64)),
  },
  { fault: 49, what: 'a number', set: 'MESH', code: 'PD0802', break: (set) => put(set.spec(V2), 'template.metadata.labels.release', 2) },
  {
    fault: 49,
    what: 'a boolean in the environment',
    set: 'MESH',
    code: 'PD0802',
    break: (set) => put(set.spec(V1), 'template.spec.containers[0].env[0].value', true),
  },
  {
    fault: 49,
    what: 'a subset label',
    set: 'MESH',
    code: 'PD0802',
    break: (set) => put(set.spec('DestinationRule/reviews'), 'subsets[0].labels.version', 1),
  },
  {
    fault: 49,
    what: 'in a Rollout',
    set: 'ARGO',
    code: 'PD0802',
    break: (set) => put(set.spec('Rollout/pay'), 'template.metadata.labels.version', 2),
  },
];

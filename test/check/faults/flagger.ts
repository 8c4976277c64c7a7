import { type Fault, put } from './fault';

const CANARY = 'Canary/cart';
const SUCCESS = 'analysis.metrics[0].thresholdRange';
const DURATION = 'analysis.metrics[1].thresholdRange';
const owned = (apiVersion: string, kind: string, name: string, spec: unknown) => ({
  apiVersion,
  kind,
  metadata: { name, namespace: 'shop' },
  spec,
});

export const FLAGGER_FAULTS: readonly Fault[] = [
  {
    fault: 8,
    what: 'the VirtualService',
    set: 'FLAGGER',
    code: 'PD0301',
    break: (set) =>
      set.add(
        owned('networking.istio.io/v1', 'VirtualService', 'cart', {
          hosts: ['cart'],
          http: [{ route: [{ destination: { host: 'cart-primary' } }] }],
        }),
      ),
  },
  {
    fault: 8,
    what: 'the Service',
    set: 'FLAGGER',
    code: 'PD0301',
    break: (set) =>
      set.add(owned('v1', 'Service', 'cart', { selector: { app: 'cart' }, ports: [{ name: 'http', port: 80, targetPort: 8080 }] })),
  },
  {
    fault: 8,
    what: 'a DestinationRule',
    set: 'FLAGGER',
    code: 'PD0301',
    break: (set) => set.add(owned('networking.istio.io/v1', 'DestinationRule', 'cart-canary', { host: 'cart-canary' })),
  },
  {
    fault: 8,
    what: 'a VirtualService of another name',
    set: 'FLAGGER',
    code: 'PD0301',
    break: (set) =>
      set.add(
        owned('networking.istio.io/v1', 'VirtualService', 'cart-routes', {
          hosts: ['cart.shop.svc.cluster.local'],
          http: [{ route: [{ destination: { host: 'cart-primary' } }] }],
        }),
      ),
  },
  {
    fault: 24,
    what: 'no label that Flagger knows',
    set: 'FLAGGER',
    code: 'PD0302',
    break: (set) => {
      put(set.spec('Deployment/cart'), 'selector.matchLabels', { service: 'cart' });
      put(set.spec('Deployment/cart'), 'template.metadata.labels', { service: 'cart', team: 'checkout' });
    },
  },
  {
    fault: 24,
    what: 'an expression instead',
    set: 'FLAGGER_AB',
    code: 'PD0302',
    break: (set) =>
      put(set.spec('Deployment/web'), 'selector', {
        matchExpressions: [{ key: 'app.kubernetes.io/name', operator: 'In', values: ['web'] }],
      }),
  },
  {
    fault: 25,
    what: 'a budget',
    set: 'FLAGGER',
    code: 'PD0304',
    break: (set) => put(set.spec('PodDisruptionBudget/cart'), 'selector.matchLabels', { app: 'cart' }),
  },
  {
    fault: 25,
    what: 'a network policy',
    set: 'FLAGGER',
    code: 'PD0304',
    break: (set) =>
      put(set.spec('NetworkPolicy/cart'), 'podSelector', { matchExpressions: [{ key: 'app', operator: 'In', values: ['cart'] }] }),
  },
  {
    fault: 26,
    what: 'no autoscalerRef',
    set: 'FLAGGER',
    code: 'PD0305',
    break: (set) => put(set.spec(CANARY), 'autoscalerRef', undefined),
  },
  {
    fault: 26,
    what: 'a ScaledObject',
    set: 'FLAGGER_AB',
    code: 'PD0305',
    break: (set) =>
      set.add({
        apiVersion: 'keda.sh/v1alpha1',
        kind: 'ScaledObject',
        metadata: { name: 'web', namespace: 'front' },
        spec: { scaleTargetRef: { name: 'web' } },
      }),
  },
  {
    fault: 28,
    what: 'a step above the maximum',
    set: 'FLAGGER',
    code: 'PD0306',
    break: (set) => put(set.spec(CANARY), 'analysis.stepWeight', 60),
  },
  {
    fault: 28,
    what: 'weights that fall',
    set: 'FLAGGER',
    code: 'PD0306',
    break: (set) => {
      put(set.spec(CANARY), 'analysis.stepWeight', undefined);
      put(set.spec(CANARY), 'analysis.stepWeights', [40, 20, 60]);
    },
  },
  { fault: 29, what: 'an hour', set: 'FLAGGER', code: 'PD0307', break: (set) => put(set.spec(CANARY), 'analysis.interval', '1h') },
  { fault: 29, what: 'no unit', set: 'FLAGGER', code: 'PD0307', break: (set) => put(set.spec(CANARY), 'analysis.interval', '20') },
  { fault: 29, what: 'half a unit', set: 'FLAGGER', code: 'PD0307', break: (set) => put(set.spec(CANARY), 'analysis.interval', '1m30') },
  { fault: 30, what: 'both', set: 'FLAGGER', code: 'PD0308', break: (set) => put(set.spec(CANARY), 'analysis.iterations', 10) },
  {
    fault: 30,
    what: 'both, in an A/B test',
    set: 'FLAGGER_AB',
    code: 'PD0308',
    break: (set) => put(set.spec('Canary/web'), 'analysis.stepWeight', 10),
  },
  {
    fault: 31,
    what: 'a slip in the template',
    set: 'FLAGGER',
    code: 'PD0309',
    break: (set) => put(set.spec(CANARY), 'analysis.metrics[2].templateRef.name', 'error-rates'),
  },
  {
    fault: 31,
    what: 'a template of another namespace',
    set: 'FLAGGER',
    code: 'PD0309',
    break: (set) => put(set.get('MetricTemplate/error-rate'), 'metadata.namespace', 'flagger-system'),
  },
  {
    fault: 31,
    what: 'a success rate with a maximum',
    set: 'FLAGGER',
    code: 'PD0310',
    break: (set) => put(set.spec(CANARY), SUCCESS, { max: 99 }),
  },
  {
    fault: 31,
    what: 'a duration with a minimum',
    set: 'FLAGGER',
    code: 'PD0310',
    break: (set) => put(set.spec(CANARY), DURATION, { min: 500 }),
  },
  {
    fault: 31,
    what: 'an error rate with a minimum',
    set: 'FLAGGER',
    code: 'PD0310',
    break: (set) => put(set.spec(CANARY), 'analysis.metrics[2].thresholdRange', { min: 5 }),
  },
  {
    fault: 31,
    what: 'min above max',
    set: 'FLAGGER',
    code: 'PD0310',
    break: (set) => put(set.spec(CANARY), DURATION, { min: 500, max: 100 }),
  },
  {
    fault: 32,
    what: 'no load test',
    set: 'FLAGGER',
    code: 'PD0311',
    break: (set) => put(set.spec(CANARY), 'analysis.webhooks', undefined),
  },
  {
    fault: 32,
    what: 'only a gate',
    set: 'FLAGGER',
    code: 'PD0311',
    break: (set) => put(set.spec(CANARY), 'analysis.webhooks[0].type', 'confirm-rollout'),
  },
  {
    fault: 32,
    what: 'blue/green behind a gateway',
    set: 'FLAGGER_AB',
    code: 'PD0311',
    break: (set) => put(set.spec('Canary/web'), 'analysis.match', undefined),
  },
  {
    fault: 17,
    what: 'the query of a MetricTemplate',
    set: 'FLAGGER',
    code: 'PD0605',
    break: (set) =>
      put(
        set.spec('MetricTemplate/error-rate'),
        'query',
        'sum(rate(istio_requests_total{destination_workload="{{ target }}"}[{{ interval }}])',
      ),
  },
];

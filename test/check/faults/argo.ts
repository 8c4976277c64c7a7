import { type Fault, put } from './fault';

const PAY = 'Rollout/pay';
const STEPS = 'strategy.canary.steps';
const RULE = 'strategy.canary.trafficRouting.istio.destinationRule';
const VS = 'strategy.canary.trafficRouting.istio.virtualService';
const METRIC = 'metrics[0]';

export const ARGO_FAULTS: readonly Fault[] = [
  {
    fault: 9,
    what: 'a slip in a subset',
    set: 'ARGO_SUBSETS',
    code: 'PD0401',
    break: (set) => put(set.spec('Rollout/stock'), `${RULE}.canarySubsetName`, 'cannary'),
  },
  {
    fault: 9,
    what: 'a subset renamed',
    set: 'ARGO_SUBSETS',
    code: 'PD0401',
    break: (set) => put(set.spec('DestinationRule/stock'), 'subsets[1].name', 'main'),
  },
  {
    fault: 10,
    what: 'a third subset',
    set: 'ARGO_SUBSETS',
    code: 'PD0402',
    break: (set) => set.spec('DestinationRule/stock').subsets.push({ name: 'eu', labels: { app: 'stock' } } as never),
  },
  {
    fault: 10,
    what: 'two more',
    set: 'ARGO_SUBSETS',
    code: 'PD0402',
    break: (set) =>
      set
        .spec('DestinationRule/stock')
        .subsets.unshift({ name: 'v1', labels: { version: 'v1' } } as never, { name: 'v2', labels: { version: 'v2' } } as never),
  },
  { fault: 11, what: 'a slip in a route', set: 'ARGO', code: 'PD0403', break: (set) => put(set.spec(PAY), `${VS}.routes`, ['primray']) },
  {
    fault: 11,
    what: 'a rule without a name',
    set: 'ARGO',
    code: 'PD0403',
    break: (set) => put(set.spec('VirtualService/pay'), 'http[1].name', undefined),
  },
  { fault: 12, what: 'two rules', set: 'ARGO', code: 'PD0404', break: (set) => put(set.spec(PAY), `${VS}.routes`, undefined) },
  {
    fault: 12,
    what: 'a second rule',
    set: 'ARGO_SUBSETS',
    code: 'PD0404',
    break: (set) => set.spec('VirtualService/stock').http.unshift({ match: [{ uri: { exact: '/x' } }], redirect: { uri: '/y' } } as never),
  },
  {
    fault: 13,
    what: 'no arguments',
    set: 'ARGO',
    code: 'PD0602',
    break: (set) => put(set.spec(PAY), `${STEPS}[5].analysis.args`, undefined),
  },
  {
    fault: 13,
    what: 'another argument',
    set: 'ARGO',
    code: 'PD0602',
    break: (set) => put(set.spec(PAY), `${STEPS}[5].analysis.args[0].name`, 'service-name'),
  },
  {
    fault: 13,
    what: 'a background analysis',
    set: 'ARGO',
    code: 'PD0602',
    break: (set) => put(set.spec('AnalysisTemplate/errors'), 'args', [{ name: 'namespace' }]),
  },
  {
    fault: 14,
    what: 'a slip in the template',
    set: 'ARGO',
    code: 'PD0601',
    break: (set) => put(set.spec(PAY), `${STEPS}[5].analysis.templates[0].templateName`, 'succes-rate'),
  },
  {
    fault: 14,
    what: 'no template at all',
    set: 'ARGO',
    code: 'PD0601',
    break: (set) => {
      set.drop('AnalysisTemplate/success-rate');
      set.drop('AnalysisTemplate/errors');
    },
  },
  {
    fault: 14,
    what: 'the wrong scope',
    set: 'ARGO',
    code: 'PD0601',
    break: (set) => put(set.get('AnalysisTemplate/errors'), 'kind', 'ClusterAnalysisTemplate'),
  },
  {
    fault: 14,
    what: 'another namespace',
    set: 'ARGO',
    code: 'PD0601',
    break: (set) => put(set.get('AnalysisTemplate/errors'), 'metadata.namespace', 'argo-rollouts'),
  },
  {
    fault: 15,
    what: 'a success condition',
    set: 'ARGO',
    code: 'PD0603',
    break: (set) => put(set.spec('AnalysisTemplate/success-rate'), `${METRIC}.successCondition`, 'result >= 0.95'),
  },
  {
    fault: 15,
    what: 'a failure condition',
    set: 'ARGO',
    code: 'PD0603',
    break: (set) => put(set.spec('AnalysisTemplate/errors'), `${METRIC}.failureCondition`, 'len(result) > 0 && result>10'),
  },
  {
    fault: 16,
    what: 'no interval',
    set: 'ARGO',
    code: 'PD0604',
    break: (set) => put(set.spec('AnalysisTemplate/success-rate'), `${METRIC}.interval`, undefined),
  },
  {
    fault: 16,
    what: 'a count as text',
    set: 'ARGO',
    code: 'PD0604',
    break: (set) => {
      put(set.spec('AnalysisTemplate/errors'), `${METRIC}.interval`, undefined);
      put(set.spec('AnalysisTemplate/errors'), `${METRIC}.count`, '5');
    },
  },
  {
    fault: 17,
    what: 'a bracket missing',
    set: 'ARGO',
    code: 'PD0605',
    break: (set) =>
      put(set.spec('AnalysisTemplate/errors'), `${METRIC}.provider.prometheus.query`, 'sum(rate(errors_total{app="{{args.service}}"}[5m])'),
  },
  {
    fault: 17,
    what: 'a rate without a range',
    set: 'ARGO',
    code: 'PD0605',
    break: (set) => put(set.spec('AnalysisTemplate/errors'), `${METRIC}.provider.prometheus.query`, 'sum(rate(errors_total))'),
  },
  {
    fault: 18,
    what: 'no count',
    set: 'ARGO',
    code: 'PD0607',
    break: (set) => put(set.spec('AnalysisTemplate/success-rate'), `${METRIC}.count`, undefined),
  },
  {
    fault: 18,
    what: 'before promotion',
    set: 'ARGO',
    code: 'PD0607',
    break: (set) => put(set.spec('Rollout/orders'), 'strategy.blueGreen.prePromotionAnalysis', { templates: [{ templateName: 'errors' }] }),
  },
  {
    fault: 19,
    what: 'a pause of 10min',
    set: 'ARGO',
    code: 'PD0408',
    break: (set) => put(set.spec(PAY), `${STEPS}[6].pause.duration`, '10min'),
  },
  { fault: 19, what: 'a weight of 120', set: 'ARGO', code: 'PD0408', break: (set) => put(set.spec(PAY), `${STEPS}[4].setWeight`, 120) },
  { fault: 20, what: 'a weight and a pause', set: 'ARGO', code: 'PD0409', break: (set) => put(set.spec(PAY), `${STEPS}[4].pause`, {}) },
  {
    fault: 20,
    what: 'a scale and a header route',
    set: 'ARGO',
    code: 'PD0409',
    break: (set) => put(set.spec(PAY), `${STEPS}[1].setCanaryScale`, { replicas: 1 }),
  },
  {
    fault: 21,
    what: 'no managed routes',
    set: 'ARGO',
    code: 'PD0410',
    break: (set) => put(set.spec(PAY), 'strategy.canary.trafficRouting.managedRoutes', undefined),
  },
  {
    fault: 21,
    what: 'another name',
    set: 'ARGO',
    code: 'PD0410',
    break: (set) => put(set.spec(PAY), 'strategy.canary.trafficRouting.managedRoutes[0].name', 'tester'),
  },
  {
    fault: 22,
    what: 'one Service for both',
    set: 'ARGO',
    code: 'PD0405',
    break: (set) => put(set.spec(PAY), 'strategy.canary.canaryService', 'pay-stable'),
  },
  {
    fault: 22,
    what: 'active is preview',
    set: 'ARGO',
    code: 'PD0405',
    break: (set) => put(set.spec('Rollout/orders'), 'strategy.blueGreen.previewService', 'orders'),
  },
  {
    fault: 22,
    what: 'a selector not in the template',
    set: 'ARGO',
    code: 'PD0406',
    break: (set) => put(set.spec('Service/pay-canary'), 'selector.role', 'canary'),
  },
  {
    fault: 22,
    what: 'not in that of a workloadRef',
    set: 'ARGO',
    code: 'PD0406',
    break: (set) => put(set.spec('Service/orders-preview'), 'selector.app', 'order'),
  },
  { fault: 23, what: 'a Service', set: 'ARGO', code: 'PD0407', break: (set) => set.drop('Service/pay-canary') },
  { fault: 23, what: 'a VirtualService', set: 'ARGO', code: 'PD0407', break: (set) => set.drop('VirtualService/pay') },
  {
    fault: 23,
    what: 'a preview Service',
    set: 'ARGO',
    code: 'PD0407',
    break: (set) => put(set.spec('Rollout/orders'), 'strategy.blueGreen.previewService', 'orders-next'),
  },
  {
    fault: 27,
    what: 'an autoscaler of the Deployment',
    set: 'ARGO',
    code: 'PD0411',
    break: (set) =>
      put(set.spec('HorizontalPodAutoscaler/orders'), 'scaleTargetRef', { apiVersion: 'apps/v1', kind: 'Deployment', name: 'orders' }),
  },
  {
    fault: 27,
    what: 'a ScaledObject',
    set: 'ARGO',
    code: 'PD0411',
    break: (set) =>
      set.add({
        apiVersion: 'keda.sh/v1alpha1',
        kind: 'ScaledObject',
        metadata: { name: 'orders', namespace: 'shop' },
        spec: { scaleTargetRef: { name: 'orders' } },
      }),
  },
];

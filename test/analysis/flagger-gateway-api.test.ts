import { Analysis, FlaggerProvider, Metric } from 'cdk8s-progressive';
import { yaml } from '../support/chart';
import { flaggerAnalysis } from './support';

test('behind a Gateway API, where requests are counted by the gateway', () => {
  const made = flaggerAnalysis(Analysis.of(Metric.successRate({ min: 99 })), {
    provider: FlaggerProvider.GATEWAY_API,
    gatewayRefs: [{ name: 'public' }],
  }).templates;
  expect(yaml(made)).toBe(`
- provider:
    type: prometheus
    address: http://prometheus.istio-system:9090
  query: |-
    (
      sum(rate(istio_requests_total{reporter="source", destination_workload_namespace="{{ namespace }}", destination_workload="{{ target }}", response_code!~"5.."}[{{ interval }}]))
      or vector(0)
    )
    / sum(rate(istio_requests_total{reporter="source", destination_workload_namespace="{{ namespace }}", destination_workload="{{ target }}"}[{{ interval }}]))
    * 100
`);
});

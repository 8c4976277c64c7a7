import { GoldenSignalAlerts } from 'cdk8s-progressive';
import { yaml } from '../support/chart';
import { withConstruct } from './support';

test('a PrometheusRule with an alert for each golden signal', () => {
  const made = withConstruct(
    (chart, service) =>
      new GoldenSignalAlerts(chart, 'alerts', { service, labels: { team: 'shop' }, ruleLabels: { release: 'prometheus' } }),
    'PrometheusRule',
  );
  expect(yaml(made)).toBe(`
apiVersion: monitoring.coreos.com/v1
kind: PrometheusRule
metadata:
  name: reviews-golden-signals
  namespace: shop
  labels:
    app: reviews
    app.kubernetes.io/name: reviews
    release: prometheus
spec:
  groups:
    - name: reviews-golden-signals
      rules:
        - alert: TooManyErrors
          expr: "sum by (destination_canonical_revision) (rate(istio_requests_total{reporter=\\"destination\\", destination_workload_namespace=\\"shop\\", destination_canonical_service=\\"reviews\\", response_code=~\\"5..\\"}[5m])) / sum by (destination_canonical_revision) (rate(istio_requests_total{reporter=\\"destination\\", destination_workload_namespace=\\"shop\\", destination_canonical_service=\\"reviews\\"}[5m])) * 100 > 1"
          for: 5m
          labels:
            severity: critical
            service: reviews
            team: shop
          annotations:
            summary: "reviews {{ $labels.destination_canonical_revision }}: {{ $value | humanize }} % of the answers are errors."
        - alert: TooSlow
          expr: "histogram_quantile(0.99, sum by (le, destination_canonical_revision) (rate(istio_request_duration_milliseconds_bucket{reporter=\\"destination\\", destination_workload_namespace=\\"shop\\", destination_canonical_service=\\"reviews\\"}[5m]))) > 500"
          for: 5m
          labels:
            severity: critical
            service: reviews
            team: shop
          annotations:
            summary: "reviews {{ $labels.destination_canonical_revision }}: the 99th percentile takes {{ $value | humanize }} ms."
        - alert: TooFewRequests
          expr: "(sum(sum by (destination_canonical_revision) (rate(istio_requests_total{reporter=\\"destination\\", destination_workload_namespace=\\"shop\\", destination_canonical_service=\\"reviews\\"}[5m]))) or vector(0)) < 0.5 * sum(sum by (destination_canonical_revision) (rate(istio_requests_total{reporter=\\"destination\\", destination_workload_namespace=\\"shop\\", destination_canonical_service=\\"reviews\\"}[5m] offset 1h)))"
          for: 5m
          labels:
            severity: warning
            service: reviews
            team: shop
          annotations:
            summary: "reviews: only {{ $value | humanize }} requests a second."
        - alert: TooFull
          expr: "max by (pod) (container_memory_working_set_bytes{namespace=\\"shop\\", container=\\"reviews\\"}) / max by (pod) (kube_pod_container_resource_limits{namespace=\\"shop\\", container=\\"reviews\\", resource=\\"memory\\"}) * 100 > 90"
          for: 5m
          labels:
            severity: warning
            service: reviews
            team: shop
          annotations:
            summary: "reviews: the pod {{ $labels.pod }} uses {{ $value | humanize }} % of its memory."
        - alert: TooBusy
          expr: "sum by (pod) (rate(container_cpu_cfs_throttled_periods_total{namespace=\\"shop\\", container=\\"reviews\\"}[5m])) / sum by (pod) (rate(container_cpu_cfs_periods_total{namespace=\\"shop\\", container=\\"reviews\\"}[5m])) * 100 > 25"
          for: 5m
          labels:
            severity: warning
            service: reviews
            team: shop
          annotations:
            summary: "reviews: the pod {{ $labels.pod }} is held back by its CPU limit {{ $value | humanize }} % of the time."
`);
});

import { Duration } from 'cdk8s';
import { Analysis, AnalysisArgument, Metric, NoData } from 'cdk8s-progressive';
import { yaml } from '../support/chart';
import { flaggerAnalysis } from './support';

test('what each metric becomes in a Canary and in MetricTemplates', () => {
  const made = flaggerAnalysis(
    Analysis.of(
      Metric.successRate({ min: 99 }),
      Metric.latency({ max: Duration.millis(500), window: Duration.minutes(2) }),
      Metric.successRate({ name: 'calm', min: 99, noData: NoData.PASS }),
      Metric.restarts(),
      Metric.prometheus({ name: 'queue', query: 'sum(queue{kind="{{args.kind}}"})', max: 9 }),
      Metric.datadog({ name: 'dd', query: 'avg:a{service:{{service}}}', max: 5, secret: 'datadog' }),
      Metric.cloudWatch({ name: 'cw', queries: [{ Id: 'e1', Expression: 'm1 / m2' }], region: 'eu-central-1', max: 1 }),
      Metric.newRelic({ name: 'nr', query: 'SELECT 1', secret: 'newrelic', max: 1 }),
      Metric.custom({
        name: 'gr',
        flaggerProvider: { type: 'graphite', address: 'http://graphite' },
        flaggerQuery: 'x&target={{service}}',
        max: 1,
      }),
    ).withOptions({ args: [AnalysisArgument.value('kind', 'slow')], prometheus: 'http://prometheus:9090' }),
  );
  expect(yaml(made)).toBe(`
analysis:
  interval: 1m
  threshold: 5
  stepWeight: 50
  metrics:
    - name: request-success-rate
      interval: 1m
      thresholdRange:
        min: 99
    - name: request-duration
      interval: 2m
      thresholdRange:
        max: 500
    - name: calm
      templateRef:
        name: reviews-calm
      templateVariables:
        kind: slow
      interval: 1m
      thresholdRange:
        min: 99
    - name: restarts
      templateRef:
        name: reviews-restarts
      templateVariables:
        kind: slow
      interval: 1m
      thresholdRange:
        max: 0
    - name: queue
      templateRef:
        name: reviews-queue
      templateVariables:
        kind: slow
      interval: 1m
      thresholdRange:
        max: 9
    - name: dd
      templateRef:
        name: reviews-dd
      templateVariables:
        kind: slow
      interval: 1m
      thresholdRange:
        max: 5
    - name: cw
      templateRef:
        name: reviews-cw
      templateVariables:
        kind: slow
      interval: 1m
      thresholdRange:
        max: 1
    - name: nr
      templateRef:
        name: reviews-nr
      templateVariables:
        kind: slow
      interval: 1m
      thresholdRange:
        max: 1
    - name: gr
      templateRef:
        name: reviews-gr
      templateVariables:
        kind: slow
      interval: 1m
      thresholdRange:
        max: 1
templates:
  - provider:
      type: prometheus
      address: http://prometheus:9090
    query: |-
      (
      (
        sum(rate(istio_requests_total{reporter="destination", destination_workload_namespace="{{ namespace }}", destination_workload="{{ target }}", response_code!~"5.."}[{{ interval }}]))
        or vector(0)
      )
      / sum(rate(istio_requests_total{reporter="destination", destination_workload_namespace="{{ namespace }}", destination_workload="{{ target }}"}[{{ interval }}]))
      * 100
      ) > -Inf
      or on() vector(99)
  - provider:
      type: prometheus
      address: http://prometheus:9090
    query: |-
      sum(
        max by (pod, container) (max_over_time(kube_pod_container_status_restarts_total{namespace="{{ namespace }}", pod=~"{{ target }}-[0-9a-zA-Z]+(-[0-9a-zA-Z]+)"}[{{ interval }}]))
        - (max by (pod, container) (kube_pod_container_status_restarts_total{namespace="{{ namespace }}", pod=~"{{ target }}-[0-9a-zA-Z]+(-[0-9a-zA-Z]+)"} offset {{ interval }}) or max by (pod, container) (max_over_time(kube_pod_container_status_restarts_total{namespace="{{ namespace }}", pod=~"{{ target }}-[0-9a-zA-Z]+(-[0-9a-zA-Z]+)"}[{{ interval }}])) * 0)
      )
  - provider:
      type: prometheus
      address: http://prometheus:9090
    query: "sum(queue{kind=\\"{{ index variables \\"kind\\" }}\\"})"
  - provider:
      type: datadog
      secretRef:
        name: datadog
    query: "avg:a{service:{{ target }}}"
  - provider:
      type: cloudwatch
      region: eu-central-1
    query: |-
      [
        {
          "Id": "e1",
          "Expression": "m1 / m2"
        }
      ]
  - provider:
      type: newrelic
      secretRef:
        name: newrelic
    query: "SELECT 1"
  - provider:
      type: graphite
      address: http://graphite
    query: "x&target={{ target }}"
`);
});

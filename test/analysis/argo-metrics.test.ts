import { Duration, Size } from 'cdk8s';
import { Analysis, AnalysisArgument, ArgoTraffic, Metric, NoData, Parameter } from 'cdk8s-progressive';
import { yaml } from '../support/chart';
import { argoMetrics } from './support';

test('what each metric becomes in an AnalysisTemplate', () => {
  const made = argoMetrics(
    Analysis.of(
      Metric.successRate({ min: 99, count: 3, interval: Duration.seconds(30), failureLimit: 1, initialDelay: Duration.seconds(10) }),
      Metric.latency({ percentile: 95, max: Duration.seconds(1), noData: NoData.PASS, inconclusiveLimit: 1, consecutiveErrorLimit: 2 }),
      Metric.restarts({ max: 1, window: Duration.minutes(10) }),
      Metric.memory({ max: Size.mebibytes(512), noData: NoData.INCONCLUSIVE }),
      Metric.prometheus({
        name: 'queue',
        query: 'sum(queue{namespace="{{namespace}}", pod=~"{{pods}}", kind="{{args.kind}}"})',
        min: 1,
        max: Parameter.integer('queue.max', { defaultValue: 9 }),
        address: 'http://other:9090',
      }),
      Metric.prometheus({ name: 'number', query: 'scalar(sum(queue))', min: 1 }),
      Metric.datadog({ name: 'dd', query: 'avg:a{service:{{service}}}', max: 5, secret: 'datadog', apiVersion: 'v2' }),
      Metric.cloudWatch({ name: 'cw', queries: [{ id: 'rate', expression: 'errors / requests' }], max: 0.01 }),
      Metric.newRelic({ name: 'nr', query: 'SELECT percentage(count(*)) AS rate FROM Transaction', field: 'rate', min: 99 }),
      Metric.web({
        name: 'web',
        url: 'http://{{service}}/health?x={{args.kind}}',
        jsonPath: '{$.score}',
        min: 5,
        headers: { accept: 'application/json' },
      }),
      Metric.web({ name: 'text', url: 'http://health', jsonPath: '{$.state}', expected: 'ok', timeout: Duration.seconds(3) }),
      Metric.custom({ name: 'wave', argoProvider: { wavefront: { address: 'a', query: 'q' } }, successCondition: 'result > 0' }),
    ).withOptions({ args: [AnalysisArgument.value('kind', 'slow')], prometheus: 'http://prometheus:9090' }),
    ArgoTraffic.istioSubsets(),
  );
  expect(yaml(made)).toBe(`
- name: success-rate
  initialDelay: 10s
  interval: 30s
  count: 3
  successCondition: "len(result) > 0 && !isNaN(result[0]) && result[0] >= 99"
  failureLimit: 1
  provider:
    prometheus:
      address: http://prometheus:9090
      query: |-
        (
          sum(rate(istio_requests_total{reporter="destination", destination_workload_namespace="{{args.namespace}}", pod=~"reviews-{{args.hash}}-.*", response_code!~"5.."}[1m]))
          or vector(0)
        )
        / sum(rate(istio_requests_total{reporter="destination", destination_workload_namespace="{{args.namespace}}", pod=~"reviews-{{args.hash}}-.*"}[1m]))
        * 100
- name: latency
  successCondition: "!(len(result) > 0 && !isNaN(result[0])) || result[0] <= 1000"
  inconclusiveLimit: 1
  consecutiveErrorLimit: 2
  provider:
    prometheus:
      address: http://prometheus:9090
      query: |-
        histogram_quantile(0.95,
          sum by (le) (rate(istio_request_duration_milliseconds_bucket{reporter="destination", destination_workload_namespace="{{args.namespace}}", pod=~"reviews-{{args.hash}}-.*"}[1m]))
        )
- name: restarts
  successCondition: "len(result) > 0 && !isNaN(result[0]) && result[0] <= 1"
  provider:
    prometheus:
      address: http://prometheus:9090
      query: |-
        sum(
          max by (pod, container) (max_over_time(kube_pod_container_status_restarts_total{namespace="{{args.namespace}}", pod=~"reviews-{{args.hash}}-.*"}[10m]))
          - (max by (pod, container) (kube_pod_container_status_restarts_total{namespace="{{args.namespace}}", pod=~"reviews-{{args.hash}}-.*"} offset 10m) or max by (pod, container) (max_over_time(kube_pod_container_status_restarts_total{namespace="{{args.namespace}}", pod=~"reviews-{{args.hash}}-.*"}[10m])) * 0)
        )
- name: memory
  successCondition: "len(result) > 0 && !isNaN(result[0]) && result[0] <= 536870912"
  failureCondition: "len(result) > 0 && !isNaN(result[0]) && !(result[0] <= 536870912)"
  provider:
    prometheus:
      address: http://prometheus:9090
      query: |-
        max(
          container_memory_working_set_bytes{namespace="{{args.namespace}}", pod=~"reviews-{{args.hash}}-.*", container!="", container!="POD"}
        )
- name: queue
  successCondition: "len(result) > 0 && !isNaN(result[0]) && (result[0] >= 1 && result[0] <= 9)"
  provider:
    prometheus:
      address: http://other:9090
      query: "sum(queue{namespace=\\"{{args.namespace}}\\", pod=~\\"reviews-{{args.hash}}-.*\\", kind=\\"{{args.kind}}\\"})"
- name: number
  successCondition: "!isNaN(result) && result >= 1"
  provider:
    prometheus:
      address: http://prometheus:9090
      query: "scalar(sum(queue))"
- name: dd
  successCondition: "!isNil(result) && asFloat(result) <= 5"
  provider:
    datadog:
      apiVersion: v2
      interval: 1m
      query: "avg:a{service:reviews}"
      secretRef:
        name: datadog
        namespaced: true
- name: cw
  successCondition: "len(result[0].Values) > 0 && all(result[0].Values, {# <= 0.01})"
  provider:
    cloudWatch:
      interval: 1m
      metricDataQueries:
        - id: rate
          expression: "errors / requests"
- name: nr
  successCondition: "result.rate >= 99"
  provider:
    newRelic:
      query: "SELECT percentage(count(*)) AS rate FROM Transaction"
- name: web
  successCondition: "asFloat(result) >= 5"
  provider:
    web:
      url: "http://reviews/health?x={{args.kind}}"
      headers:
        - key: accept
          value: application/json
      jsonPath: "{$.score}"
- name: text
  successCondition: "result == \\"ok\\""
  provider:
    web:
      url: http://health
      jsonPath: "{$.state}"
      timeoutSeconds: 3
- name: wave
  successCondition: "result > 0"
  provider:
    wavefront:
      address: a
      query: q
`);
});

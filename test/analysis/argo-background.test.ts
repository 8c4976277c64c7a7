import { Analysis, LoadTest, Metric, Webhook } from 'cdk8s-progressive';
import { yaml } from '../support/chart';
import { argoMetrics } from './support';

test('beside the steps: measured each minute, from the end of the first window on; load is made all the while', () => {
  const made = argoMetrics(
    Analysis.of(
      LoadTest.of({ command: 'fortio load {{canary}}' }),
      Webhook.preRollout({ name: 'ready', url: 'http://gate/ready', metadata: { who: 'me' } }),
      Metric.restarts({ dryRun: true }),
    ),
    undefined,
    true,
  );
  expect(yaml(made)).toBe(`
- name: load-test
  interval: 1m
  provider:
    web:
      url: http://flagger-loadtester.test/
      method: POST
      jsonBody:
        name: reviews
        namespace: "{{args.namespace}}"
        metadata:
          type: cmd
          cmd: "fortio load http://reviews.shop:80"
- name: ready
  provider:
    web:
      url: http://gate/ready
      method: POST
      jsonBody:
        name: reviews
        namespace: "{{args.namespace}}"
        metadata:
          who: me
- name: restarts
  initialDelay: 1m
  interval: 1m
  successCondition: "len(result) > 0 && !isNaN(result[0]) && result[0] <= 0"
  provider:
    prometheus:
      address: http://prometheus.istio-system:9090
      query: |-
        sum(
          max by (pod, container) (max_over_time(kube_pod_container_status_restarts_total{namespace="{{args.namespace}}", pod=~"reviews-{{args.hash}}-.*"}[1m]))
          - (max by (pod, container) (kube_pod_container_status_restarts_total{namespace="{{args.namespace}}", pod=~"reviews-{{args.hash}}-.*"} offset 1m) or max by (pod, container) (max_over_time(kube_pod_container_status_restarts_total{namespace="{{args.namespace}}", pod=~"reviews-{{args.hash}}-.*"}[1m])) * 0)
        )
`);
});

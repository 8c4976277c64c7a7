import type { ReleaseName } from 'cdk8s-progressive';
import type { PrometheusRuleSpecGroups } from 'cdk8s-progressive/imports/prometheus/prometheus-rule';

/** Latency, traffic, errors and saturation of both versions, and pods that restart again and again. */
export function goldenSignals(release: ReleaseName, namespace: string): PrometheusRuleSpecGroups {
  const services = `namespace="${namespace}",service=~"${release}-(app|canary-app)"`;
  const pods = `namespace="${namespace}",pod=~"${release}-(app|canary-app)-.*",container!=""`;
  const requests = (more = '') => `sum by (service) (rate(http_requests_total{${services}${more}}[5m]))`;
  const alert = (name: string, expr: string, severity: string, summary: string, description: string) => ({
    alert: name,
    expr,
    for: '2m',
    labels: { severity },
    annotations: { summary, description },
  });
  return {
    name: 'upcommerce.golden-signals',
    interval: '30s',
    rules: [
      alert(
        'UpCommerceSlow',
        `histogram_quantile(0.99, sum by (service, le) (rate(http_request_duration_seconds_bucket{${services}}[5m]))) > 0.5`,
        'warning',
        '{{ $labels.service }} is slow',
        'One request in a hundred takes {{ $value | humanizeDuration }} or longer.',
      ),
      alert(
        'UpCommerceWithoutTraffic',
        `${requests()} == 0`,
        'warning',
        '{{ $labels.service }} gets no requests',
        'Not one request in five minutes: is it reachable?',
      ),
      alert(
        'UpCommerceErrors',
        `${requests(',status=~"5.."')} / ${requests()} > 0.01`,
        'critical',
        '{{ $labels.service }} fails',
        '{{ $value | humanizePercentage }} of its requests are answered with an error.',
      ),
      alert(
        'UpCommerceShortOfCpu',
        `sum by (pod) (rate(container_cpu_cfs_throttled_periods_total{${pods}}[5m])) / sum by (pod) (rate(container_cpu_cfs_periods_total{${pods}}[5m])) > 0.25`,
        'warning',
        '{{ $labels.pod }} is held back by its CPU limit',
        'It is slowed down in {{ $value | humanizePercentage }} of the time.',
      ),
      alert(
        'UpCommerceShortOfMemory',
        `sum by (pod) (container_memory_working_set_bytes{${pods}}) / sum by (pod) (kube_pod_container_resource_limits{${pods},resource="memory"}) > 0.9`,
        'warning',
        '{{ $labels.pod }} is about to be killed',
        'It uses {{ $value | humanizePercentage }} of its memory limit.',
      ),
      alert(
        'UpCommerceRestarts',
        `sum by (pod) (increase(kube_pod_container_status_restarts_total{${pods}}[10m])) > 2`,
        'critical',
        '{{ $labels.pod }} restarts again and again',
        '{{ $value | humanize }} restarts in ten minutes; if it is the canary, set canary.enable to false.',
      ),
    ],
  };
}

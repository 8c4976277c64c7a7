import type { Microservice } from '../service/microservice';
import { Telemetry } from './telemetry';

/** PromQL for all versions of a service side by side, with one series per version. */
export interface ServiceQueries {
  /** The label that tells the versions apart. */
  readonly by: string;
  /** The series that counts requests, of all versions. */
  readonly counted: string;
  /** Requests per second; `offset` looks further back: ` offset 1h`. */
  requests(window: string, offset?: string): string;
  /** Share of answers with 5xx, in percent. */
  errors(window: string): string;
  /** A percentile of the durations, in milliseconds. */
  latency(percentile: number, window: string): string;
  /** Memory in use, in percent of the limit, by pod. */
  memory(): string;
  /** Share of the time in which the CPU limit holds back, in percent, by pod. */
  throttled(window: string): string;
  /** Restarts of containers, by pod. */
  restarts(window: string): string;
}

/** Sources that tell the versions of a service apart. */
export type VersionTelemetry = Telemetry.ISTIO_DESTINATION | Telemetry.ISTIO_SOURCE | Telemetry.APPLICATION;

export function tellsVersions(telemetry: Telemetry): telemetry is VersionTelemetry {
  return telemetry !== Telemetry.NGINX && telemetry !== Telemetry.KNATIVE;
}

/** Why the versions of a service cannot be compared. */
export function versionsProblem(telemetry: Telemetry): string {
  return `telemetry is '${telemetry}', which does not tell versions apart; allowed are Telemetry.ISTIO_DESTINATION, ISTIO_SOURCE and APPLICATION.`;
}

/**
 * The queries of a service. Its programs are found by the container's name, which is the service's.
 * @param versions A regular expression for the versions that are looked at; undefined for all.
 */
export function serviceQueries(service: Microservice, telemetry: VersionTelemetry, versions?: string): ServiceQueries {
  const series = telemetry === Telemetry.APPLICATION ? application(service) : istio(service, telemetry);
  const { by, count, status, bucket, factor } = series;
  const matchers = versions === undefined ? series.matchers : [...series.matchers, `${by}=~"${versions}"`];
  const program = [...namespaced(service, 'namespace'), `container="${service.name}"`].join(', ');
  const rate = (labels: readonly string[], window: string, offset = '') =>
    `sum by (${by}) (rate(${count}{${labels.join(', ')}}[${window}]${offset}))`;
  const periods = (which: string, window: string) => `sum by (pod) (rate(container_cpu_cfs_${which}_total{${program}}[${window}]))`;
  return {
    by,
    counted: `${count}{${series.matchers.join(', ')}}`,
    requests: (window, offset) => rate(matchers, window, offset),
    errors: (window) => `${rate([...matchers, `${status}=~"5.."`], window)} / ${rate(matchers, window)} * 100`,
    latency: (percentile, window) =>
      `histogram_quantile(${percentile / 100}, sum by (le, ${by}) (rate(${bucket}{${matchers.join(', ')}}[${window}])))${factor === 1 ? '' : ` * ${factor}`}`,
    memory: () =>
      `max by (pod) (container_memory_working_set_bytes{${program}}) / max by (pod) (kube_pod_container_resource_limits{${program}, resource="memory"}) * 100`,
    throttled: (window) => `${periods('throttled_periods', window)} / ${periods('periods', window)} * 100`,
    restarts: (window) => `sum by (pod) (increase(kube_pod_container_status_restarts_total{${program}}[${window}]))`,
  };
}

function istio(service: Microservice, telemetry: VersionTelemetry) {
  const reporter = telemetry === Telemetry.ISTIO_SOURCE ? 'source' : 'destination';
  return {
    by: 'destination_canonical_revision',
    count: 'istio_requests_total',
    status: 'response_code',
    bucket: 'istio_request_duration_milliseconds_bucket',
    factor: 1,
    matchers: [
      `reporter="${reporter}"`,
      ...namespaced(service, 'destination_workload_namespace'),
      `destination_canonical_service="${service.name}"`,
    ],
  };
}

function application(service: Microservice) {
  return {
    by: 'version',
    count: 'http_request_duration_seconds_count',
    status: 'status',
    bucket: 'http_request_duration_seconds_bucket',
    factor: 1000,
    matchers: [...namespaced(service, 'namespace'), `app="${service.name}"`],
  };
}

function namespaced({ namespace }: Microservice, label: string): string[] {
  return namespace === undefined ? [] : [`${label}="${namespace}"`];
}

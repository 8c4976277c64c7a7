import type { MetricSource } from './metric';
import { NoData } from './metric-props';
import { Telemetry } from './telemetry';

/** What stands in queries for what only the strategy knows. */
export interface QueryScope {
  readonly telemetry: Telemetry;
  /** Label matchers that choose the requests to the new version. */
  readonly requests: string;
  readonly namespace: string;
  readonly service: string;
  /** A regular expression for the names of the new version's pods. */
  readonly pods: string;
  /** The span of time that is looked back on. */
  readonly window: string;
  /** What stands for an argument; undefined where there is none of that name. */
  argument(name: string): string | undefined;
}

interface RequestSeries {
  readonly count: string;
  readonly status: string;
  readonly bucket: string;
  /** What the durations are multiplied by to be milliseconds. */
  readonly factor: number;
}

const ISTIO: RequestSeries = {
  count: 'istio_requests_total',
  status: 'response_code',
  bucket: 'istio_request_duration_milliseconds_bucket',
  factor: 1,
};

const SERIES: { readonly [telemetry in Telemetry]: RequestSeries } = {
  [Telemetry.ISTIO_DESTINATION]: ISTIO,
  [Telemetry.ISTIO_SOURCE]: ISTIO,
  [Telemetry.APPLICATION]: {
    count: 'http_request_duration_seconds_count',
    status: 'status',
    bucket: 'http_request_duration_seconds_bucket',
    factor: 1000,
  },
  [Telemetry.NGINX]: {
    count: 'nginx_ingress_controller_requests',
    status: 'status',
    bucket: 'nginx_ingress_controller_request_duration_seconds_bucket',
    factor: 1000,
  },
  [Telemetry.KNATIVE]: {
    count: 'envoy_cluster_upstream_rq',
    status: 'envoy_response_code',
    bucket: 'envoy_cluster_upstream_rq_time_bucket',
    factor: 1,
  },
};

/** The PromQL of a metric; undefined where it is not measured by Prometheus. */
export function queryOf(source: MetricSource, scope: QueryScope): string | undefined {
  switch (source.kind) {
    case 'success-rate':
      return successRate(scope);
    case 'latency':
      return latency(source.percentile, scope);
    case 'restarts':
      return restarts(scope);
    case 'memory':
      return memory(scope);
    case 'prometheus':
      return withPlaceholders(source.query, scope);
    default:
      return undefined;
  }
}

// Where every request fails there is no series of good ones: without "or vector(0)" that would look like no traffic at all.
function successRate({ telemetry, requests, window }: QueryScope): string {
  const { count, status } = SERIES[telemetry];
  return lines(
    '(',
    `  sum(rate(${count}{${requests}, ${status}!~"5.."}[${window}]))`,
    '  or vector(0)',
    ')',
    `/ sum(rate(${count}{${requests}}[${window}]))`,
    '* 100',
  );
}

function latency(percentile: number, { telemetry, requests, window }: QueryScope): string {
  const { bucket, factor } = SERIES[telemetry];
  return lines(
    `histogram_quantile(${Number((percentile / 100).toFixed(5))},`,
    `  sum by (le) (rate(${bucket}{${requests}}[${window}]))`,
    factor === 1 ? ')' : `) * ${factor}`,
  );
}

// Not increase(): it extrapolates (one restart may count 1.3), and misses the restarts before a new pod's first sample.
function restarts(scope: QueryScope): string {
  const restarted = `kube_pod_container_status_restarts_total{${podMatchers(scope)}}`;
  const now = `max by (pod, container) (max_over_time(${restarted}[${scope.window}]))`;
  return lines('sum(', `  ${now}`, `  - (max by (pod, container) (${restarted} offset ${scope.window}) or ${now} * 0)`, ')');
}

function memory(scope: QueryScope): string {
  return lines('max(', `  container_memory_working_set_bytes{${podMatchers(scope)}, container!="", container!="POD"}`, ')');
}

function lines(...parts: string[]): string {
  return parts.join('\n');
}

function podMatchers({ namespace, pods }: QueryScope): string {
  return `namespace="${namespace}", pod=~"${pods}"`;
}

const PLACEHOLDER = /\{\{\s*([^{}]*?)\s*\}\}/g;

/** Placeholders that stand in a query and mean nothing. */
export function unknownPlaceholders(query: string, scope: QueryScope): string[] {
  return [...query.matchAll(PLACEHOLDER)].map((found) => found[1] ?? '').filter((name) => valueOf(name, scope) === undefined);
}

/** A text of the user with the placeholders of the library turned into those of the controller. */
export function withPlaceholders(text: string, scope: QueryScope): string {
  return text.replace(PLACEHOLDER, (whole, name: string) => valueOf(name, scope) ?? whole);
}

function valueOf(name: string, scope: QueryScope): string | undefined {
  if (name.startsWith('args.')) return scope.argument(name.slice('args.'.length));
  switch (name) {
    case 'namespace':
      return scope.namespace;
    case 'service':
    case 'target':
      return scope.service;
    case 'interval':
      return scope.window;
    case 'pods':
      return scope.pods;
    default:
      return undefined;
  }
}

/**
 * A query that yields a passing value where there is none, for controllers that fail on nothing. The comparison drops NaN, which is what a
 * division gives without traffic.
 */
export function passingWithoutData(query: string, noData: NoData, passing: string): string {
  return noData === NoData.PASS ? `(\n${query}\n) > -Inf\nor on() vector(${passing})` : query;
}

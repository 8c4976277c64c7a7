import type { Duration, Size } from 'cdk8s';
import type { NumberParameter } from '../parameters/parameter';

/** What a metric says while nothing is measured: no request arrived, or the series does not exist. */
export enum NoData {
  /** The check fails: what nobody has tried is not promoted. */
  FAIL = 'fail',
  /** The check passes. */
  PASS = 'pass',
  /** Neither: the rollout pauses until a person decides. Argo Rollouts only. */
  INCONCLUSIVE = 'inconclusive',
}

/** How often a metric is measured, and how much failure it bears. */
export interface MetricOptions {
  /** The span of time that one measurement looks back on. Becomes the range of the query; Flagger: `metrics[].interval`. Default: 1 minute. */
  readonly window?: Duration;
  /** What holds while nothing is measured. Default: `NoData.FAIL`. */
  readonly noData?: NoData;
  /**
   * Time between two measurements. Argo Rollouts: `metrics[].interval`; Flagger measures at each interval of its Canary.
   * Default: one measurement; in a background analysis one every minute.
   */
  readonly interval?: Duration;
  /** How many measurements are made. Argo Rollouts: `metrics[].count`; Flagger: as many as the Canary has steps. Default: one, or without end where there is an interval. */
  readonly count?: number;
  /** How many measurements may fail. Argo Rollouts: `metrics[].failureLimit`; Flagger: the Canary's `threshold`. Default: 0. */
  readonly failureLimit?: number;
  /** How many may be inconclusive. Becomes `metrics[].inconclusiveLimit`. Argo Rollouts only. Default: 0. */
  readonly inconclusiveLimit?: number;
  /** How many in a row may end in an error, such as a provider that does not answer. Becomes `metrics[].consecutiveErrorLimit`. Argo Rollouts only. Default: 4. */
  readonly consecutiveErrorLimit?: number;
  /** How many successes in a row are enough. Becomes `metrics[].consecutiveSuccessLimit`. Argo Rollouts only. Default: none. */
  readonly consecutiveSuccessLimit?: number;
  /**
   * Time before the first measurement. Becomes `metrics[].initialDelay`. Argo Rollouts only. Default: none; in a background analysis,
   * which begins with the release, and in one with a load test: the window.
   */
  readonly initialDelay?: Duration;
  /** Measures without a say in the outcome. Becomes `dryRun`. Argo Rollouts only. Default: false. */
  readonly dryRun?: boolean;
}

/** A metric that the library knows, and so has a name. */
export interface KnownMetricProps extends MetricOptions {
  /** Names the metric in events and reports; unique in an analysis. Default: what it measures. */
  readonly name?: string;
}

/** How many requests must succeed. Flagger: https://docs.flagger.app/usage/metrics#builtin-metrics */
export interface SuccessRateProps extends KnownMetricProps {
  /** The least share of requests without a 5xx answer, in percent: `99`. Flagger: `thresholdRange.min` of `request-success-rate`. */
  readonly min: number | NumberParameter;
}

/** How long requests may take. Flagger: https://docs.flagger.app/usage/metrics#builtin-metrics */
export interface LatencyProps extends KnownMetricProps {
  /** The most that the percentile may be; compared in milliseconds. Flagger: `thresholdRange.max` of `request-duration`. */
  readonly max: Duration;
  /** Which percentile of the durations: 50 to 99.9. Default: 99. */
  readonly percentile?: number;
}

/** How often containers may restart. Counted by `kube_pod_container_status_restarts_total` of kube-state-metrics. */
export interface RestartsProps extends KnownMetricProps {
  /** The most restarts of containers of the new version within the window. Default: 0. */
  readonly max?: number | NumberParameter;
}

/** How much memory containers may use. Measured by `container_memory_working_set_bytes` of cAdvisor. */
export interface MemoryProps extends KnownMetricProps {
  /** The most memory that a container of the new version may work with (its working set). */
  readonly max: Size;
}

/** The range that a measured value must keep to; at least one end of it. */
export interface RangedMetricProps extends MetricOptions {
  /** The least value that passes. Default: no lower end. */
  readonly min?: number | NumberParameter;
  /** The largest value that passes. Default: no upper end. */
  readonly max?: number | NumberParameter;
}

/** A query for Prometheus. See https://argo-rollouts.readthedocs.io/en/stable/analysis/prometheus/ and https://docs.flagger.app/usage/metrics#prometheus */
export interface PrometheusProps extends RangedMetricProps {
  /** Names the metric in events and reports; unique in an analysis. */
  readonly name: string;
  /**
   * PromQL that yields one value. It is parsed when manifests are made. These stand for what the strategy knows: `{{namespace}}`, `{{service}}`,
   * `{{interval}}` (the window), `{{pods}}` (a regular expression for the pods of the new version) and `{{args.NAME}}`.
   */
  readonly query: string;
  /** Where Prometheus listens: `http://prometheus.istio-system:9090`. Default: the one of the analysis. */
  readonly address?: string;
}

/** A query for Datadog. See https://argo-rollouts.readthedocs.io/en/stable/analysis/datadog/ and https://docs.flagger.app/usage/metrics#datadog */
export interface DatadogProps extends RangedMetricProps {
  /** Names the metric in events and reports; unique in an analysis. */
  readonly name: string;
  /** A Datadog query that yields one number. */
  readonly query: string;
  /** The Secret with the API and application keys, in the same namespace. Default: the controller's own. */
  readonly secret?: string;
  /** Which API is asked: `v1` or `v2`. Argo Rollouts only. Default: `v1`. */
  readonly apiVersion?: string;
}

/** Queries for Amazon CloudWatch. See https://argo-rollouts.readthedocs.io/en/stable/analysis/cloudwatch/ and https://docs.flagger.app/usage/metrics#amazon-cloudwatch */
export interface CloudWatchProps extends RangedMetricProps {
  /** Names the metric in events and reports; unique in an analysis. */
  readonly name: string;
  /** Queries as `metricDataQueries` of CloudWatch takes them. */
  readonly queries: { [field: string]: unknown }[];
  /** The region, for example `eu-central-1`. Flagger needs it. */
  readonly region?: string;
}

/** A query for New Relic. See https://argo-rollouts.readthedocs.io/en/stable/analysis/newrelic/ and https://docs.flagger.app/usage/metrics#new-relic */
export interface NewRelicProps extends RangedMetricProps {
  /** Names the metric in events and reports; unique in an analysis. */
  readonly name: string;
  /** NRQL that yields one row. */
  readonly query: string;
  /** The field of the row that is compared. Default: `result`. */
  readonly field?: string;
  /** The Secret with account, key and region. Default (Argo Rollouts): `newrelic`. */
  readonly secret?: string;
}

/** A value of a JSON answer. See https://argo-rollouts.readthedocs.io/en/stable/analysis/web/ */
export interface WebMetricProps extends RangedMetricProps {
  /** Names the metric in events and reports; unique in an analysis. */
  readonly name: string;
  /** What is asked. `{{args.NAME}}` stands for an argument. */
  readonly url: string;
  /** Where the value stands in the JSON answer: `{$.data.healthy}`. Default: the whole answer. */
  readonly jsonPath?: string;
  /** The value as a text that passes, in place of a range: `ok`. Default: the range decides. */
  readonly expected?: string;
  /** GET, POST or PUT. Default: GET. */
  readonly method?: string;
  /** Headers of the request. Becomes `web.headers`. Default: none. */
  readonly headers?: { [name: string]: string };
  /** JSON body of a POST or PUT. Becomes `web.jsonBody`. Default: none. */
  readonly body?: { [field: string]: unknown };
  /** How long the answer may take. Becomes `web.timeoutSeconds`. Default: 10 seconds. */
  readonly timeout?: Duration;
}

/** A Job that must succeed; its pod is hardened and has no service account token. See https://argo-rollouts.readthedocs.io/en/stable/analysis/job/ */
export interface JobMetricProps extends MetricOptions {
  /** Names the metric in events and reports; unique in an analysis. */
  readonly name: string;
  /** The image that runs. */
  readonly image: string;
  /** Command and arguments: exit code 0 passes. Default: the image's own. */
  readonly command?: string[];
  /** How often the pod is tried again. Default: 0. */
  readonly backoffLimit?: number;
}

/** A provider in the controllers' own fields. See https://argo-rollouts.readthedocs.io/en/stable/features/analysis/ and https://docs.flagger.app/usage/metrics#custom-metrics */
export interface CustomMetricProps extends MetricOptions {
  /** Names the metric in events and reports; unique in an analysis. */
  readonly name: string;
  /** Becomes `metrics[].provider` of an AnalysisTemplate: `{ wavefront: { address, query } }`. Default: Argo Rollouts cannot measure it. */
  readonly argoProvider?: { [field: string]: unknown };
  /** When a measurement passes, in the controller's expressions. Becomes `metrics[].successCondition`. Default: whatever does not fail. */
  readonly successCondition?: string;
  /** When a measurement fails. Becomes `metrics[].failureCondition`. Default: whatever does not pass. */
  readonly failureCondition?: string;
  /** Becomes `spec.provider` of a MetricTemplate: `{ type: 'graphite', address }`. Default: Flagger cannot measure it. */
  readonly flaggerProvider?: { [field: string]: unknown };
  /** Becomes `spec.query` of a MetricTemplate. Flagger needs it. Default: none. */
  readonly flaggerQuery?: string;
  /** The least value that passes; Flagger. Default: no lower end. */
  readonly min?: number | NumberParameter;
  /** The largest value that passes; Flagger. Default: no upper end. */
  readonly max?: number | NumberParameter;
}

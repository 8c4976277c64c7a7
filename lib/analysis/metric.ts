import { Duration } from 'cdk8s';
import type { NumberParameter } from '../parameters/parameter';
import { requireShape } from '../shapes/shapes';
import {
  type CloudWatchProps,
  type CustomMetricProps,
  type DatadogProps,
  type JobMetricProps,
  type LatencyProps,
  type MemoryProps,
  type MetricOptions,
  type NewRelicProps,
  NoData,
  type PrometheusProps,
  type RangedMetricProps,
  type RestartsProps,
  type SuccessRateProps,
  type WebMetricProps,
} from './metric-props';
import { AnalysisPart } from './part';

/** What is measured: a closed union that the controllers' halves of this folder translate. */
export type MetricSource =
  | { readonly kind: 'success-rate' }
  | { readonly kind: 'latency'; readonly percentile: number }
  | { readonly kind: 'restarts' }
  | { readonly kind: 'memory' }
  | { readonly kind: 'prometheus'; readonly query: string; readonly address?: string }
  | { readonly kind: 'datadog'; readonly props: DatadogProps }
  | { readonly kind: 'cloud-watch'; readonly props: CloudWatchProps }
  | { readonly kind: 'new-relic'; readonly props: NewRelicProps }
  | { readonly kind: 'web'; readonly props: WebMetricProps }
  | { readonly kind: 'job'; readonly props: JobMetricProps }
  | { readonly kind: 'custom'; readonly props: CustomMetricProps };

/** The values that pass. */
export interface Range {
  readonly min?: number | NumberParameter;
  readonly max?: number | NumberParameter;
}

/** What must hold during a release. The same metric serves Flagger and Argo Rollouts. */
export class Metric extends AnalysisPart {
  /** The share of requests that are answered without a 5xx. */
  public static successRate(props: SuccessRateProps): Metric {
    requireShape('SuccessRateProps', props, 'Metric.successRate()');
    return new Metric(props.name ?? 'success-rate', { kind: 'success-rate' }, { min: props.min }, props);
  }

  /** How long requests take, at a percentile. */
  public static latency(props: LatencyProps): Metric {
    requireShape('LatencyProps', props, 'Metric.latency()');
    const percentile = props.percentile ?? 99;
    return new Metric(props.name ?? 'latency', { kind: 'latency', percentile }, { max: props.max.toMilliseconds() }, props);
  }

  /** How often containers of the new version were restarted, by kube-state-metrics. */
  public static restarts(props: RestartsProps = {}): Metric {
    requireShape('RestartsProps', props, 'Metric.restarts()');
    return new Metric(props.name ?? 'restarts', { kind: 'restarts' }, { max: props.max ?? 0 }, props);
  }

  /** How much memory containers of the new version work with, by cAdvisor. */
  public static memory(props: MemoryProps): Metric {
    requireShape('MemoryProps', props, 'Metric.memory()');
    return new Metric(props.name ?? 'memory', { kind: 'memory' }, { max: props.max.toKibibytes() * 1024 }, props);
  }

  /** A query of your own. */
  public static prometheus(props: PrometheusProps): Metric {
    requireShape('PrometheusProps', props, 'Metric.prometheus()');
    return new Metric(props.name, { kind: 'prometheus', query: props.query, address: props.address }, rangeOf(props), props);
  }

  /** See https://argo-rollouts.readthedocs.io/en/stable/analysis/datadog/ */
  public static datadog(props: DatadogProps): Metric {
    requireShape('DatadogProps', props, 'Metric.datadog()');
    return new Metric(props.name, { kind: 'datadog', props }, rangeOf(props), props);
  }

  /** See https://argo-rollouts.readthedocs.io/en/stable/analysis/cloudwatch/ */
  public static cloudWatch(props: CloudWatchProps): Metric {
    requireShape('CloudWatchProps', props, 'Metric.cloudWatch()');
    return new Metric(props.name, { kind: 'cloud-watch', props }, rangeOf(props), props);
  }

  /** See https://argo-rollouts.readthedocs.io/en/stable/analysis/newrelic/ */
  public static newRelic(props: NewRelicProps): Metric {
    requireShape('NewRelicProps', props, 'Metric.newRelic()');
    return new Metric(props.name, { kind: 'new-relic', props }, rangeOf(props), props);
  }

  /** A value of a JSON answer. Argo Rollouts only. See https://argo-rollouts.readthedocs.io/en/stable/analysis/web/ */
  public static web(props: WebMetricProps): Metric {
    requireShape('WebMetricProps', props, 'Metric.web()');
    return new Metric(props.name, { kind: 'web', props }, rangeOf(props), props);
  }

  /** A Job that must end with exit code 0. Argo Rollouts only. See https://argo-rollouts.readthedocs.io/en/stable/analysis/job/ */
  public static job(props: JobMetricProps): Metric {
    requireShape('JobMetricProps', props, 'Metric.job()');
    return new Metric(props.name, { kind: 'job', props }, {}, props);
  }

  /** Whatever else a controller can measure, in the controller's own fields. */
  public static custom(props: CustomMetricProps): Metric {
    requireShape('CustomMetricProps', props, 'Metric.custom()');
    return new Metric(props.name, { kind: 'custom', props }, rangeOf(props), props);
  }

  /** @internal */
  public readonly _part = 'metric';
  /** Names it in events and reports. */
  public readonly name: string;
  /** @internal */
  public readonly _source: MetricSource;
  /** @internal */
  public readonly _range: Range;
  /** @internal */
  public readonly _options: MetricOptions;

  private constructor(name: string, source: unknown, range: unknown, options: MetricOptions) {
    super();
    this.name = name;
    this._source = source as MetricSource;
    this._range = range as Range;
    this._options = options;
  }

  /** @internal */
  public get _noData(): NoData {
    return this._options.noData ?? NoData.FAIL;
  }

  /** @internal */
  public get _window(): Duration {
    return this._options.window ?? Duration.minutes(1);
  }
}

function rangeOf({ min, max }: Pick<RangedMetricProps, 'min' | 'max'>): Range {
  return { min, max };
}

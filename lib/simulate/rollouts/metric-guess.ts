import type { MetricValue, Scenario, Series, VersionName } from './scenario/scenario';

/** What a metric measures in a scenario, and what was assumed to know it. */
export interface MetricSource {
  /** Under which its reads are counted. */
  readonly key: string;
  readonly series: Series<MetricValue>;
  /** Turns the series' number into the metric's unit. */
  readonly convert: (value: number) => number;
  readonly assumption?: string;
}

interface Metric {
  readonly name: string;
  readonly query?: string;
  /** The numbers it is compared with, which tell a share from a percentage and seconds from milliseconds. */
  readonly limits: readonly number[];
}

const same = (value: number) => value;

/**
 * The scenario's series of a metric. A metric that the scenario does not name follows the version's success rate or latency where its name or
 * query says that it measures one of them; else it is taken to pass.
 */
export function metricSource(metric: Metric, scenario: Scenario, version: VersionName): MetricSource {
  const stated = scenario.metrics[metric.name];
  if (stated) return { key: `metrics.${metric.name}`, series: stated, convert: same };
  const behaviour = scenario.versions[version];
  const text = `${metric.name} ${metric.query ?? ''}`.toLowerCase();
  const share = metric.limits.some((limit) => limit !== 0) && metric.limits.every((limit) => Math.abs(limit) <= 1);
  const rate = (convert: (value: number) => number, what: string): MetricSource => ({
    key: `${version}.successRate`,
    series: behaviour.successRate,
    convert: (value) => (share ? convert(value) / 100 : convert(value)),
    assumption: `metric ${metric.name} is not in the scenario: it is taken to measure the ${what} of the new version, ${share ? 'as a share' : 'in percent'}.`,
  });
  if (behaviour.stated.latency && /latency|duration|p9\d|quantile/.test(text)) {
    const seconds = metric.limits.some((limit) => limit > 0) && metric.limits.every((limit) => limit <= 30);
    return {
      key: `${version}.latency`,
      series: behaviour.latency,
      convert: (value) => (seconds ? value / 1000 : value),
      assumption: `metric ${metric.name} is not in the scenario: it is taken to measure the latency of the new version, in ${seconds ? 'seconds' : 'milliseconds'}.`,
    };
  }
  if (behaviour.stated.successRate && /success|availab/.test(metric.name.toLowerCase())) return rate(same, 'success rate');
  if (behaviour.stated.successRate && /error|fail|5xx|not-found/.test(metric.name.toLowerCase()))
    return rate((value) => 100 - value, 'error rate');
  if (behaviour.stated.successRate && /success|response_code|status/.test(text)) return rate(same, 'success rate');
  return {
    key: `metrics.${metric.name}`,
    series: { kind: 'always', value: 'pass' },
    convert: same,
    assumption: `metric ${metric.name} is not in the scenario: it is taken to pass.`,
  };
}

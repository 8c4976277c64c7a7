import type { MetricValue, Scenario } from '../../../lib/simulate/rollouts/scenario/scenario';
import { SeriesReader } from '../../../lib/simulate/rollouts/scenario/series';
import type { Measurement } from '../harness/prometheus';

/** Where the real rollout stands, as far as what is measured depends on it. */
export interface Now {
  tick: number;
  t: number;
  weight: number;
  version: 'old' | 'new' | 'newer';
}

function measurement(value: MetricValue): Measurement {
  if (typeof value === 'number') return value;
  if (value === 'none') return undefined;
  if (value === 'NaN') return Number.NaN;
  if (value === 'error') return { error: 500 };
  throw new Error(`Prometheus cannot be made to answer ${String(value)}`);
}

/**
 * Answers queries as a scenario says: Flagger's own two, and those whose text is a metric's name. Flagger asks for durations in milliseconds
 * of Istio's metrics, and in seconds of others.
 */
export function measures(scenario: Scenario, now: Now, inSeconds = false): (query: string) => Measurement {
  const reader = new SeriesReader();
  return (query) => {
    const named = Object.keys(scenario.metrics).find((name) => query.includes(name));
    const own = query.includes('histogram_quantile') ? 'latency' : 'successRate';
    const series = named ? scenario.metrics[named] : scenario.versions[now.version][own];
    if (!series) return 1;
    const value = reader.read(named ? `metrics.${named}` : `${now.version}.${own}`, series, now);
    return measurement(own === 'latency' && inSeconds && typeof value === 'number' ? value / 1000 : value);
  };
}

/** Answers webhooks as a scenario says. */
export function answers(scenario: Scenario, now: Now, name: string, type: string): (call: number) => number {
  const series = scenario.webhooks[name] ?? scenario.webhooks[type];
  return (call) => {
    const reader = new SeriesReader();
    for (let i = 0; series && i < call; i++) reader.read(name, series, now);
    const answer = series ? reader.read(name, series, now) : type === 'rollback' ? 'fails' : 'ok';
    return typeof answer === 'number' ? answer : answer === 'ok' ? 200 : 500;
  };
}

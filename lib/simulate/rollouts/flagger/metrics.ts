import type { FlaggerMetric } from '../../../model/plan/flagger';
import { metricSource } from '../metric-guess';
import type { MetricValue } from '../scenario/scenario';
import type { FlaggerState } from './state';

const BUILT_IN = ['request-success-rate', 'request-duration'];

/** Measures the metrics in Flagger's order, built-in and inline ones before those of templates; the first that fails ends the check. */
export function metricsPass(state: FlaggerState): boolean {
  const { metrics } = state.plan.analysis;
  for (const metric of metrics) {
    if (BUILT_IN.includes(metric.name) && !passes(state, metric)) return false;
    if (metric.query && !passes(state, metric)) return false;
  }
  for (const metric of metrics) {
    if (metric.template) {
      if (!metric.template.found) return failed(state, metric, 'none', `Metric template ${metric.template.id} error: not found`);
      if (!passes(state, metric)) return false;
    } else if (!BUILT_IN.includes(metric.name) && !metric.query)
      return failed(state, metric, 'none', 'Metric query failed for no usable metrics template and query were configured');
  }
  return true;
}

function failed(state: FlaggerState, metric: FlaggerMetric, value: string, why: string): false {
  state.checks.push({ name: metric.name, kind: 'metric', ok: false, value, why });
  state.event(why);
  return false;
}

function read(state: FlaggerState, metric: FlaggerMetric): MetricValue {
  const { scenario, target } = state;
  const behaviour = scenario.versions[target.template];
  const look = { tick: state.tick, t: state.now, weight: state.routedWeight };
  if (BUILT_IN.includes(metric.name) && !metric.template && !scenario.metrics[metric.name]) {
    const name = metric.name === 'request-duration' ? 'latency' : 'successRate';
    return state.reader.read(`${target.template}.${name}`, behaviour[name], look);
  }
  const limits = [metric.min, metric.max].filter((limit): limit is number => limit !== undefined);
  const source = metricSource({ name: metric.name, query: metric.query ?? metric.template?.query, limits }, scenario, target.template);
  if (source.assumption) state.assumptions.add(source.assumption);
  const value = state.reader.read(source.key, source.series, look);
  return typeof value === 'number' ? source.convert(value) : value;
}

function passes(state: FlaggerState, metric: FlaggerMetric): boolean {
  const measured = read(state, metric);
  const value = typeof measured === 'object' ? (measured[0] ?? 'none') : measured;
  if (value === 'none' || value === 'NaN')
    return failed(
      state,
      metric,
      value,
      `Halt advancement no values found for metric ${metric.name} probably ${state.name} is not receiving traffic`,
    );
  if (value === 'error') return failed(state, metric, value, 'Prometheus query failed');
  if (value === 'fail' || value === 'inconclusive' || value === 'false')
    return failed(state, metric, value, `Halt ${state.name} advancement ${metric.name} failed`);
  if (typeof value === 'number') {
    const whole = (limit: number | undefined) => (metric.name === 'request-duration' && limit !== undefined ? Math.trunc(limit) : limit);
    const [min, max] = [whole(metric.min), whole(metric.max)];
    if (min !== undefined && value < min)
      return failed(state, metric, String(value), `Halt ${state.name} advancement ${metric.name} ${value} < ${min}`);
    if (max !== undefined && value > max)
      return failed(state, metric, String(value), `Halt ${state.name} advancement ${metric.name} ${value} > ${max}`);
  }
  state.checks.push({ name: metric.name, kind: 'metric', ok: true, value: String(value) });
  return true;
}

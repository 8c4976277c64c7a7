import type { ArgoMetric } from '../../../model/plan/argo';
import { type MetricSource, metricSource } from '../metric-guess';
import type { MetricValue } from '../scenario/scenario';
import type { ArgoState } from './state';

/** What the scenario lets a metric measure now. */
export function measured(state: ArgoState, metric: ArgoMetric): MetricValue {
  const source = sourceOf(state, metric);
  const value = state.reader.read(source.key, source.series, { tick: 0, t: state.now, weight: state.routed });
  return typeof value === 'number' ? source.convert(value) : value;
}

/** Where a version's measurements come from: found once. */
function sourceOf(state: ArgoState, metric: ArgoMetric): MetricSource {
  const { sources, template } = state;
  const known = sources.get(metric)?.[template];
  if (known) return known;
  const source = metricSource({ name: metric.name, query: metric.query, limits: limitsOf(metric) }, state.scenario, template);
  if (source.assumption) state.assumptions.add(source.assumption);
  sources.set(metric, { ...sources.get(metric), [template]: source });
  return source;
}

/** The numbers that the conditions compare with, without indexes. */
function limitsOf({ successCondition = '', failureCondition = '' }: ArgoMetric): number[] {
  return [...`${successCondition} ${failureCondition}`.replace(/\[\d+\]/g, '').matchAll(/(?<![\w.])\d+(\.\d+)?/g)].map(([text]) =>
    Number(text),
  );
}

import type { ArgoMetric } from '../../../model/plan/argo';
import { metricSource } from '../metric-guess';
import type { MetricValue } from '../scenario/scenario';
import type { ArgoState } from './state';

/** What the scenario lets a metric measure now. */
export function measured(state: ArgoState, metric: ArgoMetric): MetricValue {
  const source = metricSource({ name: metric.name, query: metric.query, limits: limitsOf(metric) }, state.scenario, state.template);
  if (source.assumption) state.assumptions.add(source.assumption);
  const value = state.reader.read(source.key, source.series, { tick: 0, t: state.now, weight: state.routed });
  return typeof value === 'number' ? source.convert(value) : value;
}

/** The numbers that the conditions compare with, without indexes. */
function limitsOf({ successCondition = '', failureCondition = '' }: ArgoMetric): number[] {
  return [...`${successCondition} ${failureCondition}`.replace(/\[\d+\]/g, '').matchAll(/(?<![\w.])\d+(\.\d+)?/g)].map(([text]) =>
    Number(text),
  );
}

import { runInNewContext } from 'node:vm';
import { Analysis, type IRelease, type Metric, Microservice } from '../../../lib';
import { emit } from './emit';
import type { KubeObject } from './kube';

/** A query as a controller sends it to Prometheus, and what the controller makes of the answer. */
export interface Measured {
  readonly query: string;
  /** What it yields in place of nothing where that is to pass. */
  readonly passing?: number;
  readonly verdict: (value: number | undefined) => 'pass' | 'fail' | 'inconclusive';
}

/** What the controllers put for the placeholders: the new version's hash is `abc`, its revision `reviews-00002`. */
const FILLED: Readonly<Record<string, string>> = {
  'args.namespace': 'shop',
  'args.hash': 'abc',
  namespace: 'shop',
  target: 'reviews',
  ingress: 'reviews',
  route: 'reviews-00002',
  interval: '1m',
};
const filled = (query: string) => query.replace(/\{\{\s*([\w.]+)\s*\}\}/g, (whole, name: string) => FILLED[name] ?? whole);

interface ArgoMetric {
  readonly successCondition: string;
  readonly failureCondition?: string;
  readonly provider: { readonly prometheus: { readonly query: string } };
}

/** Argo Rollouts: of two conditions, whatever neither of them takes is inconclusive; of one, it has failed. */
function byArgo({ successCondition, failureCondition, provider }: ArgoMetric): Measured {
  const holds = (condition: string, value: number | undefined) =>
    runInNewContext(condition, { result: value === undefined ? [] : [value], len: (list: unknown[]) => list.length, isNaN }) === true;
  return {
    query: filled(provider.prometheus.query),
    verdict: (value) => {
      if (failureCondition !== undefined && holds(failureCondition, value)) return 'fail';
      if (holds(successCondition, value)) return 'pass';
      return failureCondition === undefined ? 'fail' : 'inconclusive';
    },
  };
}

interface FlaggerMetric {
  readonly thresholdRange: { readonly min?: number; readonly max?: number };
}

/** Flagger: no value, and one that is no number, have failed. */
function byFlagger({ thresholdRange: { min, max } }: FlaggerMetric, query: string): Measured {
  return {
    query: filled(query),
    passing: min ?? max,
    verdict: (value) => (value === undefined || Number.isNaN(value) || value < (min ?? value) || value > (max ?? value) ? 'fail' : 'pass'),
  };
}

/** How the one metric of a release is measured; nothing where it is left to a query of Flagger's own. */
export function measuredBy(release: (analysis: Analysis) => IRelease, metric: Metric): Measured | undefined {
  const objects = emit('shop', (chart) => {
    const service = new Microservice(chart, 'reviews');
    service.addVersion('v1', { image: 'reviews:1' });
    service.release(release(Analysis.of(metric)));
  });
  const specOf = <T>(kind: string) => objects.find((object: KubeObject) => object.kind === kind)?.spec as T | undefined;
  const [measured] = specOf<{ metrics: ArgoMetric[] }>('AnalysisTemplate')?.metrics ?? [];
  if (measured) return byArgo(measured);
  const template = specOf<{ query: string }>('MetricTemplate');
  const [checked] = specOf<{ analysis: { metrics: FlaggerMetric[] } }>('Canary')?.analysis.metrics ?? [];
  return template && checked && byFlagger(checked, template.query);
}

import { at, fields, list, number, text } from './data';
import type { FlaggerMetric } from './flagger';
import type { Objects } from './objects';
import type { PlanProblem } from './types';

const REQUEST_METRICS = ['request-success-rate', 'request-duration'];

/** The range of a metric; `threshold` without a range is the least success rate, and the most of anything else. */
function rangeOf(name: string, metric: unknown): Pick<FlaggerMetric, 'min' | 'max'> {
  const range = fields(at(metric, 'thresholdRange'));
  if (range) return { min: number(range.min), max: number(range.max) };
  const threshold = number(at(metric, 'threshold')) ?? 0;
  return name === 'request-success-rate' ? { min: threshold } : { max: threshold };
}

export function flaggerMetrics(analysis: unknown, namespace: string, objects: Objects, problems: PlanProblem[]): FlaggerMetric[] {
  return list(at(analysis, 'metrics')).map((metric, i) => {
    const path = `spec.analysis.metrics[${i}]`;
    const name = text(at(metric, 'name')) ?? '';
    if (!name) problems.push({ path: `${path}.name`, message: 'A metric has to have a name.', effect: 'refused' });
    const ref = fields(at(metric, 'templateRef'));
    const template = ref ? templateOf(ref, namespace, objects) : undefined;
    const query = text(at(metric, 'query')) || undefined;
    if (template && !template.found)
      problems.push({
        path: `${path}.templateRef`,
        message: `MetricTemplate ${template.id} is not among the manifests: each check of it fails.`,
        effect: 'unknown',
      });
    else if (!template && !query && !REQUEST_METRICS.includes(name))
      problems.push({
        path,
        message: `${JSON.stringify(name)} is not built in and has neither templateRef nor query: each check of it fails.`,
        effect: 'unknown',
      });
    return { name, ...rangeOf(name, metric), query, template };
  });
}

function templateOf(ref: Readonly<Record<string, unknown>>, namespace: string, objects: Objects): NonNullable<FlaggerMetric['template']> {
  const name = text(ref.name) ?? '';
  const space = text(ref.namespace) || namespace;
  const found = objects.find('flagger.app', 'MetricTemplate', space, name);
  return { id: space ? `${space}/${name}` : name, found: found !== undefined, query: text(at(found, 'spec', 'query')) };
}

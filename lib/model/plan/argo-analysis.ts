import type { Manifest } from '../../manifest/manifest';
import type { ArgoAnalysis, ArgoMetric } from './argo';
import { metricError } from './argo-metric-rules';
import { at, fields, goDuration, list, text, words } from './data';
import type { Objects } from './objects';
import type { PlanProblem } from './types';

/** What is filled in only when a rollout runs: the hash of a version, or a field of the live object. */
const LATER = 'known-at-run-time';

/**
 * The metrics of all templates that an analysis names (also the templates named by them), with the arguments filled in.
 * A template that is absent makes the whole Rollout invalid; an argument without a value makes the run an Error.
 */
export function argoAnalysis(source: unknown, path: string, namespace: string, objects: Objects, problems: PlanProblem[]): ArgoAnalysis {
  const templates = templatesOf(list(at(source, 'templates')), `${path}.templates`, namespace, objects, problems);
  const values = new Map<string, string>();
  for (const template of templates) {
    for (const arg of list(at(template, 'spec', 'args'))) setArgument(values, arg);
  }
  for (const arg of list(at(source, 'args'))) setArgument(values, arg, true);
  const dryRun = [...templates.map((one) => at(one, 'spec', 'dryRun')), at(source, 'dryRun')].flatMap((one) =>
    list(one).map((rule) => text(at(rule, 'metricName')) ?? ''),
  );
  let error: string | undefined;
  const metrics = templates.flatMap((template) =>
    list(at(template, 'spec', 'metrics')).map((metric) => {
      const resolved = resolve(metric, values);
      if (resolved.missing) error ??= `Unable to resolve metric arguments: failed to resolve {{args.${resolved.missing}}}`;
      return metricOf(resolved.value, dryRun);
    }),
  );
  const seen = new Set<string>();
  for (const [i, metric] of metrics.entries()) {
    const wrong = seen.has(metric.name) ? `duplicate name '${metric.name}'` : metric.invalid;
    if (wrong) error ??= `Analysis spec invalid: metrics[${i}]: ${wrong}`;
    seen.add(metric.name);
  }
  if (metrics.length === 0 && templates.length > 0) error ??= 'Analysis spec invalid: no metrics specified';
  return {
    templates: templates.map((one) => one.metadata?.name ?? ''),
    metrics: metrics.map(({ invalid: _, ...metric }) => metric),
    error,
  };
}

function templatesOf(
  refs: readonly unknown[],
  path: string,
  namespace: string,
  objects: Objects,
  problems: PlanProblem[],
  seen = new Set<string>(),
): Manifest[] {
  return refs.flatMap((ref) => {
    const name = text(at(ref, 'templateName')) ?? '';
    const kind = at(ref, 'clusterScope') === true ? 'ClusterAnalysisTemplate' : 'AnalysisTemplate';
    if (seen.has(`${kind}/${name}`)) return [];
    seen.add(`${kind}/${name}`);
    const found = objects.find('argoproj.io', kind, kind === 'AnalysisTemplate' ? namespace : '', name);
    if (!found) {
      problems.push({ path, message: `Invalid value: ${JSON.stringify(name)}: ${kind} '${name}' not found`, effect: 'invalid' });
      return [];
    }
    return [found, ...templatesOf(list(at(found, 'spec', 'templates')), 'spec.templates', namespace, objects, problems, seen)];
  });
}

function setArgument(values: Map<string, string>, arg: unknown, stated = false): void {
  const name = text(at(arg, 'name')) ?? '';
  const value = at(arg, 'value');
  const resolved = at(arg, 'valueFrom') !== undefined ? LATER : value === undefined ? undefined : words(value);
  if (resolved !== undefined && (stated || !values.has(name))) values.set(name, resolved);
}

/** The metric with `{{args.name}}` filled in, and the first argument that has no value. */
function resolve(metric: unknown, values: ReadonlyMap<string, string>): { value: unknown; missing?: string } {
  let missing: string | undefined;
  const fill = (value: unknown): unknown => {
    if (typeof value === 'string')
      return value.replace(/\{\{\s*args\.([\w.-]+)\s*\}\}/g, (whole, name: string) => {
        const found = values.get(name);
        if (found === undefined) missing ??= name;
        return found ?? whole;
      });
    if (Array.isArray(value)) return value.map(fill);
    const record = fields(value);
    return record ? Object.fromEntries(Object.entries(record).map(([key, one]) => [key, fill(one)])) : value;
  };
  const value = fill(metric);
  return { value, missing };
}

function whole(value: unknown): number | undefined {
  const amount = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof amount === 'number' && Number.isFinite(amount) ? Math.trunc(amount) : undefined;
}

function metricOf(metric: unknown, dryRun: readonly string[]): ArgoMetric & { readonly invalid?: string } {
  const name = text(at(metric, 'name')) ?? '';
  const [provider = '', config] = Object.entries(fields(at(metric, 'provider')) ?? {}).find(([, value]) => value !== null) ?? [];
  const interval = goDuration(at(metric, 'interval'));
  const stated = whole(at(metric, 'count')) ?? 0;
  return {
    name,
    provider,
    query: text(at(config, 'query')) ?? text(at(config, 'url')),
    interval,
    initialDelay: goDuration(at(metric, 'initialDelay')) ?? 0,
    count: stated > 0 ? stated : at(metric, 'interval') === undefined ? 1 : undefined,
    failureLimit: whole(at(metric, 'failureLimit')) ?? 0,
    inconclusiveLimit: whole(at(metric, 'inconclusiveLimit')) ?? 0,
    consecutiveErrorLimit: whole(at(metric, 'consecutiveErrorLimit')) ?? 4,
    consecutiveSuccessLimit: whole(at(metric, 'consecutiveSuccessLimit')) ?? 0,
    successCondition: text(at(metric, 'successCondition')) || undefined,
    failureCondition: text(at(metric, 'failureCondition')) || undefined,
    dryRun: dryRun.some((pattern) => matches(pattern, name)),
    invalid: metricError(metric, whole),
  };
}

function matches(pattern: string, name: string): boolean {
  try {
    return new RegExp(pattern).test(name);
  } catch {
    return pattern === name;
  }
}

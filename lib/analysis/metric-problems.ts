import { isScalarQuery, promqlProblem } from '../check/grammar/promql';
import { evaluateTree, treeOf } from '../manifest/tree';
import type { Metric, Range } from './metric';
import { type QueryScope, queryOf, unknownPlaceholders } from './queries';

/** What is wrong with a metric whichever controller measures it. */
export function metricProblems(metric: Metric, scope: QueryScope): string[] {
  const at = `metric '${metric.name}'`;
  const problems = rangeProblems(metric).map((problem) => `${at}: ${problem}`);
  const { _source: source } = metric;
  if (metric._window.toMilliseconds() < 1000)
    problems.push(`${at}: window is ${metric._window.toMilliseconds()} ms; allowed are durations from 1 second on.`);
  problems.push(...sourceProblems(source).map((problem) => `${at}: ${problem}`));
  if (source.kind === 'latency' && !(source.percentile >= 50 && source.percentile <= 99.9))
    problems.push(`${at}: percentile is ${source.percentile}; a percentile is 50 to 99.9.`);
  for (const name of textsOf(source).flatMap((text) => unknownPlaceholders(text, scope)))
    problems.push(
      name.startsWith('args.')
        ? `${at}: it names {{${name}}}, an argument without a value; state it: analysis.withOptions({ args: [AnalysisArgument.value('${name.slice(5)}', '...')] }).`
        : `${at}: it names {{${name}}}; known are {{namespace}}, {{service}}, {{interval}}, {{pods}} and {{args.NAME}}.`,
    );
  const query = plainQuery(metric, scope);
  const wrong = query === undefined ? undefined : promqlProblem(query);
  if (wrong) problems.push(`${at}: its query is no PromQL: ${wrong}; the query is \`${query}\`.`);
  return problems;
}

/** What a provider other than Prometheus refuses. */
function sourceProblems(source: Metric['_source']): string[] {
  const oneOf = (name: string, value: string | undefined, allowed: readonly string[]) =>
    value === undefined || allowed.includes(value) ? [] : [`${name} is '${value}'; allowed are ${allowed.join(', ')}.`];
  const stated = (name: string, value: string) => (value.trim() === '' ? [`${name} is empty; state it.`] : []);
  switch (source.kind) {
    case 'datadog':
      return [...stated('query', source.props.query), ...oneOf('apiVersion', source.props.apiVersion, ['v1', 'v2'])];
    case 'new-relic':
      return stated('query', source.props.query);
    case 'cloud-watch':
      return source.props.queries.length > 0 ? [] : ['queries is empty; state what CloudWatch is asked.'];
    case 'web':
      return oneOf('method', source.props.method, ['GET', 'POST', 'PUT']);
    case 'job':
      return stated('image', source.props.image);
    default:
      return [];
  }
}

/** What the user has written for the controller, in which placeholders may stand. */
function textsOf(source: Metric['_source']): string[] {
  switch (source.kind) {
    case 'prometheus':
      return [source.query];
    case 'datadog':
    case 'new-relic':
      return [source.props.query];
    case 'web':
      return [source.props.url, ...Object.values(source.props.headers ?? {})];
    case 'job':
      return source.props.command ?? [];
    default:
      return [];
  }
}

/** The query as Prometheus will read it, with parameters at their defaults. */
function plainQuery(metric: Metric, scope: QueryScope): string | undefined {
  const query = queryOf(metric._source, scope);
  return query === undefined ? undefined : String(evaluateTree(treeOf(query), { values: new Map() }));
}

/** Whether a query's result is a number rather than a list of series. */
export function yieldsNumber(metric: Metric, scope: QueryScope): boolean {
  const query = plainQuery(metric, scope);
  return query !== undefined && isScalarQuery(query);
}

function rangeProblems(metric: Metric): string[] {
  const { min, max }: Range = metric._range;
  const { kind } = metric._source;
  if (min === undefined && max === undefined) {
    const free = kind === 'job' || kind === 'custom' || (kind === 'web' && metric._source.props.expected !== undefined);
    return free ? [] : ['neither min nor max is stated, so every value would pass; state at least one of them.'];
  }
  if (typeof min === 'number' && typeof max === 'number' && min > max)
    return [`min ${min} is above max ${max}, so no value would pass; exchange them.`];
  if (kind === 'success-rate' && typeof min === 'number' && !(min >= 0 && min <= 100))
    return [`min is ${min}; a success rate is a percentage from 0 to 100.`];
  return [];
}

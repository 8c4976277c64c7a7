import type { TreeObject } from '../manifest/tree';
import type { Analysis } from './analysis';
import { argoProvider } from './argo-provider';
import { type ArgoScope, telemetryProblem } from './argo-scope';
import { ArgoUse } from './argo-use';
import { durationText } from './duration';
import type { Metric } from './metric';
import { metricProblems } from './metric-problems';
import type { QueryScope } from './queries';
import type { WebhookProps, WebhookType } from './webhook';

/** `spec.metrics` of an AnalysisTemplate, and what cannot be one. */
export function argoMetrics(
  analysis: Analysis,
  scope: ArgoScope,
  query: QueryScope,
  use: ArgoUse,
): { metrics: TreeObject[]; problems: string[] } {
  const problems: string[] = [];
  const requests = analysis._metrics.some(({ _source: { kind } }) => kind === 'success-rate' || kind === 'latency');
  const wrong = requests ? telemetryProblem(query.telemetry, scope.canaryService) : undefined;
  if (wrong) problems.push(wrong);
  const repeated = use === ArgoUse.BACKGROUND;
  const metrics = [
    ...analysis._loadTests.map((test) => {
      const metadata = { type: 'cmd', cmd: test._command(scope.canary) };
      return asked({ name: test.name, url: test.address, timeout: test._timeout, metadata }, query, repeated);
    }),
    ...analysis._webhooks.flatMap(({ _name: name, _type: type, _props: props }) => {
      const refusal = WEBHOOKS[type];
      if (refusal) problems.push(`webhook '${name}': Argo Rollouts has no ${type} webhook; ${refusal}`);
      if (props.retries !== undefined)
        problems.push(`webhook '${name}': Argo Rollouts asks once and has no retries; leave it out, or release with FlaggerRelease.`);
      return refusal ? [] : [asked({ ...props, name }, query, repeated && type === 'rollout')];
    }),
    ...analysis._metrics.map((metric) => {
      const scoped = { ...query, window: durationText(metric._window) };
      problems.push(...metricProblems(metric, scoped), ...countProblems(metric, use));
      return metricTree(analysis, metric, scoped, use, problems);
    }),
  ];
  const names = new Set<unknown>();
  for (const { name } of metrics) {
    if (names.has(name)) problems.push(`metric '${name}' is stated twice; give one of them another name: { name: '...' }.`);
    names.add(name);
  }
  if (metrics.length === 0)
    problems.push(
      'the analysis measures nothing, which Argo Rollouts refuses; state a metric: Analysis.of(Metric.successRate({ min: 99 })).',
    );
  return { metrics, problems };
}

/** What to do in place of a webhook that Argo Rollouts does not know. */
const WEBHOOKS: { readonly [type in WebhookType]: string | undefined } = {
  'pre-rollout': undefined,
  rollout: undefined,
  'confirm-rollout': 'begin with Step.pause(), or release with FlaggerRelease.',
  'confirm-traffic-increase': 'put Step.pause() between the weights, or release with FlaggerRelease.',
  'confirm-promotion': 'end with Step.pause() (blueGreen: autoPromotion: false), or release with FlaggerRelease.',
  rollback: 'state a metric that fails, or release with FlaggerRelease.',
  'post-rollout': 'state an Alert, or release with FlaggerRelease.',
  event: 'state an Alert, or release with FlaggerRelease.',
};

/** A POST as Flagger's webhooks make it. An answer that is no JSON passes when its status is 2xx. */
function asked(
  { name, url, timeout, metadata, disableTls: insecure }: WebhookProps,
  { service, namespace }: QueryScope,
  repeated: boolean,
): TreeObject {
  const web = { url, method: 'POST', timeoutSeconds: timeout?.toSeconds(), insecure, jsonBody: { name: service, namespace, metadata } };
  return { name: name as string, interval: repeated ? '1m' : undefined, provider: { web } };
}

function metricTree(analysis: Analysis, metric: Metric, query: QueryScope, use: ArgoUse, problems: string[]): TreeObject {
  const { initialDelay, interval, count, failureLimit, inconclusiveLimit, consecutiveErrorLimit, consecutiveSuccessLimit } =
    metric._options;
  const background = use === ArgoUse.BACKGROUND && metric._source.kind !== 'job';
  // Where requests begin with the analysis there is nothing to look back on before a window has passed.
  const begins = metric._source.kind !== 'job' && (background || analysis._loadTests.length > 0);
  const delay = initialDelay ?? (begins ? metric._window : undefined);
  const { provider, conditions, problem } = argoProvider(analysis, metric, query);
  if (problem) problems.push(problem);
  return {
    name: metric.name,
    initialDelay: delay && durationText(delay),
    interval: background && interval === undefined && count === undefined ? '1m' : interval && durationText(interval),
    count,
    ...conditions,
    failureLimit,
    inconclusiveLimit,
    consecutiveErrorLimit,
    consecutiveSuccessLimit,
    provider,
  };
}

/** What the controller refuses when the run begins, or for a Rollout as a whole. */
function countProblems(metric: Metric, use: ArgoUse): string[] {
  const { interval, count, failureLimit = 0, inconclusiveLimit = 0, consecutiveSuccessLimit = 0 } = metric._options;
  const at = `metric '${metric.name}'`;
  const problems = leastProblems(at, metric._options);
  if (use === ArgoUse.INLINE && interval !== undefined && count === undefined)
    problems.push(
      `${at}: it is measured without end, but a step or a promotion waits for it; state count, or use the analysis in the background.`,
    );
  if (count !== undefined && count > 1 && interval === undefined)
    problems.push(`${at}: count is ${count}, which needs an interval; state interval.`);
  if (count !== undefined && count < Math.max(failureLimit, 0) + consecutiveSuccessLimit)
    problems.push(
      `${at}: count ${count} is less than failureLimit ${failureLimit} and consecutiveSuccessLimit ${consecutiveSuccessLimit} together; raise count.`,
    );
  if (count !== undefined && count < inconclusiveLimit)
    problems.push(`${at}: count ${count} is less than inconclusiveLimit ${inconclusiveLimit}; raise count.`);
  if (failureLimit < 0 && consecutiveSuccessLimit === 0)
    problems.push(
      `${at}: failureLimit ${failureLimit} sets no limit, which needs consecutiveSuccessLimit; state it, or a failureLimit of 0 or more.`,
    );
  return problems;
}

/** The least that each number may be: -1 failures stand for no limit. */
const LEAST = { count: 1, failureLimit: -1, inconclusiveLimit: 0, consecutiveErrorLimit: 0, consecutiveSuccessLimit: 0 } as const;

function leastProblems(at: string, options: Metric['_options']): string[] {
  return (Object.keys(LEAST) as (keyof typeof LEAST)[]).flatMap((name) => {
    const value = options[name];
    return value === undefined || (Number.isInteger(value) && value >= LEAST[name])
      ? []
      : [`${at}: ${name} is ${value}; allowed are whole numbers from ${LEAST[name]} on.`];
  });
}

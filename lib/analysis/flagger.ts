import type { TreeObject } from '../manifest/tree';
import { serviceLabels } from '../service/labels';
import type { Microservice } from '../service/microservice';
import type { Analysis } from './analysis';
import { analysisProblems } from './analysis-problems';
import { durationText, minutesText } from './duration';
import { flaggerAlerts } from './flagger-alerts';
import { flaggerProvider } from './flagger-provider';
import { flaggerQueryScope } from './flagger-scope';
import type { Metric } from './metric';
import { metricProblems } from './metric-problems';
import { NoData } from './metric-props';
import { passingWithoutData, queryOf } from './queries';
import type { Telemetry } from './telemetry';
import type { Webhook } from './webhook';

/** What an analysis becomes in a Canary. */
export interface FlaggerAnalysis {
  readonly metrics: TreeObject[];
  readonly webhooks: TreeObject[];
  readonly alerts: TreeObject[];
  readonly metricsServer?: string;
}

/** How a Canary's provider measures, and under which address the new version answers. */
export interface FlaggerScope {
  readonly telemetry: Telemetry;
  /** Metrics that Flagger's own queries measure as this library would. */
  readonly builtIn: readonly Metric['_source']['kind'][];
  readonly canary: string;
}

/** Adds MetricTemplates and AlertProviders beside a Canary and returns what refers to them. */
export function addFlaggerAnalysis(service: Microservice, analysis: Analysis, scope: FlaggerScope): FlaggerAnalysis {
  for (const problem of analysisProblems(analysis)) service.addProblem(problem);
  const names = new Set<string>();
  const metrics = analysis._metrics.map((metric) => {
    if (names.has(metric.name))
      service.addProblem(`metric '${metric.name}' is stated twice; give one of them another name: { name: '...' }.`);
    names.add(metric.name);
    return flaggerMetric(service, analysis, metric, scope);
  });
  for (const argument of analysis._options.args ?? [])
    if (!('value' in argument._source))
      service.addProblem(
        `argument '${argument.name}' is read from the cluster, which Flagger cannot; use AnalysisArgument.value(), or ArgoRollout.`,
      );
  return {
    metrics,
    webhooks: [...analysis._loadTests.map((test) => loadTest(test, scope)), ...analysis._webhooks.map(webhookTree)],
    alerts: flaggerAlerts(service, analysis._alerts),
    metricsServer: analysis._options.prometheus,
  };
}

function flaggerMetric(service: Microservice, analysis: Analysis, metric: Metric, scope: FlaggerScope): TreeObject {
  const query = flaggerQueryScope(analysis, scope.telemetry);
  for (const problem of [...metricProblems(metric, query), ...unsupported(metric)]) service.addProblem(problem);
  const common = { interval: minutesText(metric._window), thresholdRange: { min: metric._range.min, max: metric._range.max } };
  if (isBuiltIn(analysis, metric, scope))
    return { name: metric._source.kind === 'latency' ? 'request-duration' : 'request-success-rate', ...common };
  const template = `${service.name}-${metric.name}`;
  const promql = queryOf(metric._source, query);
  const passing = String(metric._range.min ?? metric._range.max);
  service.addObject(`metric-template-${metric.name}`, {
    apiVersion: 'flagger.app/v1beta1',
    kind: 'MetricTemplate',
    name: template,
    labels: serviceLabels(service),
    fields: {
      spec:
        promql === undefined
          ? flaggerProvider(metric, query)
          : {
              provider: { type: 'prometheus', address: prometheusAddress(analysis, metric) },
              query: passingWithoutData(promql, metric._noData, passing),
            },
    },
  });
  const variables = Object.fromEntries(
    (analysis._options.args ?? []).flatMap(({ name, _source }) => ('value' in _source ? [[name, _source.value]] : [])),
  );
  return {
    name: metric.name,
    templateRef: { name: template },
    templateVariables: Object.keys(variables).length > 0 ? variables : undefined,
    ...common,
  };
}

/** Flagger's own query does the same: the 99th percentile, or the success rate, that fails without traffic. */
function isBuiltIn(analysis: Analysis, metric: Metric, { builtIn, telemetry }: FlaggerScope): boolean {
  const { _source: source } = metric;
  const sameSeries = analysis._options.telemetry === undefined || analysis._options.telemetry === telemetry;
  return (
    sameSeries && builtIn.includes(source.kind) && metric._noData === NoData.FAIL && (source.kind !== 'latency' || source.percentile === 99)
  );
}

function prometheusAddress(analysis: Analysis, metric: Metric): string {
  const own = metric._source.kind === 'prometheus' ? metric._source.address : undefined;
  return own ?? analysis._options.prometheus ?? 'http://prometheus.istio-system:9090';
}

function unsupported(metric: Metric): string[] {
  const { initialDelay, dryRun, inconclusiveLimit, consecutiveErrorLimit, consecutiveSuccessLimit } = metric._options;
  const stated = Object.entries({ initialDelay, dryRun, inconclusiveLimit, consecutiveErrorLimit, consecutiveSuccessLimit }).flatMap(
    ([name, value]) => (value === undefined || value === false ? [] : [name]),
  );
  if (metric._noData === NoData.INCONCLUSIVE) stated.push('noData: inconclusive');
  const problems = stated.map((name) => `metric '${metric.name}': Flagger has no ${name}; leave it out, or release with ArgoRollout.`);
  const { _source: source } = metric;
  if (source.kind === 'web' || source.kind === 'job')
    problems.push(
      `metric '${metric.name}': Flagger measures no ${source.kind} metrics; ask the address by Webhook.rollout(...), or release with ArgoRollout.`,
    );
  if (source.kind === 'custom' && !(source.props.flaggerProvider && source.props.flaggerQuery))
    problems.push(
      `metric '${metric.name}': it has no provider for Flagger; state flaggerProvider and flaggerQuery, or release with ArgoRollout.`,
    );
  if (source.kind === 'cloud-watch' && !source.props.region)
    problems.push(`metric '${metric.name}': Flagger needs the region of CloudWatch; state region: 'eu-central-1' or the like.`);
  return problems;
}

function loadTest(test: Analysis['_loadTests'][number], { canary }: FlaggerScope): TreeObject {
  return {
    name: test.name,
    type: 'rollout',
    url: test.address,
    timeout: test._timeout ? durationText(test._timeout) : '5s',
    metadata: { type: 'cmd', cmd: test._command(canary) },
  };
}

function webhookTree(webhook: Webhook): TreeObject {
  const { url, timeout, metadata, muteAlert, retries, disableTls } = webhook._props;
  return {
    name: webhook._name,
    type: webhook._type,
    url,
    timeout: timeout ? durationText(timeout) : undefined,
    muteAlert,
    retries,
    disableTLS: disableTls,
    metadata,
  };
}

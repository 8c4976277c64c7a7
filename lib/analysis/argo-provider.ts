import type { Tree, TreeObject } from '../manifest/tree';
import type { Analysis } from './analysis';
import { type Conditions, conditionsOf, type ResultShape } from './conditions';
import { durationText } from './duration';
import type { Metric } from './metric';
import { yieldsNumber } from './metric-problems';
import type { JobMetricProps, WebMetricProps } from './metric-props';
import { type QueryScope, queryOf, withPlaceholders } from './queries';

interface ArgoProvider {
  readonly provider: TreeObject;
  readonly conditions?: Partial<Conditions>;
  readonly problem?: string;
}

/** `provider` and the conditions of a metric. See https://argo-rollouts.readthedocs.io/en/stable/features/analysis/ */
export function argoProvider(analysis: Analysis, metric: Metric, scope: QueryScope): ArgoProvider {
  const { _source: source, _range: range, _noData: noData } = metric;
  const compared = (provider: TreeObject, shape: ResultShape) => ({ provider, conditions: conditionsOf(range, noData, shape) });
  switch (source.kind) {
    case 'datadog': {
      const { query, apiVersion, secret } = source.props;
      const secretRef = secret === undefined ? undefined : { name: secret, namespaced: true };
      const datadog = { apiVersion, interval: durationText(metric._window), query: withPlaceholders(query, scope), secretRef };
      // asFloat: the expression is checked against the type of the result, which has none while there is no value.
      return compared({ datadog }, { value: 'asFloat(result)', present: '!isNil(result)' });
    }
    case 'cloud-watch':
      return compared(
        { cloudWatch: { interval: durationText(metric._window), metricDataQueries: source.props.queries as Tree } },
        { value: '', every: 'result[0].Values', present: 'len(result[0].Values) > 0' },
      );
    case 'new-relic':
      return compared(
        { newRelic: { profile: source.props.secret, query: withPlaceholders(source.props.query, scope) } },
        { value: `result.${source.props.field ?? 'result'}` },
      );
    case 'web':
      return webProvider(source.props, scope, compared);
    case 'job':
      return { provider: { job: jobTree(source.props, scope) } };
    case 'custom': {
      const { argoProvider: provider, successCondition, failureCondition } = source.props;
      const problem = provider
        ? undefined
        : `metric '${metric.name}': it has no provider for Argo Rollouts; state argoProvider and successCondition, or release with FlaggerRelease.`;
      return { provider: (provider ?? {}) as TreeObject, conditions: { successCondition, failureCondition }, problem };
    }
    default: {
      const address = (source.kind === 'prometheus' ? source.address : undefined) ?? analysis._options.prometheus;
      const prometheus = { address: address ?? 'http://prometheus.istio-system:9090', query: queryOf(source, scope) };
      return compared({ prometheus }, yieldsNumber(metric, scope) ? NUMBER : VECTOR);
    }
  }
}

/** What Prometheus answers to most queries: a list, empty where there is no series, NaN where nothing was divided by nothing. */
const VECTOR: ResultShape = { value: 'result[0]', present: 'len(result) > 0 && !isNaN(result[0])' };
const NUMBER: ResultShape = { value: 'result', present: '!isNaN(result)' };

function webProvider(
  { url, jsonPath, expected, method, headers, body, timeout }: WebMetricProps,
  scope: QueryScope,
  compared: (provider: TreeObject, shape: ResultShape) => ArgoProvider,
): ArgoProvider {
  const web = {
    url: withPlaceholders(url, scope),
    method,
    headers: headers && Object.entries(headers).map(([key, value]) => ({ key, value: withPlaceholders(value, scope) })),
    jsonBody: body as Tree | undefined,
    jsonPath,
    timeoutSeconds: timeout?.toSeconds(),
  };
  return expected === undefined
    ? compared({ web }, { value: 'asFloat(result)' })
    : { provider: { web }, conditions: { successCondition: `result == ${JSON.stringify(expected)}` } };
}

function jobTree({ name, image, command, backoffLimit }: JobMetricProps, scope: QueryScope): TreeObject {
  return {
    spec: {
      backoffLimit: backoffLimit ?? 0,
      template: {
        spec: {
          restartPolicy: 'Never',
          automountServiceAccountToken: false,
          securityContext: { runAsNonRoot: true, runAsUser: 10001, runAsGroup: 10001, seccompProfile: { type: 'RuntimeDefault' } },
          containers: [
            {
              name,
              image,
              command: command?.map((word) => withPlaceholders(word, scope)),
              resources: { requests: { cpu: '100m', memory: '64Mi' }, limits: { cpu: '1', memory: '64Mi' } },
              securityContext: { allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: { drop: ['ALL'] } },
            },
          ],
        },
      },
    },
  };
}

import type { Tree, TreeObject } from '../manifest/tree';
import type { Metric } from './metric';
import { type QueryScope, withPlaceholders } from './queries';

/** `spec` of a MetricTemplate that asks something other than Prometheus. See https://docs.flagger.app/usage/metrics */
export function flaggerProvider(metric: Metric, scope: QueryScope): TreeObject {
  const { _source: source } = metric;
  switch (source.kind) {
    case 'datadog':
      return {
        provider: { type: 'datadog', secretRef: secretRef(source.props.secret) },
        query: withPlaceholders(source.props.query, scope),
      };
    case 'cloud-watch':
      return {
        provider: { type: 'cloudwatch', region: source.props.region },
        query: withPlaceholders(JSON.stringify(source.props.queries, null, 2), scope),
      };
    case 'new-relic':
      return {
        provider: { type: 'newrelic', secretRef: secretRef(source.props.secret) },
        query: withPlaceholders(source.props.query, scope),
      };
    case 'custom':
      return { provider: (source.props.flaggerProvider ?? {}) as Tree, query: withPlaceholders(source.props.flaggerQuery ?? '', scope) };
    default:
      return {};
  }
}

function secretRef(name: string | undefined): TreeObject | undefined {
  return name === undefined ? undefined : { name };
}

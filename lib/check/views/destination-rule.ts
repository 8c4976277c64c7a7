import type { Labels } from '../../model/labels';
import type { Field } from '../field';
import { hostKey } from '../relations/hosts';
import type { Resource } from '../resource';

export interface DestinationRuleView {
  readonly resource: Resource;
  readonly host: string;
  /** Equal for two rules of the same host, however each writes it. */
  readonly hostKey: string;
  readonly subsets: readonly SubsetView[];
  /** The namespaces that see it: `*` for all, `.` already resolved to its own. */
  readonly exportTo: readonly string[];
}

export interface SubsetView {
  readonly field: Field;
  readonly name: string;
  readonly labels: Labels;
}

export function destinationRuleView(resource: Resource): DestinationRuleView {
  const host = resource.spec.at('host').text ?? '';
  return {
    resource,
    host,
    hostKey: hostKey(host, resource.id.namespace),
    subsets: resource.spec.at('subsets').items.map((field) => ({
      field,
      name: field.at('name').text ?? '',
      labels: field.at('labels').labels,
    })),
    exportTo: exportTargets(resource),
  };
}

/** The namespaces an Istio object is exported to: `*` when it says nothing. */
export function exportTargets(resource: Resource): readonly string[] {
  const stated = resource.spec.at('exportTo').texts;
  return stated.length === 0 ? ['*'] : stated.map((target) => (target === '.' ? resource.id.namespace : target));
}

export function isExportedTo(exportTo: readonly string[], namespace: string): boolean {
  return exportTo.includes('*') || exportTo.includes(namespace);
}

import type { Field } from '../field';
import { METRIC_TEMPLATE, PROMETHEUS_RULE } from '../kinds';
import type { Resource } from '../resource';
import type { Subject } from '../subject';
import { analysisSpecs } from './analysis';

export interface Query {
  readonly resource: Resource;
  readonly field: Field;
  readonly text: string;
  readonly use: 'argo' | 'flagger' | 'rule';
}

/** Every PromQL expression of the files. */
export function queriesOf(subject: Subject): readonly Query[] {
  return subject.once('queries', () => {
    const queries: Query[] = [];
    const add = (resource: Resource, field: Field, use: Query['use']): void => {
      if (field.text !== undefined) queries.push({ resource, field, text: field.text, use });
    };
    for (const resource of analysisSpecs(subject))
      for (const metric of resource.spec.at('metrics').items) add(resource, metric.at('provider', 'prometheus', 'query'), 'argo');
    for (const resource of subject.ofKind(METRIC_TEMPLATE))
      if (resource.spec.at('provider', 'type').value === 'prometheus') add(resource, resource.spec.at('query'), 'flagger');
    for (const { resource, analysis } of subject.canaries)
      for (const metric of analysis.at('metrics').items) add(resource, metric.at('query'), 'flagger');
    for (const resource of subject.ofKind(PROMETHEUS_RULE)) {
      for (const group of resource.spec.at('groups').items)
        for (const rule of group.at('rules').items) add(resource, rule.at('expr'), 'rule');
    }
    return queries;
  });
}

import type { Field } from '../field';
import { isObject } from '../field';
import type { Resource } from '../resource';
import type { Subject } from '../subject';

/** A map of labels or annotations; annotations follow the rules of keys only. */
export interface LabelMap {
  readonly resource: Resource;
  readonly field: Field;
  readonly values: boolean;
}

/** All maps of labels, annotations and selectors of all objects, pod templates and subsets included. */
export function labelMaps(subject: Subject): readonly LabelMap[] {
  return subject.once('label maps', () => subject.resources.flatMap(mapsOf));
}

function mapsOf(resource: Resource): LabelMap[] {
  const { root, spec } = resource;
  const metadata = [root.at('metadata'), ...templatesOf(spec).map((template) => template.at('metadata'))];
  const selectors = [
    spec.at('selector', 'matchLabels'),
    spec.at('podSelector', 'matchLabels'),
    ...(isPlainSelector(spec.at('selector')) ? [spec.at('selector')] : []),
  ];
  const subsets = resource.id.kind === 'DestinationRule' ? spec.at('subsets').items.map((subset) => subset.at('labels')) : [];
  return [
    ...[...metadata.map((each) => each.at('labels')), ...selectors, ...subsets].map((field) => ({ resource, field, values: true })),
    ...metadata.map((each) => ({ resource, field: each.at('annotations'), values: false })),
  ].filter(({ field }) => isObject(field.value));
}

const templatesOf = (spec: Field): Field[] =>
  [spec.at('template'), spec.at('jobTemplate', 'spec', 'template')].filter(({ value }) => isObject(value));

/** `spec.selector` of a Service or Gateway is a map of labels itself. */
function isPlainSelector(selector: Field): boolean {
  return isObject(selector.value) && !('matchLabels' in selector.value) && !('matchExpressions' in selector.value);
}

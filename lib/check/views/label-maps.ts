import type { Field } from '../field';
import { isObject } from '../field';
import { CANARY, EXPERIMENT, ROLLOUT, STATEFUL_SET } from '../kinds';
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
  const metadata = [root.at('metadata'), ...templatesOf(spec).map((template) => template.at('metadata')), ...furtherMetadata(resource)];
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

/** Labels that a controller puts on the pods, Services or claims that it makes. */
function furtherMetadata({ id, spec }: Resource): Field[] {
  switch (id.kind) {
    case ROLLOUT.kind: {
      const [canary, blueGreen] = [spec.at('strategy', 'canary'), spec.at('strategy', 'blueGreen')];
      const experiments = canary.at('steps').items.flatMap((step) => step.at('experiment', 'templates').items);
      return [
        canary.at('canaryMetadata'),
        canary.at('stableMetadata'),
        blueGreen.at('activeMetadata'),
        blueGreen.at('previewMetadata'),
        ...experiments.map((template) => template.at('metadata')),
      ];
    }
    case EXPERIMENT.kind:
      return spec.at('templates').items.map((template) => template.at('template', 'metadata'));
    case CANARY.kind:
      return ['apex', 'primary', 'canary'].map((name) => spec.at('service', name));
    case STATEFUL_SET.kind:
      return spec.at('volumeClaimTemplates').items.map((claim) => claim.at('metadata'));
    default:
      return [];
  }
}

/** `spec.selector` of a Service or Gateway is a map of labels itself. */
function isPlainSelector(selector: Field): boolean {
  return isObject(selector.value) && !('matchLabels' in selector.value) && !('matchExpressions' in selector.value);
}

import type { Field } from '../field';
import { ANALYSIS_RUN, ANALYSIS_TEMPLATE, CLUSTER_ANALYSIS_TEMPLATE, EXPERIMENT, type GroupKind } from '../kinds';
import type { Resource } from '../resource';
import type { Subject } from '../subject';

/** A use of one or more AnalysisTemplates, with the arguments it supplies. */
export interface AnalysisUse {
  readonly resource: Resource;
  readonly field: Field;
  readonly templates: readonly { readonly field: Field; readonly name: string; readonly kind: GroupKind }[];
  readonly args: readonly string[];
  /** Whether the run has to end by itself: one in the background ends with the release. */
  readonly mustEnd: boolean;
}

/** Every place where a Rollout or Experiment starts an analysis. */
export function analysisUses(subject: Subject): readonly AnalysisUse[] {
  return subject.once('analysis uses', () => [
    ...subject.rollouts.flatMap(({ resource, steps, canary, blueGreen }) => [
      ...steps.flatMap((step) => [...use(resource, step.at('analysis'), true), ...experimentUses(resource, step.at('experiment'))]),
      ...use(resource, canary.at('analysis'), false),
      ...use(resource, blueGreen.at('prePromotionAnalysis'), true),
      ...use(resource, blueGreen.at('postPromotionAnalysis'), true),
    ]),
    ...subject.ofKind(EXPERIMENT).flatMap((resource) => experimentUses(resource, resource.spec)),
  ]);
}

function use(resource: Resource, field: Field, mustEnd: boolean): AnalysisUse[] {
  if (!field.present) return [];
  return [{ resource, field, mustEnd, templates: field.at('templates').items.flatMap(templateOf), args: argNames(field) }];
}

function experimentUses(resource: Resource, experiment: Field): AnalysisUse[] {
  return experiment
    .at('analyses')
    .items.map((field) => ({ resource, field, mustEnd: false, templates: templateOf(field), args: argNames(field) }));
}

function templateOf(field: Field): { field: Field; name: string; kind: GroupKind }[] {
  const name = field.at('templateName').text;
  if (!name) return [];
  return [
    {
      field: field.at('templateName'),
      name,
      kind: field.at('clusterScope').value === true ? CLUSTER_ANALYSIS_TEMPLATE : ANALYSIS_TEMPLATE,
    },
  ];
}

const argNames = (field: Field): string[] =>
  field
    .at('args')
    .items.filter((arg) => arg.at('value').present || arg.at('valueFrom').present)
    .map((arg) => arg.at('name').text ?? '');

export const analysisTemplates = (subject: Subject): readonly Resource[] => [
  ...subject.ofKind(ANALYSIS_TEMPLATE),
  ...subject.ofKind(CLUSTER_ANALYSIS_TEMPLATE),
];

/** Templates and runs: both hold metrics and arguments. */
export const analysisSpecs = (subject: Subject): readonly Resource[] => [...analysisTemplates(subject), ...subject.ofKind(ANALYSIS_RUN)];

export function findTemplate(subject: Subject, kind: GroupKind, name: string, namespace: string): Resource | undefined {
  return subject.find(kind, kind === CLUSTER_ANALYSIS_TEMPLATE ? '' : namespace, name);
}

/** The template and those it is composed of. */
export function withNested(subject: Subject, template: Resource, seen: Set<Resource> = new Set()): readonly Resource[] {
  if (seen.has(template)) return [];
  seen.add(template);
  const nested = template.spec.at('templates').items.flatMap(templateOf);
  return [
    template,
    ...nested.flatMap(({ kind, name }) => {
      const found = findTemplate(subject, kind, name, template.id.namespace);
      return found ? withNested(subject, found, seen) : [];
    }),
  ];
}

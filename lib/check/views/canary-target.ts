import type { Labels } from '../../model/labels';
import type { Field } from '../field';
import type { Subject } from '../subject';
import { type CanaryView, flaggerLabel, primaryLabels } from './canary';
import type { WorkloadView } from './workload';

/** The workload of the files that a Canary releases. */
export function targetOf(canary: CanaryView, subject: Subject): WorkloadView | undefined {
  const resource = canary.targetKind && subject.find(canary.targetKind, canary.resource.id.namespace, canary.targetName);
  return resource && subject.workloadOf(resource);
}

export const targetSelector = (target: WorkloadView): Field => target.resource.spec.at('selector', 'matchLabels');

/** The labels of the pods that Flagger makes for the primary; undefined when it cannot make any. */
export function primaryPodLabels(target: WorkloadView): Labels | undefined {
  const selector = targetSelector(target).labels;
  const label = flaggerLabel(selector);
  return label === undefined ? undefined : primaryLabels(target.podLabels, label, selector[label]);
}

import { describeId } from '../../../manifest/manifest';
import type { Labels } from '../../../model/labels';
import { labelsText } from '../../relations/selectors';
import type { Rule } from '../../rule';
import type { Subject } from '../../subject';
import { SELECTING_KINDS, type WorkloadView, workloadSelects } from '../../views/workload';

export const sharedPods: Rule = {
  code: 'PD0205',
  severity: 'error',
  title: 'The selectors of two workloads select the same pods',
  why: "Each counts the other's pods as its own: autoscalers mix their load, `kubectl` and Services mix them up, and orphaned pods are adopted by the wrong one.",
  fix: 'Give each version a label of its own (`version: v2`) in selector and template.',
  links: ['https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#selector'],
  check(subject, report) {
    for (const workload of subject.workloads) {
      if (!isSelecting(workload)) continue;
      const selector = selectorOf(workload);
      if (Object.keys(selector.at('matchLabels').labels).length === 0) continue;
      const other = otherSelectedBy(workload, selector.at('matchLabels').labels, subject);
      if (other) {
        report(
          workload.resource,
          selector,
          `The selector (${labelsText(selector.at('matchLabels').labels)}) also selects the pods of ${describeId(other.resource.id)} (${labelsText(other.podLabels)}): the two take each other's pods for their own.`,
        );
      }
    }
  },
};

const isSelecting = ({ resource }: WorkloadView): boolean =>
  SELECTING_KINDS.some(({ kind, group }) => kind === resource.id.kind && group === resource.id.group);

const selectorOf = ({ resource, templateOwner }: WorkloadView) =>
  resource.spec.at('selector').present ? resource.spec.at('selector') : templateOwner.spec.at('selector');

/** Another workload whose pods the selector selects, and not the same pods under another name, as a Rollout and the Deployment it refers to are. */
function otherSelectedBy(workload: WorkloadView, selector: Labels, subject: Subject): WorkloadView | undefined {
  return subject
    .workloadsSelectedBy(selector, workload.resource.id.namespace)
    .find(
      (other) =>
        other.resource !== workload.resource &&
        other.templateOwner !== workload.resource &&
        workload.templateOwner !== other.resource &&
        isSelecting(other) &&
        !sameIdentity(workload, other) &&
        workloadSelects(workload, other.podLabels),
    );
}

const sameIdentity = (a: WorkloadView, b: WorkloadView): boolean =>
  a.resource.id.kind === b.resource.id.kind && a.resource.id.name === b.resource.id.name;

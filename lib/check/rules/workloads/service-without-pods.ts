import { describeId } from '../../../manifest/manifest';
import { STATEFUL_SET } from '../../kinds';
import { labelsText, unmatched } from '../../relations/selectors';
import type { Rule } from '../../rule';
import type { Subject } from '../../subject';
import { rolloutServices } from '../../views/rollout-services';
import type { ServiceView } from '../../views/service';
import type { WorkloadView } from '../../views/workload';

const NAMES = ['app', 'app.kubernetes.io/name', 'name', 'k8s-app'];
/** Labels that controllers put on pods: no template has them. */
const ADDED =
  /^(rollouts-pod-template-hash|pod-template-hash|statefulset\.kubernetes\.io\/pod-name|apps\.kubernetes\.io\/pod-index|serving\.knative\.dev\/.*|batch\.kubernetes\.io\/.*|job-name)$/;

export const serviceWithoutPods: Rule = {
  code: 'PD0211',
  severity: 'error',
  title: 'A Service selects none of the pods it is named after',
  why: 'It has no endpoint: connections are refused, and the mesh answers with 503.',
  fix: 'Let the Service select labels that the pod templates have.',
  links: ['https://kubernetes.io/docs/tasks/debug/debug-application/debug-service/#does-the-service-have-any-endpointslices'],
  check(subject, report) {
    for (const service of subject.services) {
      if (!service.selecting || Object.keys(service.selector).some((key) => ADDED.test(key))) continue;
      const { namespace } = service.resource.id;
      if (subject.workloadsSelectedBy(service.selector, namespace).length > 0 || usedByRollout(service, subject)) continue;
      const near = nearest(service, subject);
      if (!near) continue;
      const lacking = unmatched(service.selector, near.podLabels);
      report(
        service.resource,
        service.selectorField.at(lacking[0]),
        `The Service selects ${labelsText(service.selector)}, and no pod of the files is so: ${describeId(near.resource.id)} has ${labelsText(near.podLabels)}.`,
        mayBeLabelledLater(near, lacking) ? { severity: 'note', fix: 'Make sure that what runs in the pods sets the label.' } : {},
      );
    }
  },
};

/** Operators of databases and the like mark the leader among the pods of a StatefulSet by a label that no template has. */
const mayBeLabelledLater = ({ resource, podLabels }: WorkloadView, lacking: readonly string[]): boolean =>
  resource.id.kind === STATEFUL_SET.kind && lacking.every((key) => podLabels[key] === undefined);

/** A workload with the same name label that differs in another one. */
function nearest({ selector, resource }: ServiceView, subject: Subject): WorkloadView | undefined {
  const name = NAMES.find((key) => selector[key] !== undefined);
  return name === undefined ? undefined : subject.workloadsSelectedBy({ [name]: selector[name] }, resource.id.namespace)[0];
}

/** PD0406 speaks about Services of a Rollout. */
function usedByRollout({ resource }: ServiceView, subject: Subject): boolean {
  return rolloutServices(subject).has(`${resource.id.namespace}/${resource.id.name}`);
}

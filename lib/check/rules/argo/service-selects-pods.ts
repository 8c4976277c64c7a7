import { describeId } from '../../../manifest/manifest';
import { SERVICE } from '../../kinds';
import { labelsText, unmatched } from '../../relations/selectors';
import type { Rule } from '../../rule';

export const serviceSelectsPods: Rule = {
  code: 'PD0406',
  severity: 'error',
  title: 'A Service of a Rollout selects by labels that its pods do not have',
  why: 'The Rollout becomes InvalidSpec and makes no pods at all.',
  fix: 'Let the Service select labels of the pod template; the controller adds the hash of the version itself.',
  links: ['https://argo-rollouts.readthedocs.io/en/stable/features/traffic-management/'],
  check(subject, report) {
    for (const rollout of subject.rollouts) {
      const workload = subject.workloadOf(rollout.resource);
      if (!workload || (workload.templateOwner === rollout.resource && rollout.resource.spec.at('workloadRef').present)) continue;
      for (const { role, field } of rollout.services) {
        const resource = subject.find(SERVICE, rollout.resource.id.namespace, field.text ?? '');
        const service = resource && subject.serviceOf(resource);
        if (!service) continue;
        const missing = unmatched(service.selector, workload.podLabels).filter((key) => key !== 'rollouts-pod-template-hash');
        if (missing.length === 0) continue;
        report(
          service.resource,
          service.selectorField.at(missing[0]),
          `The ${role} of ${describeId(rollout.resource.id)} selects ${missing.map((key) => `${key}: ${service.selector[key]}`).join(', ')}, and the pods have ${labelsText(workload.podLabels)}: the Rollout becomes InvalidSpec.`,
        );
      }
    }
  },
};

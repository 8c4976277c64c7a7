import { describeId } from '../../../manifest/manifest';
import { selects } from '../../../model/labels';
import { labelsText, unmatched } from '../../relations/selectors';
import type { Rule } from '../../rule';
import type { Subject } from '../../subject';
import type { SubsetView } from '../../views/destination-rule';
import type { ServiceView } from '../../views/service';
import type { WorkloadView } from '../../views/workload';

export const serviceExcludesVersion: Rule = {
  code: 'PD0201',
  severity: 'error',
  title: 'A shared Service does not select the pods of a subset',
  why: 'A subset holds the endpoints of the Service that carry its labels. When the Service selects other pods, the subset is empty: its requests get 503.',
  fix: 'Let the Service select what all versions have in common, and leave `version` to the subsets.',
  links: [
    'https://istio.io/latest/docs/concepts/traffic-management/#destination-rules',
    'https://istio.io/latest/docs/ops/deployment/application-requirements/',
  ],
  check(subject, report) {
    for (const rule of subject.destinationRules) {
      const service = subject.serviceByHost(rule.host, rule.resource.id.namespace);
      if (!service?.selecting) continue;
      for (const subset of rule.subsets) {
        const left = leftOut(service, subset, subject);
        if (!left) continue;
        const keys = unmatched(service.selector, left.podLabels).map((key) => `${key}: ${service.selector[key]}`);
        report(
          service.resource,
          service.selectorField.at(unmatched(service.selector, left.podLabels)[0]),
          `The Service selects ${labelsText(service.selector)}, so the subset "${subset.name}" (${labelsText(subset.labels)}) of ${describeId(rule.resource.id)} is empty: ${describeId(left.resource.id)} does not carry ${keys.join(', ')}.`,
          {
            fix: `Remove ${keys.join(', ')} from the selector of the Service.`,
          },
        );
      }
    }
  },
};

/** A workload with the subset's labels that shares something with the Service and is left out by it, when the Service selects none with them. */
function leftOut(service: ServiceView, { labels }: SubsetView, subject: Subject): WorkloadView | undefined {
  if (Object.keys(labels).length === 0) return undefined;
  const { namespace } = service.resource.id;
  const selected = subject.workloadsSelectedBy(service.selector, namespace);
  if (selected.some(({ podLabels }) => selects(labels, podLabels))) return undefined;
  return subject
    .workloadsSelectedBy(labels, namespace)
    .find(({ podLabels }) => Object.keys(service.selector).some((key) => !(key in labels) && podLabels[key] === service.selector[key]));
}

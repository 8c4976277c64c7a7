import { labelsText, unmatched } from '../../relations/selectors';
import type { Rule } from '../../rule';
import { SELECTING_KINDS, workloadSelects } from '../../views/workload';

export const selectorMatchesTemplate: Rule = {
  code: 'PD0204',
  severity: 'error',
  title: 'The selector of a workload does not select its own pods',
  why: 'The API server refuses a Deployment, StatefulSet or DaemonSet; a Rollout is accepted and becomes InvalidSpec.',
  fix: 'Give the pod template every label that the selector asks for. A selector cannot be changed later.',
  links: ['https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#selector'],
  check(subject, report) {
    for (const kind of SELECTING_KINDS) {
      for (const resource of subject.ofKind(kind)) {
        const workload = subject.workloadOf(resource);
        const selector = resource.spec.at('selector');
        if (!workload || !selector.present || (resource.spec.at('workloadRef').present && workload.templateOwner === resource)) continue;
        if (selector.at('matchLabels').entries.some(([, value]) => value.text === undefined)) continue;
        if (selector.keys.length === 0 || workloadSelects(workload, workload.podLabels)) continue;
        const missing = unmatched(selector.at('matchLabels').labels, workload.podLabels);
        const wanted =
          missing.length > 0 ? missing.map((key) => `${key}: ${selector.at('matchLabels', key).text}`).join(', ') : 'its matchExpressions';
        const field = missing.length > 0 ? selector.at('matchLabels', missing[0]) : selector.at('matchExpressions');
        report(
          resource,
          field,
          `The selector asks for ${wanted}, and the pod template has ${labelsText(workload.podLabels)}: ${kind.kind === 'Rollout' ? 'the Rollout becomes InvalidSpec' : 'the API server refuses it'}.`,
        );
      }
    }
  },
};

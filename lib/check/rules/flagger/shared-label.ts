import { describeId } from '../../../manifest/manifest';
import type { Rule } from '../../rule';
import { flaggerLabel } from '../../views/canary';
import { targetOf, targetSelector } from '../../views/canary-target';

export const sharedLabel: Rule = {
  code: 'PD0303',
  severity: 'error',
  title: 'Another workload carries the label by which Flagger selects the canary',
  why: 'The canary Service selects by that one label alone: requests meant for the canary also reach the other workload, and the analysis judges both.',
  fix: 'Give the other workload another value of the label.',
  links: ['https://docs.flagger.app/faq#labels-and-selectors'],
  check(subject, report) {
    for (const canary of subject.canaries) {
      const target = targetOf(canary, subject);
      const selector = target ? targetSelector(target).labels : {};
      const label = flaggerLabel(selector);
      if (!target || label === undefined) continue;
      const others = subject.workloadsSelectedBy({ [label]: selector[label] }, target.resource.id.namespace);
      const other = others.find(
        ({ resource }) =>
          resource !== target.resource &&
          ['Deployment', 'DaemonSet', 'StatefulSet'].includes(resource.id.kind) &&
          resource.id.name !== `${canary.targetName}-primary`,
      );
      if (other)
        report(
          other.resource,
          other.template.at('metadata', 'labels', label),
          `The pods carry ${label}: ${selector[label]}, by which Flagger selects the canary of ${describeId(canary.resource.id)}: they get requests meant for it.`,
        );
    }
  },
};

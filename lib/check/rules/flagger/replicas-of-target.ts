import { describeId } from '../../../manifest/manifest';
import type { Rule } from '../../rule';
import { targetOf } from '../../views/canary-target';

export const replicasOfTarget: Rule = {
  code: 'PD0316',
  severity: 'note',
  title: 'The target of a Canary states its number of replicas',
  why: 'Flagger scales the target to 0 between releases. Each time the files are applied the number comes back, and idle pods run until Flagger notices.',
  fix: 'Leave out spec.replicas, or use a HorizontalPodAutoscaler with autoscalerRef.',
  links: ['https://docs.flagger.app/faq#kubernetes-services'],
  check(subject, report) {
    for (const canary of subject.canaries) {
      const target = targetOf(canary, subject);
      if (target?.replicas.present && target.replicas.number !== 0) {
        report(
          target.resource,
          target.replicas,
          `${describeId(canary.resource.id)} scales this workload by itself: replicas ${target.replicas.number} comes back with every apply.`,
        );
      }
    }
  },
};

import { describeId } from '../../../manifest/manifest';
import type { Rule } from '../../rule';
import { autoscalerOf, SCALABLE_KINDS } from '../../views/autoscalers';

export const replicasBesideAutoscaler: Rule = {
  code: 'PD0702',
  severity: 'warning',
  title: 'An autoscaled workload states its number of replicas',
  why: 'Each apply sets the number back to what the file says: under load the service suddenly loses pods, until the autoscaler has them again.',
  fix: 'Leave out spec.replicas.',
  links: [
    'https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/#migrating-deployments-and-statefulsets-to-horizontal-autoscaling',
  ],
  check(subject, report) {
    for (const kind of SCALABLE_KINDS) {
      for (const resource of subject.ofKind(kind)) {
        const replicas = resource.spec.at('replicas');
        const scaler = replicas.present && replicas.value !== 0 ? autoscalerOf(resource, subject) : undefined;
        if (scaler)
          report(
            resource,
            replicas,
            `replicas is ${replicas.value}, and ${describeId(scaler.resource.id)} sets the number too: each apply puts it back.`,
          );
      }
    }
  },
};

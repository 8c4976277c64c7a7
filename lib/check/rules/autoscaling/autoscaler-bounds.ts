import { HPA } from '../../kinds';
import type { Rule } from '../../rule';
import { SCALABLE_KINDS } from '../../views/autoscalers';

export const autoscalerBounds: Rule = {
  code: 'PD0704',
  severity: 'error',
  title: 'The bounds of an autoscaler are swapped, or its measure cannot be taken',
  why: 'The API server refuses a minimum above the maximum. A utilization is a share of the requests: without a request it cannot be computed, and nothing is scaled.',
  fix: 'Set minReplicas at or below maxReplicas, and requests for what is measured.',
  links: ['https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/#algorithm-details'],
  check(subject, report) {
    for (const resource of subject.ofKind(HPA)) {
      const min = resource.spec.at('minReplicas');
      const max = resource.spec.at('maxReplicas');
      if (min.number !== undefined && max.number !== undefined && min.number > max.number)
        report(resource, min, `minReplicas ${min.number} is above maxReplicas ${max.number}: the API server refuses it.`);
      const target = resource.spec.at('scaleTargetRef');
      const kind = SCALABLE_KINDS.find((each) => each.kind === target.at('kind').text);
      const scaled = kind && subject.find(kind, resource.id.namespace, target.at('name').text ?? '');
      const workload = scaled && subject.workloadOf(scaled);
      if (!workload) continue;
      for (const metric of resource.spec.at('metrics').items) {
        const name = metric.at('resource', 'name').text;
        if (metric.at('resource', 'target', 'type').value !== 'Utilization' || !name) continue;
        const lacking = workload.containers.find(
          (container) => !container.at('resources', 'requests', name).present && !container.at('resources', 'limits', name).present,
        );
        if (lacking)
          report(
            resource,
            metric.at('resource', 'name'),
            `The container ${lacking.at('name').text ?? ''} requests no ${name}, of which a share is measured: unless a LimitRange sets one, nothing is scaled.`,
            { severity: 'note' },
          );
      }
    }
  },
};

import { describeId } from '../../../manifest/manifest';
import { HPA, SCALED_OBJECT } from '../../kinds';
import type { Rule } from '../../rule';
import { workloadRefOf } from '../../views/workload';

export const workloadRef: Rule = {
  code: 'PD0411',
  severity: 'error',
  title: 'A Deployment that a Rollout took over still runs or is scaled by itself',
  why: 'The Rollout and the Deployment, or its autoscaler, both run pods of the same labels: the autoscaler raises what the Rollout scales down, and Services reach both.',
  fix: 'Let the autoscaler scale the Rollout, and set workloadRef.scaleDown (or replicas 0 in the Deployment).',
  links: ['https://argo-rollouts.readthedocs.io/en/stable/migrating/#reference-deployment-from-rollout'],
  check(subject, report) {
    for (const { resource } of subject.rollouts) {
      const reference = resource.spec.at('workloadRef');
      if (!reference.present) continue;
      const { namespace } = resource.id;
      if (resource.spec.at('template').present)
        report(resource, resource.spec.at('template'), 'The Rollout has a template beside workloadRef: it becomes InvalidSpec.', {
          fix: 'Remove the template.',
        });
      for (const scaler of [...subject.inNamespace(HPA, namespace), ...subject.inNamespace(SCALED_OBJECT, namespace)]) {
        const target = scaler.spec.at('scaleTargetRef');
        if (target.at('kind').text === 'Rollout') continue;
        if (target.at('name').text !== reference.at('name').text || (target.at('kind').text ?? 'Deployment') !== reference.at('kind').text)
          continue;
        report(
          scaler,
          target,
          `It scales ${reference.at('kind').text} ${target.at('name').text}, whose pods ${describeId(resource.id)} has taken over by workloadRef: the two fight over the replicas.`,
          {
            fix: `Set scaleTargetRef to apiVersion argoproj.io/v1alpha1, kind Rollout, name ${resource.id.name}.`,
          },
        );
      }
      const workload = workloadRefOf(resource, subject.find);
      const scaleDown = reference.at('scaleDown').text;
      if (workload && workload.spec.at('replicas').value !== 0 && (scaleDown === undefined || scaleDown === 'never')) {
        report(
          resource,
          reference,
          `${describeId(workload.id)} keeps its ${workload.spec.at('replicas').number ?? 1} pods beside those of the Rollout.`,
          { severity: 'note', fix: 'Set workloadRef.scaleDown to onsuccess or progressively, or replicas to 0 in the Deployment.' },
        );
      }
    }
  },
};

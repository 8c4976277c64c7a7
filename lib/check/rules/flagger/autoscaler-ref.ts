import { describeId } from '../../../manifest/manifest';
import { HPA, SCALED_OBJECT } from '../../kinds';
import type { Rule } from '../../rule';

export const autoscalerRef: Rule = {
  code: 'PD0305',
  severity: 'error',
  title: 'The target of a Canary is autoscaled, and the Canary does not name the autoscaler',
  why: 'Flagger makes no autoscaler for the primary: the pods that serve the users stay at a fixed number, and the autoscaler fights with Flagger over the target.',
  fix: 'Set spec.autoscalerRef of the Canary to the autoscaler.',
  links: ['https://docs.flagger.app/usage/how-it-works#canary-target'],
  check(subject, report) {
    for (const canary of subject.canaries) {
      const { resource, targetName, targetKind } = canary;
      const reference = resource.spec.at('autoscalerRef');
      for (const kind of [HPA, SCALED_OBJECT]) {
        for (const scaler of subject.inNamespace(kind, resource.id.namespace)) {
          const target = scaler.spec.at('scaleTargetRef');
          const same = target.at('name').text === targetName;
          if (!same || (target.at('kind').text ?? 'Deployment') !== targetKind?.kind || reference.at('name').text === scaler.id.name)
            continue;
          const says = reference.present ? `names ${reference.at('name').text}` : 'has no autoscalerRef';
          report(
            resource,
            reference.present ? reference.at('name') : resource.spec,
            `${describeId(scaler.id)} scales the target ${targetName}, and the Canary ${says}: the primary is never scaled.`,
            {
              fix: `Set autoscalerRef to the ${scaler.id.kind} "${scaler.id.name}".`,
            },
          );
        }
      }
    }
  },
};

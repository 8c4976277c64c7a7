import { HPA, SCALED_OBJECT } from '../../kinds';
import { checkReference } from '../../relations/missing';
import type { Rule } from '../../rule';

export const targetExists: Rule = {
  code: 'PD0312',
  severity: 'error',
  title: 'A Canary names a target or an autoscaler that is not there',
  why: 'The Canary stays Initializing: nothing is made and nothing is released.',
  fix: 'Name the Deployment or DaemonSet to release.',
  links: ['https://docs.flagger.app/usage/how-it-works#canary-target'],
  check(subject, report) {
    for (const { resource, targetKind, targetName } of subject.canaries) {
      const target = resource.spec.at('targetRef');
      const { namespace } = resource.id;
      if (!targetKind)
        report(
          resource,
          target.at('kind'),
          `The target's kind is ${JSON.stringify(target.at('kind').value ?? null)}: Flagger releases Deployment, DaemonSet, Service and Knative Service.`,
        );
      else if (targetName)
        checkReference(
          subject,
          report,
          resource,
          target.at('name'),
          { kind: targetKind, namespace, name: targetName },
          { what: 'The targetRef', effect: 'the Canary stays Initializing' },
        );
      const scaler = resource.spec.at('autoscalerRef');
      const kind = scaler.at('kind').text === SCALED_OBJECT.kind ? SCALED_OBJECT : HPA;
      const name = scaler.at('name').text;
      if (name)
        checkReference(
          subject,
          report,
          resource,
          scaler.at('name'),
          { kind, namespace, name },
          { what: 'The autoscalerRef', effect: 'the Canary stays Initializing' },
        );
    }
  },
};

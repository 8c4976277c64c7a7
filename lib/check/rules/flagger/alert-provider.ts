import { ALERT_PROVIDER } from '../../kinds';
import { checkReference } from '../../relations/missing';
import type { Rule } from '../../rule';

export const alertProvider: Rule = {
  code: 'PD0315',
  severity: 'warning',
  title: 'An alert of a Canary names a provider that is not there',
  why: 'Nobody is told when a release fails; the release itself goes on.',
  fix: 'Name an AlertProvider, with its namespace when it lies in another.',
  links: ['https://docs.flagger.app/usage/alerting'],
  check(subject, report) {
    for (const { resource, analysis } of subject.canaries) {
      for (const alert of analysis.at('alerts').items) {
        const reference = alert.at('providerRef');
        const name = reference.at('name').text;
        if (!name) continue;
        const namespace = reference.at('namespace').text || resource.id.namespace;
        checkReference(
          subject,
          report,
          resource,
          reference.at('name'),
          { kind: ALERT_PROVIDER, namespace, name },
          { what: `The alert "${alert.at('name').text ?? ''}"`, effect: 'nobody is told' },
        );
      }
    }
  },
};

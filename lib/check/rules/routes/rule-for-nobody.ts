import { SERVICE } from '../../kinds';
import { serviceHost } from '../../relations/hosts';
import type { Rule } from '../../rule';

export const ruleForNobody: Rule = {
  code: 'PD0123',
  severity: 'warning',
  title: 'A DestinationRule is for a Service that is not there',
  why: 'Its subsets and policies apply to nothing: routes to the subsets get 503.',
  fix: 'Write the host as the Service is named.',
  links: ['https://istio.io/latest/docs/reference/config/networking/destination-rule/#DestinationRule'],
  check(subject, report) {
    const made = new Set(
      subject.canaries.flatMap(({ apex, resource }) =>
        ['', '-primary', '-canary'].map((suffix) => `${resource.id.namespace}/${apex}${suffix}`),
      ),
    );
    for (const { resource, host } of subject.destinationRules) {
      const named = serviceHost(host, resource.id.namespace);
      if (!named || made.has(`${named.namespace}/${named.name}`)) continue;
      const reference = subject.reference(SERVICE, named.namespace, named.name);
      if (reference.verdict !== 'missing' || reference.because !== 'similar') continue;
      report(
        resource,
        resource.spec.at('host'),
        `The host ${host} is no Service of the files (${reference.hint}): the DestinationRule has no effect.`,
      );
    }
  },
};

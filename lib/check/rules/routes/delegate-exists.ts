import { describeId } from '../../../manifest/manifest';
import { VIRTUAL_SERVICE } from '../../kinds';
import { checkReference } from '../../relations/missing';
import type { Rule } from '../../rule';

export const delegateExists: Rule = {
  code: 'PD0121',
  severity: 'error',
  title: 'A rule delegates to a VirtualService that is not there or has hosts of its own',
  why: 'Istio drops the rule without a word: its requests fall through to later rules or get 404.',
  fix: 'Delegate to a VirtualService without hosts and gateways.',
  links: ['https://istio.io/latest/docs/reference/config/networking/virtual-service/#Delegate'],
  check(subject, report) {
    const flaggers = new Set(subject.canaries.map(({ resource, apex }) => `${resource.id.namespace}/${apex}`));
    for (const { resource, http } of subject.virtualServices) {
      for (const { delegate } of http) {
        const name = delegate?.at('name').text;
        if (!delegate || !name) continue;
        const namespace = delegate.at('namespace').text || resource.id.namespace;
        if (flaggers.has(`${namespace}/${name}`)) continue;
        const to = { kind: VIRTUAL_SERVICE, namespace, name };
        const found = checkReference(subject, report, resource, delegate.at('name'), to, {
          what: 'The delegate',
          effect: 'the rule is dropped',
        });
        if (found && found.spec.at('hosts').items.length > 0) {
          report(resource, delegate, `${describeId(found.id)} has hosts of its own, so nothing can delegate to it: the rule is dropped.`, {
            fix: 'Remove its hosts and gateways.',
          });
        }
      }
    }
  },
};

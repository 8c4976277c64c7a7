import type { Field } from '../../field';
import { ISTIO_GATEWAY } from '../../kinds';
import { checkReference } from '../../relations/missing';
import type { Resource } from '../../resource';
import type { Rule } from '../../rule';

export const gatewayExists: Rule = {
  code: 'PD0112',
  severity: 'error',
  title: 'A VirtualService or Canary names a Gateway that is not there',
  why: 'The rules are bound to no listener: requests from outside get 404.',
  fix: 'Name the Gateway as NAMESPACE/NAME; without a namespace it is looked for in the namespace of the rule.',
  links: [
    'https://istio.io/latest/docs/reference/config/networking/virtual-service/#VirtualService',
    'https://istio.io/latest/docs/reference/config/analysis/ist0101/',
  ],
  check(subject, report) {
    const users: { resource: Resource; gateways: readonly Field[] }[] = [
      ...subject.virtualServices.map(({ resource, gatewayFields, http }) => ({
        resource,
        gateways: [...gatewayFields, ...http.flatMap((rule) => rule.matches.flatMap((match) => match.at('gateways').items))],
      })),
      ...subject.canaries.map(({ resource, service }) => ({ resource, gateways: service.at('gateways').items })),
    ];
    for (const { resource, gateways } of users) {
      for (const field of gateways) {
        const name = field.text;
        if (!name || name === 'mesh') continue;
        const to = gatewayRef(name, resource.id.namespace);
        checkReference(
          subject,
          report,
          resource,
          field,
          { kind: ISTIO_GATEWAY, ...to },
          { what: `"${name}"`, effect: 'requests from outside get 404' },
        );
      }
    }
  },
};

/** `namespace/name`, or a name in the rule's own namespace; the old form `name.namespace` is read too. */
export function gatewayRef(text: string, namespace: string): { readonly namespace: string; readonly name: string } {
  const slash = text.indexOf('/');
  if (slash >= 0) return { namespace: text.slice(0, slash), name: text.slice(slash + 1) };
  const named = /^([^.]+)\.([^.]+)\.svc\.[^/]+$/.exec(text);
  return named ? { name: named[1], namespace: named[2] } : { namespace, name: text };
}

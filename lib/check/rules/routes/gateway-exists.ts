import type { Field } from '../../field';
import { ISTIO_GATEWAY } from '../../kinds';
import { gatewayRef, servesHost } from '../../relations/gateways';
import { checkReference } from '../../relations/missing';
import type { Resource } from '../../resource';
import type { Rule } from '../../rule';
import type { Subject } from '../../subject';

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
    const users: { resource: Resource; hosts: readonly string[]; gateways: readonly Field[] }[] = [
      ...subject.virtualServices.map(({ resource, hosts, gatewayFields, http }) => ({
        resource,
        hosts: hosts.map(({ text }) => text ?? ''),
        gateways: [...gatewayFields, ...http.flatMap((rule) => rule.matches.flatMap((match) => match.at('gateways').items))],
      })),
      ...subject.canaries.map(({ resource, service }) => ({
        resource,
        hosts: service.at('hosts').texts,
        gateways: service.at('gateways').items,
      })),
    ];
    for (const { resource, hosts, gateways } of users) {
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
          { what: `"${name}"`, effect: 'requests from outside get 404', expected: isServedBeside(to.namespace, hosts, resource, subject) },
        );
      }
    }
  },
};

/** Whether another Gateway of that namespace is made for one of the hosts: then the files should hold the one that is named, too. */
function isServedBeside(namespace: string, hosts: readonly string[], user: Resource, subject: Subject): boolean {
  return subject
    .inNamespace(ISTIO_GATEWAY, namespace)
    .some((gateway) => hosts.some((host) => host !== '*' && servesHost(gateway, host, user.id.namespace, { narrowly: true })));
}

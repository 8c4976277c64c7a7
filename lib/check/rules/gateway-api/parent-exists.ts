import { describeId } from '../../../manifest/manifest';
import { GATEWAY } from '../../kinds';
import { hostsMeet } from '../../relations/hosts';
import { checkReference } from '../../relations/missing';
import type { Rule } from '../../rule';
import { attachedRoutes, gatewayParents, listenersOf } from '../../views/api-routes';

export const parentExists: Rule = {
  code: 'PD1101',
  severity: 'error',
  title: 'A route of the Gateway API is attached to no listener that takes its requests',
  why: 'The route is not accepted by the Gateway, and its requests get 404.',
  fix: 'Name a Gateway and listener that exist, take the host and admit the namespace.',
  links: ['https://gateway-api.sigs.k8s.io/api-types/httproute/#attaching-to-gateways'],
  check(subject, report) {
    for (const attached of attachedRoutes(subject)) {
      const { resource: route, parents } = attached;
      for (const { field, namespace, name, gateway } of gatewayParents(attached, subject)) {
        if (!gateway) {
          if (name)
            checkReference(
              subject,
              report,
              route,
              field.at('name'),
              { kind: GATEWAY, namespace, name },
              { what: parents.path.at(-1) === 'gatewayRefs' ? 'gatewayRefs' : 'parentRef', effect: 'its requests get 404' },
            );
          continue;
        }
        const listeners = listenersOf(gateway, field);
        if (listeners.length === 0) {
          const names = gateway.spec.at('listeners').items.map((listener) => `${listener.at('name').text} (${listener.at('port').number})`);
          report(
            route,
            field.at('sectionName').present ? field.at('sectionName') : field,
            `${describeId(gateway.id)} has no listener of that name and port (it has ${names.join(', ') || 'none'}): the route is not attached.`,
          );
          continue;
        }
        for (const host of attached.hosts.items) {
          const taken = listeners.some(
            (listener) => listener.at('hostname').text === undefined || hostsMeet(listener.at('hostname').text ?? '', host.text ?? ''),
          );
          if (!taken)
            report(
              route,
              host,
              `No listener of ${describeId(gateway.id)} takes requests for ${host.text} (${listeners.map((listener) => listener.at('hostname').text).join(', ')}): they get 404.`,
            );
        }
        const admitted = listeners.some((listener) => {
          const from = listener.at('allowedRoutes', 'namespaces', 'from').text ?? 'Same';
          return from !== 'Same' || gateway.id.namespace === route.id.namespace || gateway.id.namespace === '' || route.id.namespace === '';
        });
        if (!admitted)
          report(
            route,
            field,
            `${describeId(gateway.id)} admits routes of its own namespace only, and this one is in ${route.id.namespace}: it is not attached.`,
            { fix: 'Set allowedRoutes.namespaces.from to All or Selector in the listener.' },
          );
      }
    }
  },
};

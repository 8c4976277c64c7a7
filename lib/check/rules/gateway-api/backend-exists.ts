import { SERVICE } from '../../kinds';
import { granted } from '../../relations/grants';
import { checkReference } from '../../relations/missing';
import type { Rule } from '../../rule';
import { apiRoutes } from '../../views/api-routes';
import { missedByRollout } from '../../views/rollout-services';

export const backendExists: Rule = {
  code: 'PD1102',
  severity: 'error',
  title: 'A backend of a route is not there, has another port, or lies where the route may not reach it',
  why: 'Requests to that backend get 500, for its share of a split.',
  fix: 'Name a Service and a port that exist; a backend in another namespace needs a ReferenceGrant there.',
  links: ['https://gateway-api.sigs.k8s.io/reference/spec/#backendref', 'https://gateway-api.sigs.k8s.io/api-types/referencegrant/'],
  check(subject, report) {
    const made = new Set(
      subject.canaries.flatMap(({ apex, resource }) =>
        ['', '-primary', '-canary'].map((suffix) => `${resource.id.namespace}/${apex}${suffix}`),
      ),
    );
    for (const route of apiRoutes(subject)) {
      for (const rule of route.spec.at('rules').items) {
        const mirrors = rule
          .at('filters')
          .items.map((filter) => filter.at('requestMirror', 'backendRef'))
          .filter(({ present }) => present);
        const backends = [...rule.at('backendRefs').items, ...mirrors];
        for (const backend of backends) {
          const name = backend.at('name').text;
          if (!name || (backend.at('kind').text ?? 'Service') !== 'Service' || (backend.at('group').text ?? '') !== '') continue;
          const namespace = backend.at('namespace').text ?? route.id.namespace;
          if (made.has(`${namespace}/${name}`)) continue;
          if (!subject.find(SERVICE, namespace, name) && missedByRollout(subject, namespace, name)) continue;
          const sibling = backends.some(
            (other) => other !== backend && subject.find(SERVICE, namespace, other.at('name').text ?? '') !== undefined,
          );
          const found = checkReference(
            subject,
            report,
            route,
            backend.at('name'),
            { kind: SERVICE, namespace, name },
            { what: 'The backend', effect: 'its requests get 500', shared: true, expected: sibling },
          );
          const ports = found ? (subject.serviceOf(found)?.ports.map(({ number }) => number) ?? []) : [];
          const port = backend.at('port');
          if (found && port.number === undefined)
            report(route, backend, `The backend ${name} has no port: the route is not accepted.`, { fix: `Add port: ${ports[0] ?? 80}.` });
          else if (found && ports.length > 0 && !ports.includes(port.number))
            report(route, port, `The Service ${name} has no port ${port.number} (it has ${ports.join(', ')}): its requests get 500.`);
          if (namespace !== route.id.namespace && !granted(route, 'Service', namespace, name, subject)) {
            const described = subject.inNamespace(SERVICE, namespace).length > 0;
            report(
              route,
              backend.at('namespace'),
              `The backend lies in the namespace ${namespace}, and no ReferenceGrant there admits routes of ${route.id.namespace || 'this namespace'}: its requests get 500.`,
              { severity: described ? 'error' : 'note', fix: `Add a ReferenceGrant in ${namespace}.` },
            );
          }
        }
      }
    }
  },
};

import type { Rule } from '../../rule';

export const destinationPort: Rule = {
  code: 'PD0119',
  severity: 'error',
  title: 'A route names a port that its Service does not have, or none although it has several',
  why: 'Istio cannot tell the cluster: the requests get 503.',
  fix: 'Name a port of the Service by its number in destination.port.number.',
  links: [
    'https://istio.io/latest/docs/reference/config/analysis/ist0112/',
    'https://istio.io/latest/docs/reference/config/networking/virtual-service/#Destination',
  ],
  check(subject, report) {
    for (const view of subject.virtualServices) {
      for (const { field, host, port } of view.destinations) {
        const service = subject.serviceByHost(host, view.resource.id.namespace);
        if (!service || service.ports.length === 0) continue;
        const ports = service.ports.map(({ number }) => number);
        const named = ports.join(', ');
        if (port !== undefined && !ports.includes(port)) {
          report(
            view.resource,
            field.at('port', 'number'),
            `The Service ${host} has no port ${port} (it has ${named}): the requests get 503.`,
          );
        } else if (port === undefined && ports.length > 1 && view.gateways.some((name) => name !== 'mesh')) {
          report(
            view.resource,
            field,
            `The Service ${host} has the ports ${named}, and the route names none: at a gateway Istio cannot tell which is meant.`,
            { severity: 'warning' },
          );
        }
      }
    }
  },
};

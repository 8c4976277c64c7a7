import type { Rule } from '../../rule';
import type { Subject } from '../../subject';
import { writesIstio } from '../../views/canary';
import { protocolOf, type ServicePortView, type ServiceView } from '../../views/service';

export const portProtocol: Rule = {
  code: 'PD0120',
  severity: 'warning',
  title: 'Requests are routed by http rules over a port that Istio does not know as http',
  why: "Istio learns a port's protocol from appProtocol or from the start of its name. Named as tcp, its http rules are ignored altogether; without a protocol it is guessed from the first bytes, and rules, retries and metrics fail for what is not recognised in time.",
  fix: 'Name the port http, or http-SOMETHING, or set its appProtocol.',
  links: [
    'https://istio.io/latest/docs/ops/configuration/traffic-management/protocol-selection/',
    'https://istio.io/latest/docs/reference/config/analysis/ist0118/',
  ],
  check(subject, report) {
    const routed = httpRouted(subject);
    for (const service of subject.services) {
      const ports = routed.get(service);
      if (!ports) continue;
      for (const port of service.ports) {
        if (port.protocol === 'http' || !(ports.has(port.number) || (ports.has(undefined) && service.ports.length === 1))) continue;
        const shown = port.name ? `"${port.name}"` : `${port.number ?? 'without a number'}, without a name,`;
        if (port.protocol === 'tcp')
          report(service.resource, port.field, `The port ${shown} is TCP to Istio, and http rules are bound to it: they are ignored.`, {
            severity: isTls(port) ? 'note' : 'error',
          });
        else
          report(
            service.resource,
            port.field,
            `The port ${shown} says no protocol, and http rules are bound to it: Istio has to guess, and where it fails they are ignored.`,
          );
      }
    }
    for (const canary of subject.canaries) {
      const name = canary.service.at('portName');
      const app = canary.service.at('appProtocol').text;
      if (!writesIstio(canary) || !name.text || protocolOf(name.text, app, undefined) === 'http') continue;
      report(
        canary.resource,
        name,
        `Flagger names the ports of its Services "${name.text}", from which Istio learns no http protocol: the weights may have no effect.`,
      );
    }
  },
};

const isTls = (port: ServicePortView): boolean => /^(tls|https)/.test(port.field.at('appProtocol').text ?? port.name ?? '');

/** The Services that http rules lead to, with the ports that are named; undefined stands for no port named. */
function httpRouted(subject: Subject): Map<ServiceView, Set<number | undefined>> {
  const routed = new Map<ServiceView, Set<number | undefined>>();
  const add = (service: ServiceView | undefined, port: number | undefined): void => {
    if (service) routed.set(service, (routed.get(service) ?? new Set()).add(port));
  };
  for (const view of subject.virtualServices) {
    const namespace = view.resource.id.namespace;
    for (const { host, port, use } of view.destinations) if (use === 'http') add(subject.serviceByHost(host, namespace), port);
    if (view.onMesh && view.http.length > 0)
      for (const host of view.hosts) add(subject.serviceByHost(host.text ?? '', namespace), undefined);
  }
  return routed;
}

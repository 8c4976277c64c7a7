import { describeId } from '../../../manifest/manifest';
import type { Field } from '../../field';
import { gatewaysOf, serverHosts, servesHost } from '../../relations/gateways';
import { serviceHost } from '../../relations/hosts';
import type { Resource } from '../../resource';
import type { Reporter, Rule } from '../../rule';
import type { Subject } from '../../subject';

export const gatewayCoversHost: Rule = {
  code: 'PD0113',
  severity: 'error',
  title: 'No Gateway that the rules are bound to takes requests for their host',
  why: 'The gateway has no virtual host for the name: requests from outside get 404 (or fail in the TLS handshake).',
  fix: 'Add the host to a server of the Gateway, or write the host as the Gateway has it.',
  links: ['https://istio.io/latest/docs/reference/config/analysis/ist0132/'],
  check(subject, report) {
    for (const view of subject.virtualServices) {
      checkHosts(view.resource, view.hosts, view.gateways, view.onMesh, subject, report);
    }
    for (const { resource, service } of subject.canaries) {
      const gateways = service.at('gateways').texts;
      checkHosts(resource, service.at('hosts').items, gateways, gateways.includes('mesh'), subject, report);
    }
  },
};

function checkHosts(
  resource: Resource,
  hosts: readonly Field[],
  names: readonly string[],
  onMesh: boolean,
  subject: Subject,
  report: Reporter,
): void {
  const { namespace } = resource.id;
  const gateways = gatewaysOf(names, namespace, subject);
  if (!gateways || gateways.length === 0) return;
  for (const field of hosts) {
    const host = field.text ?? '';
    if (host === '' || gateways.some((gateway) => servesHost(gateway, host, namespace))) continue;
    if (serviceHost(host, namespace) && (onMesh || hosts.length > 1)) continue;
    const served = gateways.map((gateway) => `${describeId(gateway.id)} takes ${serverHosts(gateway).join(', ') || 'none'}`).join('; ');
    report(resource, field, `No listed gateway takes requests for ${host} (${served}): from outside they get 404.`);
  }
}

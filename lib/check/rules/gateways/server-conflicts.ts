import { describeId } from '../../../manifest/manifest';
import { GATEWAY, ISTIO_GATEWAY } from '../../kinds';
import { labelsText } from '../../relations/selectors';
import type { Resource } from '../../resource';
import type { Rule } from '../../rule';

export const serverConflicts: Rule = {
  code: 'PD0503',
  severity: 'error',
  title: 'Two servers of a gateway have the same name, or the same port and host',
  why: 'Istio refuses a Gateway with two ports of one name. Of two Gateways for the same proxies, port and host only one takes effect.',
  fix: 'Give each port a name of its own, and serve each host in one place.',
  links: [
    'https://istio.io/latest/docs/reference/config/analysis/ist0145/',
    'https://istio.io/latest/docs/reference/config/networking/gateway/#Port',
  ],
  check(subject, report) {
    const taken = new Map<string, Resource>();
    for (const resource of subject.ofKind(ISTIO_GATEWAY)) {
      const names = new Set<string>();
      for (const server of resource.spec.at('servers').items) {
        const name = server.at('port', 'name');
        if (name.text !== undefined && names.has(name.text))
          report(resource, name, `Two servers have a port named "${name.text}": Istio refuses the Gateway.`);
        names.add(name.text ?? '');
        for (const host of server.at('hosts').items) {
          const key = `${labelsText(resource.spec.at('selector').labels)} ${server.at('port', 'number').number} ${host.text}`;
          const other = taken.get(key);
          if (other && other !== resource && resource.spec.at('selector').keys.length > 0)
            report(
              resource,
              host,
              `${describeId(other.id)} serves ${host.text} on port ${server.at('port', 'number').number} of the same proxies: only one of the two takes effect.`,
              { severity: 'warning' },
            );
          else taken.set(key, resource);
        }
      }
    }
    for (const resource of subject.ofKind(GATEWAY)) {
      const names = new Set<string>();
      for (const listener of resource.spec.at('listeners').items) {
        const name = listener.at('name');
        if (name.text !== undefined && names.has(name.text))
          report(resource, name, `Two listeners are named "${name.text}": the API server refuses the Gateway.`);
        names.add(name.text ?? '');
      }
    }
  },
};

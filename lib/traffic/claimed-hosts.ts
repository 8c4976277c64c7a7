import type { IConstruct } from 'constructs';
import { MESH } from './exposure';
import { hostProblem } from './hosts';

/** Who routes which host of an app: by gateway and host. */
const claims = new WeakMap<IConstruct, Map<string, string>>();

/**
 * Notes that a construct routes these hosts, and says which of them another one routes already: in the mesh the older VirtualService would
 * win, at a gateway their rules would be merged in an order that nobody states.
 */
export function claimHosts(
  owner: IConstruct,
  hosts: readonly string[],
  gateways: readonly string[],
  namespace: string | undefined,
): string[] {
  const claimed = claims.get(owner.node.root) ?? new Map<string, string>();
  claims.set(owner.node.root, claimed);
  const problems: string[] = [];
  for (const host of hosts) {
    const wrong = hostProblem(host);
    if (wrong) problems.push(`the host '${host}' ${wrong}`);
    for (const gateway of gateways) {
      const place = `${gateway === MESH || gateway.includes('/') ? gateway : `${namespace ?? ''}/${gateway}`} ${fullName(host, gateway, namespace)}`;
      const first = claimed.get(place) ?? owner.node.path;
      claimed.set(place, first);
      if (first !== owner.node.path)
        problems.push(
          `the host '${host}' is routed by ${first} already ${gateway === MESH ? 'in the mesh' : `at the gateway ${gateway}`}; give one of them another host, or state the host once with HostRoutes, whose routes delegate.`,
        );
    }
  }
  return problems;
}

/** Short names in the mesh mean the namespace of the object they stand in. */
function fullName(host: string, gateway: string, namespace: string | undefined): string {
  const short = gateway === MESH && !host.includes('.');
  return (short ? `${host}.${namespace ?? ''}.svc.cluster.local` : host).toLowerCase();
}

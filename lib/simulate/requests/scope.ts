import { isSubsetOf, isWildcard, mostSpecific, overlaps } from '../../model/istio/hosts';
import type { IstioModel } from '../../model/istio/model';
import type { Host } from '../../model/istio/registry';
import type { Egress, SidecarScope } from '../../model/istio/sidecars';
import { MESH, type VirtualService } from '../../model/istio/virtual-service';
import { isVisible } from '../../model/istio/visibility';
import { type Labels, selects } from '../../model/labels';
import { visibleAt } from './gateway-table';

const ROOT_NAMESPACE = 'istio-system';

/** What a sidecar knows: the hosts and VirtualServices that it may use. */
export interface Scope {
  /** Hosts that have a virtual host of their own, by name. */
  readonly hosts: ReadonlyMap<string, Host>;
  /** Hosts that requests can be sent to: the former, and those to which imported VirtualServices lead. */
  readonly reachable: ReadonlyMap<string, Host>;
  readonly virtualServices: readonly VirtualService[];
  /** The VirtualService with the most specific host that covers a host. */
  mostSpecific(hostname: string): VirtualService | undefined;
  readonly outbound: 'ALLOW_ANY' | 'REGISTRY_ONLY';
  readonly sidecar: SidecarScope | undefined;
}

const EVERYTHING: Egress = { hosts: [{ namespace: '*', host: '*' }] };

/** The scope of a workload at a port: by the Sidecar that selects it, that of its namespace, or that of the root namespace. */
export function scopeOf(istio: IstioModel, namespace: string, labels: Labels, port: number): Scope {
  const sidecar = sidecarFor(istio.sidecars, namespace, labels);
  const listeners = sidecar && sidecar.egress.length > 0 ? sidecar.egress : [EVERYTHING];
  const egress = listeners.find((listener) => listener.port === undefined || listener.port === port) ?? { hosts: [] };
  const visible = istio.registry.hosts.filter((host) => isVisible(host.exportTo, namespace));
  const hosts = unique(
    visible.filter((host) => imports(egress, host.namespace, namespace, (name) => isSubsetOf(host.hostname, name))),
    namespace,
  );
  const virtualServices = visibleAt(istio, MESH, namespace).filter((service) => isImported(service, egress, namespace));
  const reachable = new Map(hosts);
  for (const name of virtualServices.flatMap(destinationsOf)) {
    const found = reachable.has(name) ? undefined : istio.registry.find(name, namespace);
    if (found) reachable.set(name, found);
  }
  return {
    hosts,
    reachable,
    virtualServices,
    mostSpecific: specificOf(virtualServices),
    outbound: sidecar?.outbound ?? 'ALLOW_ANY',
    sidecar,
  };
}

function sidecarFor(sidecars: readonly SidecarScope[], namespace: string, labels: Labels): SidecarScope | undefined {
  const own = sidecars.filter((sidecar) => sidecar.namespace === namespace);
  return (
    own.find((sidecar) => sidecar.selector && selects(sidecar.selector, labels)) ??
    own.find((sidecar) => !sidecar.selector) ??
    sidecars.find((sidecar) => sidecar.namespace === ROOT_NAMESPACE && !sidecar.selector)
  );
}

/** Several namespaces may state one host: the client's own comes first. */
function unique(hosts: readonly Host[], namespace: string): Map<string, Host> {
  const found = new Map<string, Host>();
  for (const host of hosts) {
    const known = found.get(host.hostname);
    if (!known || (host.namespace === namespace && known.namespace !== namespace)) found.set(host.hostname, host);
  }
  return found;
}

function imports(egress: Egress, ofNamespace: string, client: string, fits: (imported: string) => boolean): boolean {
  const scoped = (scope: string) => scope === '*' || scope === ofNamespace || (scope === '.' && ofNamespace === client);
  const excluded = egress.hosts.some(({ namespace, host }) => namespace.startsWith('~') && scoped(namespace.slice(1) || '*') && fits(host));
  return !excluded && egress.hosts.some(({ namespace, host }) => !namespace.startsWith('~') && scoped(namespace) && fits(host));
}

/** VirtualServices are imported when one of their hosts and an imported one cover each other; HTTPRoutes only when theirs is covered. */
function isImported(service: VirtualService, egress: Egress, client: string): boolean {
  const covers = service.semantics === 'gateway-api' ? isSubsetOf : overlaps;
  const exact = (host: string, imported: string) => (isWildcard(host) || isWildcard(imported) ? covers(host, imported) : host === imported);
  return service.hosts.some((host) => imports(egress, service.namespace, client, (imported) => exact(host, imported)));
}

const destinations = new WeakMap<VirtualService, readonly string[]>();

function destinationsOf(service: VirtualService): readonly string[] {
  const known = destinations.get(service);
  if (known) return known;
  const found = new Set<string>();
  for (const rule of service.rules) {
    for (const { host } of rule.destinations) found.add(host);
    for (const { destination } of rule.mirrors) found.add(destination.host);
  }
  destinations.set(service, [...found]);
  return [...found];
}

function specificOf(services: readonly VirtualService[]): Scope['mostSpecific'] {
  let byHost: Map<string, VirtualService> | undefined;
  return (hostname) => {
    byHost ??= new Map(services.flatMap((service) => service.hosts.map((host) => [host, service] as const)).reverse());
    return mostSpecific(hostname, byHost);
  };
}

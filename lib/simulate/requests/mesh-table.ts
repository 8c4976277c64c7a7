import { alternativeNames, isSubsetOf, isWildcard, overlaps } from '../../model/istio/hosts';
import type { Host } from '../../model/istio/registry';
import { MESH, type VirtualService } from '../../model/istio/virtual-service';
import type { Labels } from '../../model/labels';
import { isHttpOrSniffed } from '../../model/protocol';
import { routesOf } from './routes-of';
import type { Scope } from './scope';
import { RouteTable, type TableRoute, type VirtualHost } from './table';

export interface SidecarProxy {
  readonly namespace: string;
  readonly labels: Labels;
}

/** The route table of a sidecar at a port: a virtual host for each host that a VirtualService names, and for each Service that has the port. */
export function meshTable(scope: Scope, proxy: SidecarProxy, port: number): RouteTable {
  const atPort = new Map([...scope.hosts].filter(([, host]) => host.ports.some((one) => one.number === port)));
  const builder = new Builder(proxy.namespace);
  const taken = new Set<string>();
  const wrappers: Wrapper[] = [];
  for (const service of scope.virtualServices) {
    if (port !== 80 && !namesAny(service, atPort)) continue;
    const routes = routesOf(service, { ...proxy, port, gateway: MESH });
    const wrapper = routes.length > 0 ? wrap(service, routes, atPort, scope, port, proxy.namespace) : undefined;
    if (wrapper) wrappers.push(wrapper);
  }
  for (const { hosts } of wrappers) for (const host of hosts) taken.add(host.hostname);
  const rest = [...atPort.values()].filter((host) => !taken.has(host.hostname) && host.resolution !== 'alias' && speaksHttp(host, port));
  builder.knows([...taken, ...rest.map((host) => host.hostname)]);
  for (const { names, hosts, routes } of wrappers) {
    for (const name of names) builder.add(name, [name], { routes });
    for (const host of hosts) builder.addHost(host, { routes });
  }
  for (const host of rest) builder.addHost(host, { routes: [], plain: { hostname: host.hostname, port } });
  return new RouteTable(builder.virtualHosts);
}

interface Wrapper {
  /** Hosts of the VirtualService that are no Service. */
  readonly names: readonly string[];
  readonly hosts: readonly Host[];
  readonly routes: readonly TableRoute[];
}

function speaksHttp(host: Host, port: number): boolean {
  return host.ports.some((one) => one.number === port && isHttpOrSniffed(one.protocol));
}

/** Away from port 80 only VirtualServices count that name a Service with the port. */
function namesAny(service: VirtualService, atPort: ReadonlyMap<string, Host>): boolean {
  return service.hosts.some((host) => {
    const name = host.toLowerCase();
    if (atPort.has(name)) return true;
    return [...(isWildcard(name) ? atPort.keys() : [...atPort.keys()].filter(isWildcard))].some((other) => overlaps(name, other));
  });
}

function wrap(
  service: VirtualService,
  routes: readonly TableRoute[],
  atPort: ReadonlyMap<string, Host>,
  scope: Scope,
  port: number,
  client: string,
): Wrapper | undefined {
  const { names, hosts } = split(service, atPort, scope);
  const allowed =
    service.semantics === 'istio' ? hosts : hosts.filter((host) => host.namespace === service.namespace || client === service.namespace);
  if (service.semantics === 'gateway-api' && allowed.length === 0) return undefined;
  const speaking = hosts.filter((host) => speaksHttp(host, port));
  return speaking.length > 0 || port === 80 ? { names, hosts: speaking, routes } : undefined;
}

/** The hosts of a VirtualService that are in the registry, and the names that are not. A wildcard takes the Services for which no other host is more specific. */
function split(service: VirtualService, atPort: ReadonlyMap<string, Host>, scope: Scope): { names: string[]; hosts: Host[] } {
  const names: string[] = [];
  const hosts: Host[] = [];
  for (const name of service.hosts.map((host) => host.toLowerCase()).sort((a, b) => Number(isWildcard(a)) - Number(isWildcard(b)))) {
    const exact = isWildcard(name) ? undefined : atPort.get(name);
    const covered =
      isWildcard(name) && service.semantics === 'istio' ? [...atPort.values()].filter((host) => isSubsetOf(host.hostname, name)) : [];
    if (exact) hosts.push(exact);
    else if (covered.length === 0) names.push(name);
    hosts.push(...covered.filter((host) => scope.mostSpecific(host.hostname) === service));
  }
  return { names, hosts };
}

/** Collects virtual hosts; of two with one name or domain the first keeps it. */
class Builder {
  readonly virtualHosts: VirtualHost[] = [];
  private readonly names = new Set<string>();
  private readonly domains = new Set<string>();
  private readonly known = new Set<string>();

  constructor(private readonly client: string) {}

  knows(hostnames: readonly string[]): void {
    for (const hostname of hostnames) this.known.add(hostname);
  }

  addHost(host: Host, content: Omit<VirtualHost, 'domains'>): void {
    const alternatives = alternativeNames(host.hostname, this.client).filter((name) => !this.known.has(name));
    const names = [host.hostname, ...alternatives];
    const pods = host.resolution === 'headless' ? names.map((name) => `*.${name}`) : [];
    this.add(host.hostname, [...names, ...pods], content);
  }

  add(name: string, wanted: readonly string[], content: Omit<VirtualHost, 'domains'>): void {
    if (this.names.has(name)) return;
    this.names.add(name);
    const domains = wanted.filter((domain) => !this.domains.has(domain));
    for (const domain of domains) this.domains.add(domain);
    if (domains.length > 0) this.virtualHosts.push({ domains, ...content });
  }
}

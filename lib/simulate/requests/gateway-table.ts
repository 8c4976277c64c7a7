import { type GatewayServer, hostsFor } from '../../model/istio/gateways';
import { intersection } from '../../model/istio/hosts';
import type { IstioModel } from '../../model/istio/model';
import type { VirtualService } from '../../model/istio/virtual-service';
import type { Labels } from '../../model/labels';
import { isCatchAll, routesOf } from './routes-of';
import { RouteTable, type TableRoute, type VirtualHost } from './table';

/** A gateway's pods: one Envoy with all servers that select it. */
export interface GatewayProxy {
  readonly namespace: string;
  readonly labels: Labels;
  readonly servers: readonly GatewayServer[];
}

/** The route table of servers that share a port. */
export function gatewayTable(istio: IstioModel, proxy: GatewayProxy, servers: readonly GatewayServer[]): RouteTable {
  const hosts = new Map<string, { routes: TableRoute[]; requireTls: boolean }>();
  for (const server of servers) {
    const redirects = server.tls?.httpsRedirect ?? false;
    for (const service of visibleAt(istio, server.gateway, proxy.namespace)) {
      const common = intersection(hostsFor(server, service.namespace), service.hosts);
      const routes = common.length === 0 ? [] : routesOf(service, { ...proxy, port: server.port, gateway: server.gateway });
      if (routes.length === 0) continue;
      for (const host of common) {
        const known = hosts.get(host.toLowerCase());
        if (!known) hosts.set(host.toLowerCase(), { routes: [...routes], requireTls: redirects });
        else {
          known.routes.push(...routes);
          known.requireTls ||= redirects;
        }
      }
    }
    if (!redirects) continue;
    for (const host of server.hosts.map((one) => one.toLowerCase())) {
      const known = hosts.get(host);
      if (known) known.requireTls = true;
      else hosts.set(host, { routes: [], requireTls: true });
    }
  }
  return new RouteTable(
    [...hosts].map(([domain, { routes, requireTls }]): VirtualHost => ({ domains: [domain], routes: catchAllsLast(routes), requireTls })),
  );
}

/** VirtualServices bound to a gateway (or `mesh`), in the order in which a proxy of a namespace takes them. */
export function visibleAt({ virtualServices }: IstioModel, gateway: string, namespace: string): VirtualService[] {
  const bound = virtualServices.filter((service) => service.gateways.includes(gateway) && !service.exportTo.has('~'));
  const isPublic = (service: VirtualService) => service.exportTo.has('*');
  const own = bound.filter((service) => !isPublic(service) && service.namespace === namespace && service.exportTo.has(namespace));
  const exported = bound.filter((service) => !isPublic(service) && service.namespace !== namespace && service.exportTo.has(namespace));
  return [own, exported, bound.filter(isPublic)].flatMap((group) => consumersFirst(group, namespace));
}

/** HTTPRoutes of the proxy's own namespace come before everything else of their group. */
function consumersFirst(group: readonly VirtualService[], namespace: string): VirtualService[] {
  const first = (service: VirtualService) => service.semantics === 'gateway-api' && service.namespace === namespace;
  return [...group.filter(first), ...group.filter((service) => !first(service))];
}

function catchAllsLast(routes: readonly TableRoute[]): TableRoute[] {
  return [...routes.filter(({ match }) => !isCatchAll(match)), ...routes.filter(({ match }) => isCatchAll(match))];
}

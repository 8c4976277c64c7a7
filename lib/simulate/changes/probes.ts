import { type GatewayServer, hostsFor } from '../../model/istio/gateways';
import { isWildcard } from '../../model/istio/hosts';
import type { Host } from '../../model/istio/registry';
import { type HttpMatch, MESH, type VirtualService } from '../../model/istio/virtual-service';
import type { ReleaseModel } from '../../model/model';
import type { Request } from '../requests/request';
import { fitting } from './sample';

/** One kind of request whose answer a change of the manifests may change. */
export interface Probe {
  /** What a person calls it: `shop/reviews with x-group: test`, `shop.example.com/cart`. */
  readonly about: string;
  readonly request: Request;
}

/** A request for every way that the routes of a model tell apart: one for each match of each route where it can be asked, and one for each Service. */
export function probesOf(model: ReleaseModel): Probe[] {
  const { virtualServices, registry } = model.istio;
  const routed = virtualServices.flatMap((service) =>
    startsOf(service, model).flatMap((start) => [
      start,
      ...service.rules.flatMap((rule) => rule.matches.flatMap((match) => fittingProbe(start, match))),
    ]),
  );
  const served = registry.hosts.filter(({ kind, endpoints }) => kind === 'Service' && endpoints.length > 0).flatMap(serviceProbe);
  return [...new Map([...served, ...routed].map((probe) => [JSON.stringify(probe), probe])).values()];
}

function serviceProbe({ hostname, namespace, object, ports: [port] }: Host): Probe[] {
  if (!port) return [];
  const about = `${namespace}/${object.manifest.metadata.name}`;
  return [{ about, request: { from: `mesh:${namespace}/client`, host: hostname, port: port.number } }];
}

/** From where a VirtualService can be asked, without any condition: the gateways that it names, and the mesh. */
function startsOf(service: VirtualService, { istio }: ReleaseModel): Probe[] {
  return service.gateways.flatMap((gateway) => {
    if (gateway !== MESH)
      return istio.servers.filter((server) => server.gateway === gateway).flatMap((server) => gatewayProbe(service, server));
    return service.hosts.flatMap((host): Probe[] => {
      const [known] = istio.registry.named(host);
      if (known) return serviceProbe(known);
      return isWildcard(host) ? [] : [{ about: host, request: { from: `mesh:${service.namespace}/client`, host } }];
    });
  });
}

function gatewayProbe(service: VirtualService, server: GatewayServer): Probe[] {
  if (server.tls?.httpsRedirect) return [];
  const [served = '*'] = hostsFor(server, service.namespace);
  const outside = service.hosts.filter((host) => !host.endsWith('.svc.cluster.local'));
  return (outside.length > 0 ? outside : service.hosts).map((stated) => {
    const host = (stated === '*' ? served : stated).replace(/^\*\.?/, (star) => (star === '*' ? 'any.example.com' : 'any.'));
    const secure = server.tls ? { tls: true } : {};
    return { about: host, request: { from: `gateway:${server.gateway}`, host, port: server.port, ...secure } };
  });
}

/** The request that a match fits; nothing where it has a regular expression that cannot be guessed, or holds elsewhere only. */
function fittingProbe({ about, request }: Probe, match: HttpMatch): Probe[] {
  const path = fitting(match.uri, '/');
  const method = fitting(match.method, 'GET');
  const query = match.queryParams.map(([name, value]) => [name, fitting(value, 'x')] as const);
  const headers = match.headers.map(([name, value]) => [name, fitting(value, 'x')] as const);
  if (path === undefined || method === undefined || [...query, ...headers].some(([, value]) => value === undefined)) return [];
  const search = query.map(([name, value]) => `${name}=${value}`).join('&');
  const place = `${path.startsWith('/') ? path : `/${path}`}${search && `?${search}`}`;
  const conditions = headers.map(([name, value]) => `${name}: ${value}`).join(', ');
  const verb = method === 'GET' ? '' : `${method} `;
  return [
    {
      about: `${verb}${about}${place === '/' ? '' : place}${conditions && ` with ${conditions}`}`,
      request: { ...request, path: place, method, headers: Object.fromEntries(headers) as Record<string, string> },
    },
  ];
}

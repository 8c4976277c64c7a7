import type { GatewayServer } from '../../model/istio/gateways';
import { selects } from '../../model/labels';
import type { ReleaseModel } from '../../model/model';
import { namespaceOf } from '../../model/objects';
import type { SourcedManifest } from '../../model/sourced';
import { Chain, describe, ownAnswer, unknownAnswer } from './answer';
import type { Surroundings } from './clusters';
import { GatewayGuard } from './gateway-guard';
import { type GatewayProxy, gatewayTable } from './gateway-table';
import type { Incoming } from './incoming';
import type { Entry } from './limits/limit';
import type { RouteAnswer } from './request';
import { follow } from './rule';
import type { RouteTable } from './table';

const ROOT_NAMESPACE = 'istio-system';

/** The pods of a gateway: every server that selects them is theirs. */
export class GatewayRouter {
  readonly entry: Entry;
  private readonly proxy: GatewayProxy;
  private readonly guard: GatewayGuard;
  private readonly arounds = new Map<number, Surroundings>();
  private readonly tables = new Map<string, RouteTable>();

  constructor(
    private readonly model: ReleaseModel,
    private readonly object: SourcedManifest,
  ) {
    this.proxy = proxyOf(model, object);
    const { namespace, labels } = this.proxy;
    this.entry = { kind: 'gateway', namespace, labels, gateway: `${namespaceOf(object)}/${object.manifest.metadata.name}` };
    this.guard = new GatewayGuard(model, this.entry, object);
  }

  route(request: Incoming): RouteAnswer {
    const chain = new Chain().add('entry', `enters at ${describe(this.object)}, port ${request.port}`, { object: describe(this.object) });
    const atPort = this.proxy.servers.filter((server) => server.port === request.port);
    if (atPort.length === 0) return unknownAnswer(chain, `nothing listens at port ${request.port}: the connection is refused`);
    const servers = serversFor(atPort, request);
    const [first] = servers;
    if (!first)
      return unknownAnswer(
        chain,
        request.scheme === 'https'
          ? `no TLS server of port ${request.port} has the host ${request.host}`
          : `port ${request.port} wants TLS: a plain request is refused`,
      );
    if (!speaksHttp(first))
      return unknownAnswer(
        chain,
        `the server of port ${request.port} is ${[first.protocol, first.tls?.mode].filter(Boolean).join(' ')}: TLS and TCP routes are not modelled`,
      );
    for (const server of servers) {
      chain.add('listener', `${describe(server.object)} serves ${server.hosts.join(', ') || 'no host'} at port ${server.port}`, {
        object: describe(server.object),
      });
    }
    return this.guard.refusal(request, chain) ?? this.follow(servers, request, chain);
  }

  private follow(servers: readonly GatewayServer[], request: Incoming, chain: Chain): RouteAnswer {
    const host = this.tableOf(servers).find(request.host);
    if (!host) {
      chain.add('host', `no route of the gateway has the host ${request.host}`);
      return ownAnswer(chain, 404, request);
    }
    chain.add('host', `${request.host} is served by the routes of ${host.domains.join(', ')}`);
    if (host.requireTls && request.scheme === 'http') {
      const location = `https://${request.authority}${request.path}${request.query}`;
      chain.add('action', `redirects plain HTTP to ${location} (httpsRedirect)`);
      return ownAnswer(chain, 301, request, { location });
    }
    const answer = follow(host.routes, request, this.aroundAt(request.port), chain);
    if (answer) return answer;
    chain.add('action', 'no rule fits');
    return ownAnswer(chain, 404, request);
  }

  private aroundAt(port: number): Surroundings {
    let around = this.arounds.get(port);
    if (!around) {
      around = surroundings(this.model, this.proxy, port);
      this.arounds.set(port, around);
    }
    return around;
  }

  private tableOf(servers: readonly GatewayServer[]): RouteTable {
    const key = servers.map((server) => `${server.gateway}|${server.path.join('.')}`).join(' ');
    let table = this.tables.get(key);
    if (!table) {
      table = gatewayTable(this.model.istio, this.proxy, servers);
      this.tables.set(key, table);
    }
    return table;
  }
}

function surroundings({ istio, workloads }: ReleaseModel, { namespace, labels }: GatewayProxy, listener: number): Surroundings {
  const reach = (hostname: string) => istio.registry.find(hostname, namespace);
  return {
    namespace,
    labels,
    destinationRules: istio.destinationRules,
    workloads: new Map(workloads.map((workload) => [`${workload.id.namespace}/${workload.id.name}`, workload])),
    reach,
    defaultPort: (hostname) => {
      const ports = reach(hostname)?.ports ?? [];
      return ports.length === 1 ? (ports[0]?.number ?? listener) : listener;
    },
    known: new Map(),
    dialled: false,
  };
}

function proxyOf({ istio, workloads }: ReleaseModel, object: SourcedManifest): GatewayProxy {
  const own = istio.servers.filter((server) => server.object === object);
  const labels = own[0]?.selector ?? {};
  if (own[0]?.api === 'gateway-api') return { namespace: namespaceOf(object), labels, servers: own };
  const pods = workloads.find((workload) => Object.keys(labels).length > 0 && selects(labels, workload.podLabels));
  const servers = istio.servers.filter((server) => server.api === 'istio' && selects(server.selector, labels));
  return { namespace: pods?.id.namespace ?? ROOT_NAMESPACE, labels: pods?.podLabels ?? labels, servers };
}

/** The servers whose routes a request meets: all plain ones of the port together; of those with TLS the one that its host picks. */
function serversFor(servers: readonly GatewayServer[], request: Incoming): GatewayServer[] {
  const [first] = servers;
  const secure = servers.filter(isTls);
  if (request.scheme === 'http') return first && !isTls(first) ? servers.filter((server) => !isTls(server)) : [];
  if (first && !isTls(first)) return [];
  const ranked = secure.flatMap((server) =>
    server.hosts.map((host) => ({ server, rank: sniRank(host.replace(/^.*\//, ''), request.host) })),
  );
  const best = ranked.filter(({ rank }) => rank >= 0).sort((a, b) => b.rank - a.rank)[0];
  return best ? [best.server] : [];
}

function isTls(server: GatewayServer): boolean {
  return server.tls !== undefined && !server.tls.httpsRedirect && server.protocol !== 'HTTP';
}

function speaksHttp(server: GatewayServer): boolean {
  const terminates = server.protocol === 'HTTPS' && !['PASSTHROUGH', 'AUTO_PASSTHROUGH'].includes(server.tls?.mode ?? '');
  return ['HTTP', 'HTTP2', 'GRPC', 'GRPC-WEB'].includes(server.protocol) || terminates;
}

/** How exactly a server's host names the host of a handshake; -1 when it does not. */
function sniRank(host: string, asked: string): number {
  if (host === '*') return 0;
  if (host.toLowerCase() === asked) return Number.MAX_SAFE_INTEGER;
  return host.startsWith('*') && asked.endsWith(host.slice(1).toLowerCase()) ? host.length : -1;
}

import { serviceHost } from '../../model/istio/hosts';
import type { Host } from '../../model/istio/registry';
import type { ReleaseModel } from '../../model/model';
import { isHttp, isHttpOrSniffed } from '../../model/protocol';
import { Chain, describe, ownAnswer, unknownAnswer } from './answer';
import { clusterOf, type Surroundings } from './clusters';
import { answerDestination, percent, retriesOf, statusOf } from './forward';
import type { Incoming } from './incoming';
import type { Entry } from './limits/limit';
import type { SidecarProxy } from './mesh-table';
import { isBroken } from './path';
import type { RouteAnswer } from './request';
import { follow } from './rule';
import type { Scope } from './scope';
import type { Sidecars } from './sidecars';
import type { VirtualHost } from './table';

/** The sidecar of a workload. */
export class MeshRouter {
  readonly entry: Entry;
  private readonly proxy: SidecarProxy;

  constructor(
    private readonly model: ReleaseModel,
    private readonly sidecars: Sidecars,
    namespace: string,
    private readonly name: string,
  ) {
    const workload = sidecars.workload(namespace, name);
    this.proxy = { namespace, labels: workload?.podLabels ?? { app: name } };
    this.entry = { kind: 'sidecar', ...this.proxy };
  }

  route(request: Incoming): RouteAnswer {
    const { namespace } = this.proxy;
    const chain = new Chain().add('entry', `starts at ${namespace}/${this.name}, to ${request.host} port ${request.port}`);
    if (request.scheme === 'https')
      return unknownAnswer(chain, 'TLS from a workload passes its sidecar unread: only TLS and TCP routes hold, which are not modelled');
    const { scope, table, around, listens } = this.sidecars.at(this.proxy, request.port);
    if (scope.sidecar)
      chain.add('listener', `${describe(scope.sidecar.object)} decides what it can reach`, { object: describe(scope.sidecar.object) });
    const dialled = this.dialled(request.host);
    if (dialled?.resolution === 'alias') {
      const name = `${dialled.hostname} is another name for ${dialled.aliasOf} (ExternalName)`;
      return unknownAnswer(chain, `${name}: which of their routes holds is not modelled; ask for ${dialled.aliasOf} itself`);
    }
    const known = dialled && scope.hosts.get(dialled.hostname);
    const port = known?.ports.find((one) => one.number === request.port);
    if (known && port && !isHttpOrSniffed(port.protocol)) return this.tcp(known, request, around, chain);
    const sniffed = known && port && !isHttp(port.protocol);
    if (sniffed) chain.add('listener', `the port says no protocol: the sidecar looks at the bytes, and finds HTTP`);
    const host = sniffed ? table.find(known.hostname) : listens ? table.find(request.host) : undefined;
    if (host) return this.followHost(host, request, around, chain);
    if (listens) return this.passThrough(scope, dialled, request, chain);
    return unknownAnswer(
      chain,
      `no Service that it can reach speaks HTTP at port ${request.port}: the bytes pass through unread, or are refused`,
    );
  }

  private followHost(host: VirtualHost, request: Incoming, around: Surroundings, chain: Chain): RouteAnswer {
    chain.add(
      'host',
      `${request.host} is ${host.plain ? `the Service ${host.plain.hostname}, about which no route has a word` : `served by the routes of ${host.domains[0]}`}`,
    );
    if (host.plain) return this.plain(host.plain.hostname, request.path + request.query, request, around, chain);
    const answer = follow(host.routes, request, around, chain);
    if (answer) return answer;
    chain.add('action', 'no rule fits');
    return ownAnswer(chain, 404, request);
  }

  private plain(hostname: string, path: string, request: Incoming, around: Surroundings, chain: Chain): RouteAnswer {
    const { port } = request;
    const cluster = clusterOf({ host: hostname, port }, around);
    const destination = answerDestination(cluster, 1, 503, isBroken(path));
    const pods = (destination.pods ?? []).map((pod) => `${percent(pod.weight)} ${pod.workload}`);
    chain.add('destination', `${destination.namespace}/${destination.service} port ${port}: ${destination.reason ?? pods.join(', ')}`);
    const { affinity } = cluster;
    const sent = { path, host: request.authority, retries: retriesOf(undefined), affinity };
    return { ...statusOf([destination], request), destinations: [destination], ...sent, why: chain.steps };
  }

  private tcp(host: Host, request: Incoming, around: Surroundings, chain: Chain): RouteAnswer {
    chain.add('listener', `${host.hostname} port ${request.port} is TCP: http rules are ignored`);
    const bound = this.model.istio.virtualServices.some((service) => service.otherProtocols && service.hosts.includes(host.hostname));
    if (bound) return unknownAnswer(chain, `a VirtualService has tcp or tls rules for ${host.hostname}, which are not modelled`);
    return this.plain(host.hostname, request.raw, request, around, chain);
  }

  private passThrough(scope: Scope, dialled: Host | undefined, request: Incoming, chain: Chain): RouteAnswer {
    if (scope.outbound === 'REGISTRY_ONLY') {
      chain.add('host', `${request.host} is not in the registry, and only what is may be reached (REGISTRY_ONLY)`);
      return ownAnswer(chain, 502, request);
    }
    if (dialled?.ports.some((one) => one.number === request.port)) {
      return unknownAnswer(
        chain,
        `the sidecar does not know ${dialled.hostname}: the request passes through to its address, and any of its pods may answer`,
      );
    }
    chain.add(
      'host',
      `${request.host} is not known to the mesh: the request passes through unchanged; the manifests hold nothing that answers there`,
    );
    const destinations = [
      {
        service: request.host,
        namespace: this.proxy.namespace,
        port: request.port,
        weight: 1,
        status: 503,
        reason: 'nothing in the manifests answers',
      },
    ];
    const note = `what answers at ${request.host} outside of the manifests is not known`;
    return ownAnswer(chain, 503, request, { destinations, unmodelled: [note] });
  }

  /** The host whose address a client gets for a name. */
  private dialled(name: string): Host | undefined {
    const { namespace } = this.proxy;
    const bare = name.replace(/\.$/, '');
    const parts = bare
      .replace(/\.cluster\.local$/, '')
      .replace(/\.svc$/, '')
      .split('.');
    const candidates = [
      serviceHost(bare, namespace),
      parts.length === 2 ? serviceHost(parts[0] as string, parts[1] as string) : bare,
      bare,
    ];
    return candidates.flatMap((hostname) => this.model.istio.registry.named(hostname))[0];
  }
}

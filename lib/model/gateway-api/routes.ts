import { isSubsetOf, isWildcard, overlaps, serviceHost } from '../istio/hosts';
import type { Dropped } from '../istio/model';
import { type HttpMatch, type HttpRule, MESH, type VirtualService } from '../istio/virtual-service';
import { at, listAt, numberAt, textAt, textsAt } from '../loose';
import type { ObjectIndex } from '../model';
import { compare, createdAt, namespaceOf } from '../objects';
import type { SourcedManifest } from '../sourced';
import type { Backends } from './backends';
import type { Listener } from './listeners';

/** What one HTTPRoute or GRPCRoute comes to at one parent and one host. Those with one key are merged. */
export interface Attached {
  readonly key: string;
  readonly service: VirtualService;
}

interface Context {
  readonly objects: ObjectIndex;
  readonly listeners: readonly Listener[];
  readonly backends: Backends;
  readonly drop: (dropped: Dropped) => void;
  readonly rulesOf: (checked: boolean) => HttpRule[];
}

/** Every place where a route takes effect. */
export function attachments(route: SourcedManifest, context: Context): Attached[] {
  const parents = listAt(route.manifest, 'spec', 'parentRefs');
  return parents.flatMap((parent, index) => {
    const kind = textAt(parent, 'kind') ?? 'Gateway';
    const found =
      kind === 'Gateway'
        ? atGateway(route, parent, context)
        : kind === 'Service' || kind === 'ServiceEntry'
          ? inMesh(route, parent, kind, context)
          : [];
    if (found.length === 0) {
      const reason = `it attaches to nothing of ${kind} ${textAt(parent, 'name')}: name, section, port, hostname or namespace do not fit`;
      context.drop({ object: route, path: ['spec', 'parentRefs', index], reason, effect: 'ignored' });
    }
    return found;
  });
}

function atGateway(route: SourcedManifest, parent: unknown, { listeners, rulesOf }: Context): Attached[] {
  const namespace = namespaceOf(route);
  const name = `${textAt(parent, 'namespace') ?? namespace}/${textAt(parent, 'name')}`;
  const hostnames = textsAt(route.manifest, 'spec', 'hostnames').map((host) => host.toLowerCase());
  const hosts = hostnames.length > 0 ? hostnames : ['*'];
  const ofParent = listeners.filter((listener) => listener.parent === name);
  return ofParent
    .filter((listener) => listener.allowsKind(route.manifest.kind) && accepts(listener, parent, hosts, namespace))
    .flatMap((listener) => {
      const rivals = ofParent.filter(
        (other) => other !== listener && other.server.port === listener.server.port && other.server.protocol === listener.server.protocol,
      );
      const banned = rivals.map((other) => other.hostname ?? '').filter((hostname) => hostname !== (listener.hostname ?? ''));
      return hosts
        .filter((host) => isOwn(host, listener.hostname ?? '', banned))
        .map((host) => ({
          key: `${listener.server.gateway}/${host}`,
          service: virtualService(route, [host], listener.server.gateway, rulesOf(true)),
        }));
    });
}

function accepts(listener: Listener, parent: unknown, hosts: readonly string[], namespace: string): boolean {
  const port = numberAt(parent, 'port');
  const section = textAt(parent, 'sectionName');
  if ((port && port !== listener.server.port) || (section && section !== listener.section)) return false;
  return listener.server.hosts.some((scoped) => {
    const [scope, hostname] = scoped.includes('/') ? (scoped.split('/', 2) as [string, string]) : ['*', scoped];
    return (scope === '*' || scope === namespace) && hosts.some((host) => overlaps(hostname, host));
  });
}

/** A host belongs to the listener that names it most exactly. */
function isOwn(host: string, own: string, banned: readonly string[]): boolean {
  if (own !== '' && !isWildcard(own)) return true;
  if (own !== '' && !overlaps(host, own)) return false;
  return !banned.some((other) => own.length <= other.length && isSubsetOf(host, other));
}

function inMesh(route: SourcedManifest, parent: unknown, kind: string, { objects, rulesOf }: Context): Attached[] {
  const namespace = namespaceOf(route);
  const target = textAt(parent, 'namespace') ?? namespace;
  const name = textAt(parent, 'name') ?? '';
  const group = kind === 'Service' ? '' : 'networking.istio.io';
  const object = objects.get({ group, kind, namespace: target, name });
  if (!object) return [];
  const hosts = kind === 'Service' ? [serviceHost(name, target)] : textsAt(at(object.manifest, 'spec'), 'hosts');
  const port = numberAt(parent, 'port');
  const rules = rulesOf(false).map((rule) =>
    port === undefined ? rule : { ...rule, matches: rule.matches.map((match) => ({ ...match, port })) },
  );
  return hosts.map((host) => ({
    key: `${namespace}${port === undefined ? '' : `/${port}`}/${host}`,
    service: virtualService(route, [host], MESH, rules),
  }));
}

function virtualService(object: SourcedManifest, hosts: string[], gateway: string, rules: readonly HttpRule[]): VirtualService {
  const namespace = namespaceOf(object);
  const name = object.manifest.metadata.name;
  return {
    object,
    namespace,
    name,
    hosts,
    gateways: [gateway],
    exportTo: new Set(['*']),
    rules: inOrder(rules),
    semantics: 'gateway-api',
    otherProtocols: false,
  };
}

/** Routes of one place and host become one, the oldest first; then their rules are put in the order of Gateway API. */
export function mergeAttached(attached: readonly Attached[]): VirtualService[] {
  const groups = new Map<string, VirtualService[]>();
  for (const { key, service } of attached) {
    const known = groups.get(key);
    if (known) known.push(service);
    else groups.set(key, [service]);
  }
  return [...groups].map(([key, services]) => {
    const [first, ...rest] = services.sort(byAge) as [VirtualService, ...VirtualService[]];
    const rules = rest.length > 0 ? inOrder([first, ...rest].flatMap((service) => service.rules)) : first.rules;
    return { ...first, name: key.replaceAll('/', '~'), rules };
  });
}

function byAge(a: VirtualService, b: VirtualService): number {
  return compare(createdAt(a.object), createdAt(b.object)) || compare(a.namespace, b.namespace) || compare(a.name, b.name);
}

const RANK = { exact: 3, prefix: 2, regex: 1, present: -1 };

/** Exact paths, then prefixes, then regular expressions; longer ones, a method, more headers, more query parameters first. */
function inOrder(rules: readonly HttpRule[]): HttpRule[] {
  const keys = new Map(rules.map((rule) => [rule, precedence(rule.matches[0] as HttpMatch)]));
  return [...rules].sort((a, b) => {
    const [of, other] = [keys.get(a) ?? [], keys.get(b) ?? []];
    const index = of.findIndex((value, at) => value !== other[at]);
    return index < 0 ? 0 : (other[index] as number) - (of[index] as number);
  });
}

function precedence({ uri, method, headers, queryParams }: HttpMatch): number[] {
  return [uri ? RANK[uri.kind] : -1, uri ? Buffer.byteLength(uri.value) : 0, method ? 1 : 0, headers.length, queryParams.length];
}

import type { FieldPath } from '../../check/finding';
import type { GatewayServer } from '../istio/gateways';
import { fitsSelector } from '../labels';
import { at, has, labelsAt, listAt, numberAt, textAt } from '../loose';
import type { ObjectIndex } from '../model';
import { byCreation, namespaceOf } from '../objects';
import type { SourcedManifest } from '../sourced';

const GROUP = 'gateway.networking.k8s.io';

/** A listener with what decides which routes may attach to it. */
export interface Listener {
  readonly server: GatewayServer;
  /** `namespace/name` of the Gateway. */
  readonly parent: string;
  readonly section: string;
  readonly hostname: string | undefined;
  /** Whether routes of a kind may attach. */
  allowsKind(kind: string): boolean;
}

/** The listeners of all Gateways; one of HTTPS or TLS without `tls` makes no server. */
export function listenersOf(objects: ObjectIndex): Listener[] {
  const namespaces = namespacesOf(objects);
  return [...objects.ofKind(GROUP, 'Gateway')].sort(byCreation).flatMap((gateway) =>
    listAt(gateway.manifest, 'spec', 'listeners').flatMap((listener, index) => {
      const protocol = textAt(listener, 'protocol') ?? '';
      const secure = protocol === 'HTTPS' || protocol === 'TLS';
      return secure && !has(listener, 'tls') ? [] : [listenerOf(gateway, listener, ['spec', 'listeners', index], namespaces)];
    }),
  );
}

function listenerOf(
  gateway: SourcedManifest,
  listener: unknown,
  path: FieldPath,
  namespaces: ReadonlyMap<string, Record<string, string>>,
): Listener {
  const namespace = namespaceOf(gateway);
  const name = gateway.manifest.metadata.name;
  const section = textAt(listener, 'name') ?? '';
  const hostname = textAt(listener, 'hostname') || undefined;
  const protocol = textAt(listener, 'protocol') ?? '';
  const kinds = listAt(listener, 'allowedRoutes', 'kinds').map((kind) => textAt(kind, 'kind'));
  const scopes = allowedNamespaces(listener, namespace, namespaces);
  return {
    parent: `${namespace}/${name}`,
    section,
    hostname,
    allowsKind: (kind) => (kinds.length > 0 ? kinds.includes(kind) : protocol === 'HTTP' || protocol === 'HTTPS'),
    server: {
      gateway: `${namespace}/${name}~${section}`,
      object: gateway,
      path,
      name: section,
      port: numberAt(listener, 'port') ?? 0,
      protocol,
      hosts: scopes.map((scope) => (scope === '*' ? (hostname ?? '*') : `${scope}/${hostname ?? '*'}`)),
      tls: has(listener, 'tls') ? tlsOf(at(listener, 'tls')) : undefined,
      selector: { 'gateway.networking.k8s.io/gateway-name': name },
      namespace,
      api: 'gateway-api',
    },
  };
}

function tlsOf(tls: unknown): GatewayServer['tls'] {
  const mode = textAt(tls, 'mode') === 'Passthrough' ? 'PASSTHROUGH' : 'SIMPLE';
  return { mode, httpsRedirect: false, credentialName: textAt(tls, 'certificateRefs', 0, 'name') };
}

/** The namespaces whose routes may attach: `*`, or their names; `~` when there is none. */
function allowedNamespaces(listener: unknown, own: string, namespaces: ReadonlyMap<string, Record<string, string>>): string[] {
  const from = textAt(listener, 'allowedRoutes', 'namespaces', 'from') ?? 'Same';
  if (from === 'All') return ['*'];
  if (from !== 'Selector') return [own];
  const selector = at(listener, 'allowedRoutes', 'namespaces', 'selector');
  if (selector === undefined) return ['*'];
  const chosen = [...namespaces].filter(([, labels]) => fitsSelector(selector, labels)).map(([name]) => name);
  return chosen.length > 0 ? chosen.sort() : ['~'];
}

/** Every namespace that an object is or lies in, with its labels; all carry their name as a label. */
function namespacesOf(objects: ObjectIndex): Map<string, Record<string, string>> {
  const named = new Map<string, Record<string, string>>();
  for (const object of objects.all) {
    const name = namespaceOf(object);
    if (!named.has(name)) named.set(name, { 'kubernetes.io/metadata.name': name });
  }
  for (const object of objects.ofKind('', 'Namespace')) {
    const name = object.manifest.metadata.name;
    named.set(name, { 'kubernetes.io/metadata.name': name, ...labelsAt(object.manifest, 'metadata', 'labels') });
  }
  return named;
}

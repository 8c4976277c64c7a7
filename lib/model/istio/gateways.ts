import type { FieldPath } from '../../check/finding';
import type { Labels } from '../labels';
import { at, booleanAt, has, labelsAt, listAt, numberAt, textAt, textsAt } from '../loose';
import type { ObjectIndex } from '../model';
import { byCreation, namespaceOf } from '../objects';
import type { SourcedManifest } from '../sourced';
import { gatewayRefusalOf } from './gateway-refusals';
import type { Dropped } from './model';

/** One server of a Gateway, or one listener of a Gateway API Gateway. */
export interface GatewayServer {
  /** `namespace/name` as VirtualServices refer to it. */
  readonly gateway: string;
  readonly object: SourcedManifest;
  readonly path: FieldPath;
  readonly name: string;
  readonly port: number;
  readonly protocol: string;
  /** `host` or `namespace/host`: only routes of that namespace may serve it. */
  readonly hosts: readonly string[];
  readonly tls?: { readonly mode: string; readonly httpsRedirect: boolean; readonly credentialName?: string };
  /** Which pods are the gateway. */
  readonly selector: Labels;
  readonly namespace: string;
  readonly api: 'istio' | 'gateway-api';
}

/** The servers of Istio's Gateways, oldest Gateway first. What Istio's webhook refuses is left out. */
export function istioServersOf(objects: ObjectIndex, drop: (dropped: Dropped) => void): GatewayServer[] {
  return [...objects.ofKind('networking.istio.io', 'Gateway')].sort(byCreation).flatMap((object) => {
    const refusal = gatewayRefusalOf(object);
    if (refusal) {
      drop({ object, ...refusal, effect: 'refused' });
      return [];
    }
    const namespace = namespaceOf(object);
    const gateway = `${namespace}/${object.manifest.metadata.name}`;
    const selector = labelsAt(object.manifest, 'spec', 'selector');
    return listAt(object.manifest, 'spec', 'servers').flatMap((server, index) => {
      const port = numberAt(server, 'port', 'number');
      if (port === undefined) return [];
      return [
        {
          gateway,
          object,
          path: ['spec', 'servers', index],
          name: textAt(server, 'port', 'name') ?? '',
          port,
          protocol: (textAt(server, 'port', 'protocol') ?? '').toUpperCase(),
          hosts: textsAt(server, 'hosts').map((host) => sanitized(host, namespace)),
          tls: has(server, 'tls') ? tlsOf(at(server, 'tls')) : undefined,
          selector,
          namespace,
          api: 'istio' as const,
        },
      ];
    });
  });
}

function tlsOf(tls: unknown): GatewayServer['tls'] {
  return {
    mode: textAt(tls, 'mode') ?? 'PASSTHROUGH',
    httpsRedirect: booleanAt(tls, 'httpsRedirect') ?? false,
    credentialName: textAt(tls, 'credentialName'),
  };
}

/** `./host` means the Gateway's namespace; a star before the slash and `host` mean any. */
function sanitized(host: string, namespace: string): string {
  const [scope, name] = host.includes('/') ? host.split('/', 2) : ['*', host];
  return scope === '*' ? (name ?? '') : `${scope === '.' ? namespace : scope}/${name ?? ''}`;
}

/** The hosts of a server that routes of a namespace may serve. */
export function hostsFor(server: GatewayServer, namespace: string): string[] {
  return server.hosts.flatMap((host) => {
    const slash = host.indexOf('/');
    if (slash < 0) return [host];
    const scope = host.slice(0, slash);
    return scope === namespace || scope === '*' ? [host.slice(slash + 1)] : [];
  });
}

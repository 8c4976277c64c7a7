import { at, booleanAt, has, listAt, numberAt, textAt, textsAt } from '../loose';
import type { SourcedManifest } from '../sourced';
import { firstOf, type Refusal } from './refusals';

const PROTOCOLS = new Set(['HTTP', 'HTTP2', 'GRPC', 'GRPC-WEB', 'HTTPS', 'TLS', 'TCP', 'MONGO', 'REDIS', 'MYSQL', 'UDP', 'HTTP_PROXY']);
const PLAIN = new Set(['HTTP', 'HTTP2', 'GRPC', 'GRPC-WEB', 'HTTP_PROXY']);

/** Why Istio's webhook does not take a Gateway, as far as it changes where requests go. */
export function gatewayRefusalOf(object: SourcedManifest): Refusal | undefined {
  const servers = listAt(object.manifest, 'spec', 'servers');
  if (servers.length === 0) return { path: ['spec'], reason: 'it has no server' };
  const names = new Set<string>();
  return firstOf(servers, (server, index) => {
    const name = textAt(server, 'port', 'name') ?? '';
    const reason = serverFault(server, name) ?? (names.has(name) ? `two servers have the port name ${name}` : undefined);
    names.add(name);
    return reason === undefined ? undefined : { path: ['spec', 'servers', index], reason };
  });
}

function serverFault(server: unknown, name: string): string | undefined {
  if (textsAt(server, 'hosts').length === 0) return 'a server has no host';
  const number = numberAt(server, 'port', 'number') ?? 0;
  const protocol = (textAt(server, 'port', 'protocol') ?? '').toUpperCase();
  if (name === '') return 'the port of a server has no name';
  if (!PROTOCOLS.has(protocol)) return `the protocol of a server is ${protocol || 'not stated'}`;
  if (number < 1 || number > 65_535) return `the port of a server is ${number}`;
  return tlsFault(server, protocol);
}

function tlsFault(server: unknown, protocol: string): string | undefined {
  const tls = at(server, 'tls');
  const secure = protocol === 'HTTPS' || protocol === 'TLS';
  if (secure) return has(server, 'tls') ? undefined : `a server of ${protocol} has no tls`;
  if (!has(server, 'tls')) return undefined;
  if (!PLAIN.has(protocol)) return `a server of ${protocol} has tls`;
  const mode = textAt(tls, 'mode') ?? 'PASSTHROUGH';
  const redirects = booleanAt(tls, 'httpsRedirect') === true;
  const certified = ['caCertificates', 'privateKey', 'serverCertificate'].some((field) => textAt(tls, field));
  const passes = mode === 'PASSTHROUGH' || mode === 'AUTO_PASSTHROUGH';
  return passes && !certified ? undefined : `a server of ${protocol} has tls${redirects ? ' besides httpsRedirect' : ''}`;
}

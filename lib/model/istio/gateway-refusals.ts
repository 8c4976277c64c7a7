import { at, booleanAt, has, listAt, numberAt, textAt, textsAt } from '../loose';
import type { SourcedManifest } from '../sourced';
import { isAddress } from './names';
import { firstOf, type Refusal } from './refusal';
import { scopedHostFault } from './scoped-hosts';
import { isProtocol } from './value-refusals';

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
  if (!isProtocol(protocol)) return `the protocol of a server is ${protocol || 'not stated'}`;
  if (number < 1 || number > 65_535) return `the port of a server is ${number}`;
  if (numberAt(server, 'port', 'targetPort')) return 'the port of a server has a targetPort, which means nothing to a Gateway';
  const bind = textAt(server, 'bind') ?? '';
  if (bind !== '' && !bind.startsWith('unix://') && !isAddress(bind)) return `a server binds to ${bind}, which is no address`;
  return (
    firstOf(textsAt(server, 'hosts'), (host) => scopedHostFault(host, 'gateway')) ??
    tlsFault(server, protocol) ??
    certificateFault(at(server, 'tls'))
  );
}

/** SIMPLE and MUTUAL take a certificate from a Secret, from files, or from a list. */
function certificateFault(tls: unknown): string | undefined {
  const mode = textAt(tls, 'mode') ?? '';
  if (!['SIMPLE', 'MUTUAL', 'OPTIONAL_MUTUAL'].includes(mode)) return undefined;
  if (textAt(tls, 'credentialName') || has(tls, 'credentialNames', 0)) return undefined;
  if (mode !== 'SIMPLE' && !textAt(tls, 'caCertificates')) return `tls of the mode ${mode} has no CA`;
  const own = textAt(tls, 'serverCertificate') && textAt(tls, 'privateKey');
  return own || has(tls, 'tlsCertificates', 0) ? undefined : `tls of the mode ${mode} has no certificate`;
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

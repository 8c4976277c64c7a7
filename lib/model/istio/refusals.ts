import type { FieldPath } from '../../check/finding';
import { at, has, listAt, textsAt } from '../loose';
import { namespaceOf } from '../objects';
import type { SourcedManifest } from '../sourced';
import { isSubsetOf, overlaps, resolveHost } from './hosts';
import { isAddress, isDomain, isGatewayName } from './names';
import { firstOf, type Refusal } from './refusal';
import { ruleRefusal } from './rule-refusals';
import { exportToFault } from './value-refusals';

/** Why Istio's webhook does not take a VirtualService, as far as it changes where requests go. */
export function refusalOf(object: SourcedManifest): Refusal | undefined {
  const spec = at(object.manifest, 'spec');
  const hosts = textsAt(spec, 'hosts');
  const gateways = textsAt(spec, 'gateways');
  const delegate = hosts.length === 0;
  if (delegate && gateways.length > 0)
    return { path: ['spec', 'gateways'], reason: 'a delegate (a VirtualService without hosts) has no gateways' };
  if (delegate && (has(spec, 'tls', 0) || has(spec, 'tcp', 0))) return { path: ['spec'], reason: 'a delegate has http rules only' };
  if (!['http', 'tls', 'tcp'].some((kind) => listAt(spec, kind).length > 0))
    return { path: ['spec'], reason: 'it has neither http, tls nor tcp rules' };
  const mesh = gateways.length === 0 || gateways.includes('mesh');
  const gateway = gateways.findIndex((name) => !isGatewayName(name));
  if (gateway >= 0) return { path: ['spec', 'gateways', gateway], reason: `${gateways[gateway]} is no name of a gateway` };
  const exported = exportToFault(spec, namespaceOf(object));
  if (exported) return { path: ['spec', 'exportTo'], reason: exported };
  return (
    hostRefusal(hosts, mesh, namespaceOf(object)) ??
    firstOf(listAt(spec, 'http'), (rule, index) => ruleRefusal(rule, delegate, ['spec', 'http', index])) ??
    firstOf(listAt(spec, 'tls'), (rule, index) => tlsRefusal(rule, hosts, ['spec', 'tls', index]))
  );
}

/** A rule of TLS names hosts of its VirtualService, as they are written. */
function tlsRefusal(rule: unknown, hosts: readonly string[], path: FieldPath): Refusal | undefined {
  const matches = listAt(rule, 'match');
  if (matches.length === 0) return { path, reason: 'a tls rule has no match' };
  return firstOf(matches, (match, index) => {
    const names = textsAt(match, 'sniHosts');
    const foreign = names.find((name) => !hosts.some((host) => isSubsetOf(name, host)));
    if (names.length > 0 && foreign === undefined) return undefined;
    const reason = foreign === undefined ? 'a tls match has no sniHosts' : `the SNI host ${foreign} is none of its hosts`;
    return { path: [...path, 'match', index], reason };
  });
}

function hostRefusal(hosts: readonly string[], mesh: boolean, namespace: string): Refusal | undefined {
  const path = ['spec', 'hosts'];
  const star = hosts.indexOf('*');
  if (mesh && star >= 0) return { path: [...path, star], reason: 'the host * is not allowed for the mesh' };
  const bad = hosts.findIndex((host) => !isDomain(host) && !isAddress(host));
  if (bad >= 0) return { path: [...path, bad], reason: `${hosts[bad]} is no host name` };
  const full = hosts.map((host) => resolveHost(host, namespace));
  return firstOf(hosts, (host, index) => {
    const other = hosts.findIndex((candidate, at) => at < index && overlaps(candidate, host));
    return other < 0 ? undefined : { path: [...path, index], reason: `its hosts ${full[other]} and ${full[index]} overlap` };
  });
}

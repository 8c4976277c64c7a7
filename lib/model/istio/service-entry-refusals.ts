import { at, entriesAt, labelsAt, listAt, textAt, textsAt } from '../loose';
import { namespaceOf } from '../objects';
import type { SourcedManifest } from '../sourced';
import { isDomain, isLabel } from './names';
import { firstOf, type Refusal, refusalAt } from './refusal';
import { exportToFault, isProtocol, labelsFault } from './value-refusals';

/** Why Istio's webhook does not take a ServiceEntry, beyond what its schema says: its hosts are unknown then. */
export function serviceEntryRefusalOf(object: SourcedManifest): Refusal | undefined {
  const spec = at(object.manifest, 'spec');
  const host = textsAt(spec, 'hosts').findIndex((one) => one === '*' || !isDomain(one));
  if (host >= 0) return { path: ['spec', 'hosts', host], reason: `${textsAt(spec, 'hosts')[host]} is no host name` };
  const exported = textsAt(spec, 'exportTo').join() === '~' ? undefined : exportToFault(spec, namespaceOf(object));
  if (exported) return { path: ['spec', 'exportTo'], reason: exported };
  const ports = listAt(spec, 'ports');
  const names = ports.map((port) => textAt(port, 'name') ?? '');
  return (
    firstOf(ports, (port, index) => refusalAt(['spec', 'ports', index], portFaultOf(port))) ??
    firstOf(listAt(spec, 'endpoints'), (endpoint, index) => refusalAt(['spec', 'endpoints', index], endpointFault(endpoint, names)))
  );
}

function portFaultOf(port: unknown): string | undefined {
  const [name, protocol] = [textAt(port, 'name') ?? '', textAt(port, 'protocol') ?? ''];
  if (!isLabel(name)) return `${JSON.stringify(name)} is no name of a port`;
  return protocol === '' || isProtocol(protocol) ? undefined : `the protocol ${protocol} is not supported`;
}

function endpointFault(endpoint: unknown, names: readonly string[]): string | undefined {
  const port = entriesAt(endpoint, 'ports').find(([name]) => !names.includes(name));
  return port ? `an endpoint has the port ${port[0]}, which is none of its ports` : labelsFault(labelsAt(endpoint, 'labels'));
}

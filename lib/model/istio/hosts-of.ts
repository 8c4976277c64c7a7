import { selects } from '../labels';
import { at, labelsAt, listAt, numberAt, textAt, textsAt } from '../loose';
import type { ObjectIndex, Service, ServicePort, Workload } from '../model';
import { byCreation, namespaceOf } from '../objects';
import { protocolOf } from '../protocol';
import type { SourcedManifest } from '../sourced';
import { accepted } from './accepted';
import { serviceHost } from './hosts';
import type { Dropped } from './model';
import { type Endpoint, type Host, Registry } from './registry';
import { serviceEntryRefusalOf } from './service-entry-refusals';
import { exportToOf } from './visibility';

const ISTIO = 'networking.istio.io';

/** All hosts. ServiceEntries that Istio's webhook refuses are left out. */
export function registryOf(
  objects: ObjectIndex,
  services: readonly Service[],
  workloads: readonly Workload[],
  drop: (dropped: Dropped) => void,
): Registry {
  const entries = accepted(objects.ofKind(ISTIO, 'ServiceEntry'), serviceEntryRefusalOf, drop).sort(byCreation);
  return new Registry([...services.map(hostOfService), ...entries.flatMap((entry) => hostsOfEntry(entry, objects, workloads))]);
}

function hostOfService(service: Service): Host {
  const { object, id } = service;
  const annotation = textAt(object.manifest, 'metadata', 'annotations', 'networking.istio.io/exportTo');
  const exportTo = annotation === undefined ? undefined : { exportTo: annotation.split(',').map((target) => target.trim()) };
  return {
    hostname: serviceHost(id.name, id.namespace),
    namespace: id.namespace,
    object,
    ports: service.ports,
    resolution: service.addressing === 'ExternalName' ? 'alias' : service.addressing === 'None' ? 'headless' : 'cluster',
    aliasOf: service.addressing === 'ExternalName' ? textAt(object.manifest, 'spec', 'externalName') : undefined,
    kind: 'Service',
    exportTo: exportToOf(exportTo, id.namespace, 'exportTo'),
    endpoints: service.workloads.map(endpointOf),
  };
}

export function endpointOf(workload: Workload): Endpoint {
  const { podLabels: labels, version, id } = workload;
  return { workload: id.name, namespace: id.namespace, labels, version, replicas: workload.replicas ?? 1 };
}

function hostsOfEntry(entry: SourcedManifest, objects: ObjectIndex, workloads: readonly Workload[]): Host[] {
  const spec = at(entry.manifest, 'spec');
  const namespace = namespaceOf(entry);
  const resolution = textAt(spec, 'resolution') ?? 'NONE';
  const hosts = textsAt(spec, 'hosts').map((host) => host.toLowerCase());
  const shared = {
    namespace,
    object: entry,
    ports: listAt(spec, 'ports').flatMap(portOf),
    resolution: resolution === 'STATIC' ? ('cluster' as const) : resolution.startsWith('DNS') ? ('dns' as const) : ('none' as const),
    kind: 'ServiceEntry' as const,
    exportTo: exportToOf(spec, namespace, 'exportTo'),
  };
  return hosts.map((hostname) => ({ ...shared, hostname, endpoints: endpointsOfEntry(entry, hostname, resolution, objects, workloads) }));
}

function portOf(port: unknown): ServicePort[] {
  const number = numberAt(port, 'number');
  if (number === undefined) return [];
  const name = textAt(port, 'name');
  const naming = { number, name: textAt(port, 'protocol') ?? name };
  return [{ name, number, targetPort: numberAt(port, 'targetPort') ?? number, protocol: protocolOf(naming) }];
}

function endpointsOfEntry(
  entry: SourcedManifest,
  hostname: string,
  resolution: string,
  objects: ObjectIndex,
  workloads: readonly Workload[],
): Endpoint[] {
  const namespace = namespaceOf(entry);
  const spec = at(entry.manifest, 'spec');
  if (at(spec, 'workloadSelector') !== undefined) {
    const selector = labelsAt(spec, 'workloadSelector', 'labels');
    const chosen = workloads.filter((workload) => workload.id.namespace === namespace && selects(selector, workload.podLabels));
    const machines = objects.ofKind(ISTIO, 'WorkloadEntry').filter((machine) => namespaceOf(machine) === namespace);
    return [...chosen.map(endpointOf), ...machines.map(machineOf).filter((machine) => selects(selector, machine.labels))];
  }
  const stated = listAt(spec, 'endpoints').map((endpoint) => addressOf(endpoint, namespace));
  if (stated.length > 0 || resolution === 'STATIC') return stated;
  return [{ workload: hostname, namespace, labels: {}, version: '', replicas: 1 }];
}

function machineOf(object: SourcedManifest): Endpoint {
  return { ...addressOf(at(object.manifest, 'spec'), namespaceOf(object)), workload: object.manifest.metadata.name };
}

function addressOf(endpoint: unknown, namespace: string): Endpoint {
  const labels = labelsAt(endpoint, 'labels');
  return { workload: textAt(endpoint, 'address') ?? '', namespace, labels, version: labels.version ?? '', replicas: 1 };
}

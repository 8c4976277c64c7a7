import { identityOf } from '../manifest/manifest';
import { selects } from './labels';
import { at, entriesAt, labelsAt, listAt, numberAt, textAt } from './loose';
import type { ObjectIndex, Service, ServicePort, Workload } from './model';
import { namespaceOf } from './objects';
import { protocolOf } from './protocol';
import type { SourcedManifest } from './sourced';

/** All core Services with the workloads whose pods they select. */
export function servicesOf(objects: ObjectIndex, workloads: readonly Workload[]): Service[] {
  const byNamespace = new Map<string, WorkloadsByLabel>();
  for (const workload of workloads) {
    let index = byNamespace.get(workload.id.namespace);
    if (!index) {
      index = new WorkloadsByLabel();
      byNamespace.set(workload.id.namespace, index);
    }
    index.add(workload);
  }
  return objects.ofKind('', 'Service').map((object) => serviceOf(object, byNamespace.get(namespaceOf(object))));
}

function serviceOf(object: SourcedManifest, workloads: WorkloadsByLabel | undefined): Service {
  const spec = at(object.manifest, 'spec');
  const selector = entriesAt(spec, 'selector').length > 0 ? labelsAt(spec, 'selector') : undefined;
  const type = textAt(spec, 'type');
  return {
    object,
    id: { ...identityOf(object.manifest), namespace: namespaceOf(object) },
    ports: listAt(spec, 'ports').flatMap(portOf),
    selector,
    addressing: type === 'ExternalName' ? 'ExternalName' : textAt(spec, 'clusterIP') === 'None' ? 'None' : 'ClusterIP',
    workloads: selector && workloads ? workloads.selectedBy(selector) : [],
  };
}

function portOf(port: unknown): ServicePort[] {
  const number = numberAt(port, 'port');
  if (number === undefined) return [];
  const name = textAt(port, 'name');
  const naming = { number, name, appProtocol: textAt(port, 'appProtocol'), transport: textAt(port, 'protocol') };
  const targetPort = numberAt(port, 'targetPort') ?? textAt(port, 'targetPort') ?? number;
  return [{ name, number, targetPort, protocol: protocolOf(naming) }];
}

/** The workloads of a namespace, found by one label of a selector and then held against the rest of it. */
class WorkloadsByLabel {
  private readonly byLabel = new Map<string, Workload[]>();

  add(workload: Workload): void {
    for (const [key, value] of Object.entries(workload.podLabels)) {
      const label = `${key}=${value}`;
      const known = this.byLabel.get(label);
      if (known) known.push(workload);
      else this.byLabel.set(label, [workload]);
    }
  }

  selectedBy(selector: Readonly<Record<string, string>>): Workload[] {
    const lists = Object.entries(selector).map(([key, value]) => this.byLabel.get(`${key}=${value}`) ?? []);
    const shortest = lists.reduce((best, list) => (list.length < best.length ? list : best), lists[0] ?? []);
    return shortest.filter((workload) => selects(selector, workload.podLabels));
  }
}

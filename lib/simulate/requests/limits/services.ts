import { has, labelsAt, textAt } from '../../../model/loose';
import type { ReleaseModel } from '../../../model/model';
import { namespaceOf } from '../../../model/objects';
import type { SourcedManifest } from '../../../model/sourced';
import { describe } from '../answer';
import { assumed, type Limit, unmodelled } from './limit';

const WAYPOINT = 'istio.io/use-waypoint';
const MODE = 'istio.io/dataplane-mode';

/** Namespaces of the ambient mesh: their pods have no sidecar, and routes are a waypoint's. */
export function ambientLimit({ objects }: ReleaseModel): Limit | undefined {
  const label = (object: SourcedManifest, name: string) => labelsAt(object.manifest, 'metadata', 'labels')[name];
  const uses = (object: SourcedManifest) => ![undefined, '', 'none'].includes(label(object, WAYPOINT));
  const namespaces = objects.ofKind('', 'Namespace');
  const named = (chosen: readonly SourcedManifest[]) => new Set(chosen.map((object) => object.manifest.metadata.name));
  const ambient = named(namespaces.filter((object) => label(object, MODE) === 'ambient'));
  const behind = named(namespaces.filter(uses));
  const services = new Set(objects.ofKind('', 'Service').filter(uses).map(keyOf));
  if (ambient.size + behind.size + services.size === 0) return undefined;
  return ({ entry, answer }) => {
    const waypoints = answer.destinations.filter(
      ({ namespace, service }) => behind.has(namespace) || services.has(`${namespace}/${service}`),
    );
    return unmodelled([
      ...(entry.kind === 'sidecar' && ambient.has(entry.namespace)
        ? [`the pods of ${entry.namespace} are in the ambient mesh: not a sidecar but a waypoint routes what they send`]
        : []),
      ...new Set(waypoints.map(({ namespace, service }) => `a waypoint stands before ${namespace}/${service}, with routes of its own`)),
    ]);
  };
}

/** Which of a Service's pods are near: the shares are by replicas, as if all were equally near. */
export function localityLimit({ objects, istio }: ReleaseModel): Limit | undefined {
  const local = new Map<string, string>();
  for (const object of objects.ofKind('', 'Service')) {
    if (textAt(object.manifest, 'spec', 'internalTrafficPolicy') === 'Local') local.set(keyOf(object), 'internalTrafficPolicy: Local');
    const distribution = textAt(object.manifest, 'spec', 'trafficDistribution');
    if (distribution) local.set(keyOf(object), `trafficDistribution: ${distribution}`);
  }
  const rules = istio.destinationRules.all.filter(
    ({ trafficPolicy }) =>
      has(trafficPolicy, 'loadBalancer', 'localityLbSetting', 'distribute') ||
      has(trafficPolicy, 'loadBalancer', 'localityLbSetting', 'failover') ||
      has(trafficPolicy, 'loadBalancer', 'localityLbSetting', 'failoverPriority'),
  );
  if (local.size + rules.length === 0) return undefined;
  return ({ answer }) => {
    const texts = answer.destinations.flatMap(({ namespace, service, pods = [] }) => {
      const key = `${namespace}/${service}`;
      if (pods.length < 2) return [];
      const rule = rules.find(({ host }) => host === service || host.startsWith(`${service}.${namespace}.`));
      const reason = rule ? `${describe(rule.objects[0] as SourcedManifest)} prefers near pods` : local.get(key);
      return reason ? [`the pods of ${key} count as equally near (${reason})`] : [];
    });
    return assumed(new Set(texts));
  };
}

function keyOf(object: SourcedManifest): string {
  return `${namespaceOf(object)}/${object.manifest.metadata.name}`;
}

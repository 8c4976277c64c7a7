import type { DestinationRule, DestinationRules } from '../../model/istio/destination-rules';
import { serviceOfHost } from '../../model/istio/hosts';
import type { Endpoint, Host } from '../../model/istio/registry';
import type { Destination } from '../../model/istio/virtual-service';
import { type Labels, selects } from '../../model/labels';
import { at, has, listAt, numberAt, textAt } from '../../model/loose';
import type { Workload } from '../../model/model';
import type { AnswerDestination, PodShare } from './request';

/** What a proxy knows of the hosts that it can send to. */
export interface Surroundings {
  readonly namespace: string;
  readonly labels: Labels;
  readonly destinationRules: DestinationRules;
  readonly workloads: ReadonlyMap<string, Workload>;
  /** Hosts for which the proxy has clusters. */
  reach(hostname: string): Host | undefined;
  /** The port that a destination without one means. */
  defaultPort(hostname: string): number;
  /** What was found for a destination: the same for every request. */
  readonly known: Map<object, Arrival>;
  /** A sidecar sends to a headless Service at the address that the client dialled. */
  readonly dialled: boolean;
}

/** A destination with its part in an answer, and a sentence about it. */
export interface Arrival {
  readonly cluster: Cluster;
  readonly answer: AnswerDestination;
  readonly text: string;
}

/** Where a destination leads: to pods, or to an error of Envoy's own. */
export interface Cluster {
  readonly service: string;
  readonly namespace: string;
  readonly subset?: string;
  readonly port: number;
  readonly pods: readonly PodShare[];
  /** Why no pod answers, if none does. */
  readonly fault?: string;
  /** `missing`: Envoy has no such cluster; `empty`: it has no pods. */
  readonly lacks?: 'missing' | 'empty';
  readonly note?: string;
  readonly affinity?: string;
}

/** Finds the cluster of a destination as Envoy has it. */
export function clusterOf(destination: Pick<Destination, 'host' | 'subset' | 'port' | 'invalid'>, around: Surroundings): Cluster {
  const { host, subset } = destination;
  const found = around.reach(host);
  const alias = found?.resolution === 'alias' ? found.aliasOf : undefined;
  const target = alias === undefined ? found : around.reach(alias);
  const port = destination.port ?? around.defaultPort(host);
  const named = nameOf(target, target?.hostname ?? host, around.namespace);
  const missing = (fault: string): Cluster => ({ ...named, subset, port, pods: [], fault, lacks: 'missing' });
  if (destination.invalid !== undefined) return missing(destination.invalid);
  if (!target && alias !== undefined)
    return missing(`${host} is another name for ${alias} (ExternalName), which is no Service or ServiceEntry`);
  if (!target) return missing(`${host} is no Service or ServiceEntry that it can reach`);
  if (!target.ports.some((one) => one.number === port && one.protocol !== 'udp')) return missing(`${host} has no port ${port}`);
  const rule = around.destinationRules.forHost(target, around);
  const chosen = subset === undefined ? undefined : rule?.subsets.get(subset);
  if (subset !== undefined && !chosen) return missing(noSubset(subset, target, rule));
  const affinity = affinityOf(rule, chosen?.trafficPolicy, port);
  const pods = podsOf(target, port, chosen?.labels ?? {}, around);
  const shared = { ...named, subset, port, affinity };
  const dialled = around.dialled && (target.resolution === 'headless' || target.resolution === 'none');
  if (dialled) return { ...shared, pods, note: 'goes to the address that the client dialled, whatever the subset' };
  if (pods.length > 0) return { ...shared, pods };
  const labels = Object.entries(chosen?.labels ?? {}).map(([key, value]) => `${key}=${value}`);
  return { ...shared, pods, lacks: 'empty', fault: `${host} has no pods${labels.length > 0 ? ` with ${labels.join(', ')}` : ''}` };
}

function noSubset(subset: string, host: Host, rule: DestinationRule | undefined): string {
  if (!rule) return `no DestinationRule states the subset ${subset} of ${host.hostname}`;
  const objects = rule.objects.map(({ manifest }) => `${rule.namespace}/${manifest.metadata.name}`).join(', ');
  return `the DestinationRule ${objects} has no subset ${subset} (it has ${[...rule.subsets.keys()].join(', ') || 'none'})`;
}

export function nameOf(host: Host | undefined, hostname: string, client: string): { service: string; namespace: string } {
  const service = serviceOfHost(hostname);
  if (service && host?.kind !== 'ServiceEntry') return { service: service.name, namespace: service.namespace };
  return { service: hostname, namespace: host?.namespace ?? client };
}

/** The workloads behind a host that have the labels and the target port, with their shares by replicas. */
function podsOf(host: Host, port: number, labels: Labels, around: Surroundings): PodShare[] {
  const target = host.ports.find((one) => one.number === port)?.targetPort;
  const ready = host.endpoints.filter((one) => one.replicas > 0 && selects(labels, one.labels) && hasPort(one, target, around.workloads));
  const total = ready.reduce((sum, one) => sum + one.replicas, 0);
  return ready.map((one) => ({ workload: one.workload, version: one.version, weight: one.replicas / total }));
}

/** A target port that is a name has to be one of the pods' ports. */
function hasPort(endpoint: Endpoint, target: number | string | undefined, workloads: ReadonlyMap<string, Workload>): boolean {
  if (typeof target !== 'string') return true;
  const workload = workloads.get(`${endpoint.namespace}/${endpoint.workload}`);
  return !workload || workload.containerPorts.some((port) => port.name === target);
}

/** What keeps a client on one pod, by the policy of the subset, of the port, or of the host. */
function affinityOf(rule: DestinationRule | undefined, ofSubset: unknown, port: number): string | undefined {
  const levels = [ofSubset, rule?.trafficPolicy].flatMap((policy) => [portLevel(policy, port), policy]);
  const hash = at(
    levels.find((policy) => has(policy, 'loadBalancer')),
    'loadBalancer',
    'consistentHash',
  );
  if (hash === undefined) return undefined;
  const cookie = textAt(hash, 'httpCookie', 'name');
  const header = textAt(hash, 'httpHeaderName');
  const parameter = textAt(hash, 'httpQueryParameterName');
  if (cookie !== undefined) return `by the cookie ${cookie}`;
  if (header !== undefined) return `by the header ${header}`;
  return parameter === undefined ? 'by the address of the client' : `by the query parameter ${parameter}`;
}

function portLevel(policy: unknown, port: number): unknown {
  return listAt(policy, 'portLevelSettings').find((settings) => numberAt(settings, 'port', 'number') === port);
}

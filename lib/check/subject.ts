import { type Labels, selects } from '../model/labels';
import { CANARY, DESTINATION_RULE, type GroupKind, ROLLOUT, SERVICE, VIRTUAL_SERVICE } from './kinds';
import { hostKey, serviceHost } from './relations/hosts';
import { affixedName, similarName } from './relations/similar';
import type { Resource } from './resource';
import { type CanaryView, canaryView } from './views/canary';
import { type DestinationRuleView, destinationRuleView } from './views/destination-rule';
import { type RolloutView, rolloutView } from './views/rollout';
import { type ServiceView, serviceView } from './views/service';
import { type VirtualServiceView, virtualServiceView } from './views/virtual-service';
import { WORKLOAD_KINDS, type WorkloadView, workloadView } from './views/workload';

/** What a reference points to: an object of the files, something the files should hold, or something beyond them. */
export type Reference =
  | { readonly verdict: 'present'; readonly resource: Resource }
  | {
      readonly verdict: 'missing';
      readonly because: 'similar' | 'elsewhere' | 'listed';
      readonly hint: string;
      /** The name that is there has something before or behind the one that is asked for. */
      readonly affixed?: boolean;
    }
  | { readonly verdict: 'outside' };

/** All objects of a run with the look-ups that rules share: each view and each index is made once, when a rule first asks for it. */
export class Subject {
  private readonly kinds = new Map<string, Resource[]>();
  private readonly names = new Map<string, Resource>();
  private readonly made = new Map<string, unknown>();

  constructor(readonly resources: readonly Resource[]) {
    for (const resource of resources) {
      const kind = `${resource.id.group}/${resource.id.kind}`;
      append(this.kinds, kind, resource);
      const key = `${kind}/${resource.id.namespace}/${resource.id.name}`;
      if (!this.names.has(key)) this.names.set(key, resource);
    }
  }

  ofKind(kind: GroupKind): readonly Resource[] {
    return this.kinds.get(`${kind.group}/${kind.kind}`) ?? [];
  }

  /** An object by name; one that names no namespace stands in for any (it is applied with `kubectl -n`). */
  readonly find = (kind: GroupKind, namespace: string, name: string): Resource | undefined => {
    const prefix = `${kind.group}/${kind.kind}`;
    return this.names.get(`${prefix}/${namespace}/${name}`) ?? this.names.get(`${prefix}/${namespace === '' ? 'default' : ''}/${name}`);
  };

  /**
   * What a reference by name points to. It counts as missing, and not merely as outside the files, when the files describe that kind in that
   * namespace, or hold the object under a name so near that one of the two is a slip.
   */
  reference(kind: GroupKind, namespace: string, name: string): Reference {
    const resource = this.find(kind, namespace, name);
    if (resource) return { verdict: 'present', resource };
    const names = this.inNamespace(kind, namespace).map(({ id }) => id.name);
    const similar = similarName(name, names);
    const near = similar ?? affixedName(name, names);
    if (near) return { verdict: 'missing', because: 'similar', hint: `there is a ${kind.kind} "${near}"`, affixed: !similar };
    const [elsewhere] = this.named(kind, name);
    if (elsewhere)
      return { verdict: 'missing', because: 'elsewhere', hint: `there is one of that name in the namespace "${elsewhere.id.namespace}"` };
    if (names.length === 0) return { verdict: 'outside' };
    const some = names.slice(0, 5).join(', ');
    return {
      verdict: 'missing',
      because: 'listed',
      hint: `the files hold ${some}${names.length > 5 ? ` and ${names.length - 5} more` : ''}`,
    };
  }

  get workloads(): readonly WorkloadView[] {
    return this.once('workloads', () =>
      WORKLOAD_KINDS.flatMap((kind) => this.ofKind(kind).map((resource) => workloadView(resource, this.find))),
    );
  }

  get services(): readonly ServiceView[] {
    return this.views('services', SERVICE, serviceView);
  }

  get virtualServices(): readonly VirtualServiceView[] {
    return this.views('virtualServices', VIRTUAL_SERVICE, virtualServiceView);
  }

  get destinationRules(): readonly DestinationRuleView[] {
    return this.views('destinationRules', DESTINATION_RULE, destinationRuleView);
  }

  get canaries(): readonly CanaryView[] {
    return this.views('canaries', CANARY, canaryView);
  }

  get rollouts(): readonly RolloutView[] {
    return this.views('rollouts', ROLLOUT, rolloutView);
  }

  serviceOf(resource: Resource): ServiceView | undefined {
    return this.once('servicesByResource', () => new Map(this.services.map((view) => [view.resource, view]))).get(resource);
  }

  workloadOf(resource: Resource): WorkloadView | undefined {
    return this.once('workloadsByResource', () => new Map(this.workloads.map((view) => [view.resource, view]))).get(resource);
  }

  /** The Service of the files that a host in an Istio rule means. */
  serviceByHost(host: string, namespace: string): ServiceView | undefined {
    const named = serviceHost(host, namespace);
    const resource = named && this.find(SERVICE, named.namespace, named.name);
    return resource && this.serviceOf(resource);
  }

  /** The DestinationRules for a host, those with a wildcard for it included unless one in the same namespace names it exactly. */
  destinationRulesFor(host: string, namespace: string): readonly DestinationRuleView[] {
    const key = hostKey(host, namespace);
    const exact = this.once('rulesByHost', () => groupBy(this.destinationRules, (rule) => rule.hostKey)).get(key) ?? [];
    const fitting = this.wildcardRules.filter((rule) => `.${key}.cluster.local`.endsWith(rule.host.replace(/^\*\.?/, '.')));
    return [...exact, ...fitting.filter((rule) => !exact.some((other) => other.resource.id.namespace === rule.resource.id.namespace))];
  }

  /** The workloads of a namespace whose pods the selector selects; many ask with the same selector. */
  workloadsSelectedBy(selector: Labels, namespace: string): readonly WorkloadView[] {
    const terms = Object.keys(selector)
      .sort()
      .map((key) => `${namespace}|${key}=${selector[key]}`);
    const known = this.once('workloads by selector', () => new Map<string, readonly WorkloadView[]>());
    const key = terms.join('\n');
    const found = known.get(key) ?? this.selectedBy(selector, terms);
    known.set(key, found);
    return found;
  }

  private selectedBy(selector: Labels, terms: readonly string[]): readonly WorkloadView[] {
    const candidates = terms.map((term) => this.workloadsByLabel.get(term) ?? []).sort((a, b) => a.length - b.length);
    return (candidates[0] ?? []).filter((workload) => selects(selector, workload.podLabels));
  }

  /** A value that several rules need, made by the first that asks. */
  once<T>(name: string, make: () => T): T {
    if (!this.made.has(name)) this.made.set(name, make());
    return this.made.get(name) as T;
  }

  private views<T>(name: string, kind: GroupKind, view: (resource: Resource) => T): readonly T[] {
    return this.once(name, () => this.ofKind(kind).map(view));
  }

  /** The objects of a kind in a namespace. */
  inNamespace(kind: GroupKind, namespace: string): readonly Resource[] {
    const all = this.once(`${kind.group}/${kind.kind} by namespace`, () => groupBy(this.ofKind(kind), ({ id }) => id.namespace));
    return all.get(namespace) ?? [];
  }

  /** The objects of a kind that have a name, in whatever namespace. */
  named(kind: GroupKind, name: string): readonly Resource[] {
    return this.byName(kind).get(name) ?? [];
  }

  private byName(kind: GroupKind): ReadonlyMap<string, Resource[]> {
    return this.once(`${kind.group}/${kind.kind} by name`, () => groupBy(this.ofKind(kind), ({ id }) => id.name));
  }

  workloadsIn(namespace: string): readonly WorkloadView[] {
    return this.once('workloads by namespace', () => groupBy(this.workloads, ({ resource }) => resource.id.namespace)).get(namespace) ?? [];
  }

  private get wildcardRules(): readonly DestinationRuleView[] {
    return this.once('wildcardRules', () => this.destinationRules.filter((rule) => rule.host.startsWith('*')));
  }

  private get workloadsByLabel(): ReadonlyMap<string, WorkloadView[]> {
    return this.once('workloadsByLabel', () => {
      const index = new Map<string, WorkloadView[]>();
      for (const workload of this.workloads) {
        for (const [key, value] of Object.entries(workload.podLabels))
          append(index, `${workload.resource.id.namespace}|${key}=${value}`, workload);
      }
      return index;
    });
  }
}

export function append<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

export function groupBy<V>(values: readonly V[], key: (value: V) => string): Map<string, V[]> {
  const groups = new Map<string, V[]>();
  for (const value of values) append(groups, key(value), value);
  return groups;
}

import type { Labels } from '../labels';
import { selects } from '../labels';
import { at, has, labelsAt, listAt, textAt, textsAt } from '../loose';
import type { ObjectIndex } from '../model';
import { byCreation, namespaceOf } from '../objects';
import type { SourcedManifest } from '../sourced';
import { accepted } from './accepted';
import { destinationRuleRefusalOf } from './destination-rule-refusals';
import { mostSpecific, resolveHost } from './hosts';
import type { Dropped } from './model';
import type { Host } from './registry';
import { type ExportTo, exportToOf, isVisible } from './visibility';

/** The namespace whose rules hold for the whole mesh. */
const ROOT_NAMESPACE = 'istio-system';

export interface Subset {
  readonly name: string;
  readonly labels: Labels;
  readonly trafficPolicy: unknown;
  readonly object: SourcedManifest;
}

/** What several DestinationRules of one host in one namespace come to: the subsets of all, of duplicates the first; the first traffic policy. */
export interface DestinationRule {
  readonly host: string;
  readonly namespace: string;
  /** The objects it was merged from, the first of them first. */
  readonly objects: readonly SourcedManifest[];
  readonly subsets: ReadonlyMap<string, Subset>;
  readonly trafficPolicy: unknown;
  /** The pods whose sidecars it holds for; undefined: all. */
  readonly workloadSelector: Labels | undefined;
  readonly exportTo: ExportTo;
  /** `exportTo` as written: rules that write it differently do not merge. */
  readonly stated: ReadonlySet<string>;
}

type ByHost = Map<string, DestinationRule[]>;
const NONE: ReadonlyMap<string, DestinationRule[]> = new Map();

export interface Client {
  readonly namespace: string;
  readonly labels: Labels;
}

/** Which DestinationRule a client uses for a host: one in its own namespace hides those of the host's and of the root namespace. */
export class DestinationRules {
  /** Every object, merged or not, with the rule it states. */
  readonly all: readonly DestinationRule[];
  private readonly own = new Map<string, ByHost>();
  private readonly exported = new Map<string, ByHost>();
  private readonly privateToRoot: ByHost = new Map();

  /** What Istio's webhook refuses is left out. */
  constructor(objects: ObjectIndex, drop: (dropped: Dropped) => void) {
    const taken = accepted(objects.ofKind('networking.istio.io', 'DestinationRule'), destinationRuleRefusalOf, drop);
    const sorted = taken.sort(byCreation).map(ruleOf);
    this.all = [...sorted.filter((rule) => rule.workloadSelector), ...sorted.filter((rule) => !rule.workloadSelector)];
    for (const rule of this.all) {
      if (isVisible(rule.exportTo, rule.namespace)) merge(tableOf(this.own, rule.namespace), rule);
      const isPrivate = rule.exportTo.size === 1 && rule.exportTo.has(rule.namespace);
      if (!isPrivate) merge(tableOf(this.exported, rule.namespace), rule);
      else if (rule.namespace === ROOT_NAMESPACE) merge(this.privateToRoot, rule);
    }
  }

  forHost(host: Host, client: Client): DestinationRule | undefined {
    const found = this.lookUp(host, client.namespace);
    let general: DestinationRule | undefined;
    for (const rule of found) {
      if (!rule.workloadSelector) general = rule;
      else if (rule.namespace === client.namespace && selects(rule.workloadSelector, client.labels)) return rule;
    }
    return general;
  }

  private lookUp({ hostname, namespace }: Host, client: string): readonly DestinationRule[] {
    const own = mostSpecific(hostname, (client === ROOT_NAMESPACE ? this.privateToRoot : this.own.get(client)) ?? NONE);
    if (own) return own;
    const [ofHost, ofRoot] = [namespace, ROOT_NAMESPACE].map((from) => this.exportedFrom(from, hostname, client));
    return ofHost && ofHost.length > 0 ? ofHost : (ofRoot ?? []);
  }

  private exportedFrom(namespace: string, hostname: string, client: string): DestinationRule[] {
    const found = mostSpecific(hostname, this.exported.get(namespace) ?? NONE) ?? [];
    return found.filter((rule) => isVisible(rule.exportTo, client));
  }
}

function ruleOf(object: SourcedManifest): DestinationRule {
  const spec = at(object.manifest, 'spec');
  const namespace = namespaceOf(object);
  const selector = has(spec, 'workloadSelector') ? labelsAt(spec, 'workloadSelector', 'matchLabels') : undefined;
  const subsets = new Map<string, Subset>();
  for (const subset of listAt(spec, 'subsets')) {
    const name = textAt(subset, 'name') ?? '';
    if (subsets.has(name)) continue;
    subsets.set(name, { name, labels: labelsAt(subset, 'labels'), trafficPolicy: at(subset, 'trafficPolicy'), object });
  }
  return {
    host: resolveHost(textAt(spec, 'host') ?? '', namespace),
    namespace,
    objects: [object],
    subsets,
    trafficPolicy: at(spec, 'trafficPolicy'),
    workloadSelector: selector,
    exportTo: selector ? new Set([namespace]) : exportToOf(spec, namespace, 'exportTo'),
    stated: new Set(selector ? ['.'] : textsAt(spec, 'exportTo')),
  };
}

function tableOf(tables: Map<string, ByHost>, namespace: string): ByHost {
  let table = tables.get(namespace);
  if (!table) {
    table = new Map();
    tables.set(namespace, table);
  }
  return table;
}

/** Rules merge when they hold for the same clients; others of the host stand beside each other. */
function merge(table: ByHost, rule: DestinationRule): void {
  const known = table.get(rule.host);
  const index =
    known?.findIndex((other) => sameSelector(other.workloadSelector, rule.workloadSelector) && covers(rule.stated, other.stated)) ?? -1;
  const first = known?.[index];
  if (!known) table.set(rule.host, [rule]);
  else if (first) known[index] = union(first, rule);
  else known.push(rule);
}

function union(first: DestinationRule, second: DestinationRule): DestinationRule {
  return {
    ...first,
    objects: [...first.objects, ...second.objects],
    subsets: new Map([...second.subsets, ...first.subsets]),
    trafficPolicy: first.trafficPolicy ?? second.trafficPolicy,
  };
}

function sameSelector(a: Labels | undefined, b: Labels | undefined): boolean {
  if (!a || !b) return a === b;
  return Object.keys(a).length === Object.keys(b).length && selects(a, b);
}

function covers(wider: ReadonlySet<string>, narrower: ReadonlySet<string>): boolean {
  if (narrower.size === 0) return wider.size === 0;
  return [...narrower].every((item) => wider.has(item));
}

import type { Field } from '../field';
import { DESTINATION_RULE, VIRTUAL_SERVICE } from '../kinds';
import type { Subject } from '../subject';
import { destinationRuleView } from './destination-rule';
import { type RolloutView, virtualServiceRef } from './rollout';
import { type DestinationView, type HttpRuleView, type VirtualServiceView, virtualServiceView } from './virtual-service';

/** A VirtualService that a Rollout rewrites, with the http rules it manages there. */
export interface ManagedVirtualService {
  /** The field of the Rollout that names it. */
  readonly field: Field;
  readonly view: VirtualServiceView;
  /** Rules by name; when none are named and there is one rule, that one. */
  readonly rules: readonly HttpRuleView[];
}

export function managedVirtualServices(rollout: RolloutView, subject: Subject): ManagedVirtualService[] {
  return rollout.virtualServices.flatMap((field) => {
    const { namespace, name } = virtualServiceRef(field, rollout.resource.id.namespace);
    const resource = subject.find(VIRTUAL_SERVICE, namespace, name);
    if (!resource) return [];
    const view = virtualServiceView(resource);
    const names = field.at('routes').texts;
    const rules =
      names.length > 0
        ? view.http.filter((rule) => rule.name !== undefined && names.includes(rule.name))
        : view.http.length === 1
          ? view.http
          : [];
    return [{ field, view, rules }];
  });
}

/** The subset names by which a Rollout tells canary and stable apart, if it works with subsets. */
export function managedSubsets({
  istio,
}: RolloutView): { readonly canary: string; readonly stable: string; readonly rule: Field } | undefined {
  const rule = istio.at('destinationRule');
  const canary = rule.at('canarySubsetName').text;
  const stable = rule.at('stableSubsetName').text;
  return rule.present && canary && stable ? { canary, stable, rule } : undefined;
}

/** The subsets that a Rollout names and its DestinationRule lacks: PD0401 speaks about them, and nothing else has to. */
export function undefinedSubsets(rollout: RolloutView, subject: Subject): readonly string[] {
  const subsets = managedSubsets(rollout);
  const rule = subsets && subject.find(DESTINATION_RULE, rollout.resource.id.namespace, subsets.rule.at('name').text ?? '');
  if (!subsets || !rule) return [];
  const defined = destinationRuleView(rule).subsets.map(({ name }) => name);
  return [subsets.canary, subsets.stable].filter((name) => !defined.includes(name));
}

export const destinationNamed = (routes: readonly DestinationView[], host: string): boolean =>
  routes.some((route) => route.host === host || route.host.startsWith(`${host}.`));

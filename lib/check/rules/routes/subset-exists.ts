import { DESTINATION_RULE } from '../../kinds';
import { similarName } from '../../relations/similar';
import type { Rule } from '../../rule';
import type { Subject } from '../../subject';
import type { DestinationRuleView } from '../../views/destination-rule';
import { managedSubsets, managedVirtualServices, undefinedSubsets } from '../../views/managed-routes';
import type { DestinationView, VirtualServiceView } from '../../views/virtual-service';

export const subsetExists: Rule = {
  code: 'PD0101',
  severity: 'error',
  title: 'A route names a subset that no DestinationRule defines',
  why: 'Envoy has no cluster for the subset: every request of that route, or its share of a split, is answered with 503.',
  fix: 'Name a subset that a DestinationRule for the host defines, or define it there.',
  links: ['https://istio.io/latest/docs/reference/config/networking/virtual-service/#Destination'],
  check(subject, report) {
    for (const view of subject.virtualServices) {
      const seen = new Set<string>();
      for (const destination of view.destinations) {
        const problem = destination.subset ? problemOf(destination, destination.subset, view, subject) : undefined;
        if (!problem || (problem.once && seen.has(problem.once))) continue;
        if (problem.once) seen.add(problem.once);
        report(view.resource, destination.field.at('subset'), problem.message, problem);
      }
    }
  },
};

function problemOf(destination: DestinationView, subset: string, view: VirtualServiceView, subject: Subject) {
  const { host } = destination;
  const rules = subject.destinationRulesFor(host, view.resource.id.namespace);
  if (rules.length === 0) return withoutRule(destination, view, subject);
  const names = rules.flatMap((rule) => rule.subsets.map(({ name }) => name));
  if (names.includes(subset) || explained(subset, rules, subject)) return undefined;
  const near = similarName(subset, names);
  const where = rules.map(({ resource }) => resource.id.name).join(', ');
  return {
    once: undefined,
    message: `The subset "${subset}" of the host ${host} is not defined: DestinationRule ${where} has ${names.join(', ') || 'none'}. Its requests get 503.`,
    fix: near ? `Write "${near}".` : `Add a subset "${subset}" to the DestinationRule, or route to one it has.`,
  };
}

/** A Rollout names the same subset of the same rule: PD0401 speaks about it. */
function explained(subset: string, rules: readonly DestinationRuleView[], subject: Subject): boolean {
  return subject.rollouts.some((rollout) => {
    const rule = managedSubsets(rollout)?.rule.at('name').text;
    const here = rules.some(({ resource }) => resource.id.name === rule && resource.id.namespace === rollout.resource.id.namespace);
    return here && undefinedSubsets(rollout, subject).includes(subset);
  });
}

/** No DestinationRule at all: a fault when the files hold the Service and its pods, else it may lie elsewhere. */
function withoutRule({ host, subset }: DestinationView, view: VirtualServiceView, subject: Subject) {
  const service = subject.serviceByHost(host, view.resource.id.namespace);
  if (namedByRollout(view, subject)) return undefined;
  if (service && meantElsewhere(service.resource.id.name, subject)) return undefined;
  const here = service?.selecting && subject.workloadsSelectedBy(service.selector, service.resource.id.namespace).length > 0;
  return {
    once: host,
    message: `The route names the subset "${subset}" of ${host}, and the files hold no DestinationRule for that host: without one its requests get 503.`,
    fix: `Add a DestinationRule for ${host} that defines the subset, or give the one that does with --context.`,
    severity: here ? ('warning' as const) : ('note' as const),
  };
}

/** A Rollout that manages the VirtualService names a DestinationRule that is not there: PD0401 says so. */
function namedByRollout(view: VirtualServiceView, subject: Subject): boolean {
  const managed = subject.once('routes of Rollouts whose DestinationRule is missing', () => {
    const without = subject.rollouts.filter((rollout) => {
      const name = managedSubsets(rollout)?.rule.at('name').text;
      return name !== undefined && !subject.find(DESTINATION_RULE, rollout.resource.id.namespace, name);
    });
    return new Set(without.flatMap((rollout) => managedVirtualServices(rollout, subject).map((each) => each.view.resource)));
  });
  return managed.has(view.resource);
}

/** A DestinationRule of another namespace with that short host is the fault (PD0108). */
function meantElsewhere(name: string, subject: Subject): boolean {
  const misplaced = subject.once('hosts of misplaced DestinationRules', () => {
    const rules = subject.destinationRules.filter(({ host, resource }) => subject.serviceByHost(host, resource.id.namespace) === undefined);
    return new Set(rules.map(({ host }) => host));
  });
  return misplaced.has(name);
}

import { describeId } from '../../../manifest/manifest';
import type { Rule } from '../../rule';
import type { Subject } from '../../subject';
import { destinationNamed, managedSubsets, managedVirtualServices, undefinedSubsets } from '../../views/managed-routes';
import type { RolloutView } from '../../views/rollout';
import type { DestinationView, HttpRuleView } from '../../views/virtual-service';

export const managedDestinations: Rule = {
  code: 'PD0413',
  severity: 'error',
  title: 'The route that a Rollout manages does not hold exactly its two versions',
  why: 'Without a destination for canary and one for stable the Rollout becomes InvalidSpec; other destinations of the route are deleted.',
  fix: 'Give the route one destination for the stable and one for the canary version.',
  links: ['https://argo-rollouts.readthedocs.io/en/stable/features/traffic-management/istio/'],
  check(subject, report) {
    for (const rollout of subject.rollouts) {
      const explained = undefinedSubsets(rollout, subject).length > 0;
      for (const { view, rules } of managedVirtualServices(rollout, subject)) {
        for (const rule of rules) {
          const problem = explained ? undefined : problemOf(rollout, rule);
          if (problem)
            report(view.resource, rule.field.at('route'), `${describeId(rollout.resource.id)} manages this rule, and ${problem}.`);
        }
      }
      checkServices(rollout, subject, report);
    }
  },
};

function problemOf(rollout: RolloutView, { routes }: HttpRuleView): string | undefined {
  const kept = keptBy(rollout);
  if (!kept) return undefined;
  const missing = kept.wanted.filter((wanted) => !routes.some((route) => kept.is(route, wanted)));
  if (missing.length > 0) return `it has no destination for ${missing.join(' and ')}: the Rollout becomes InvalidSpec`;
  const extra = routes.filter((route) => !kept.wanted.some((wanted) => kept.is(route, wanted)) && !kept.more.includes(route.subset ?? ''));
  return extra.length > 0
    ? `the controller deletes its destination ${extra.map(({ host, subset }) => (subset ? `${host} ${subset}` : host)).join(', ')}`
    : undefined;
}

function keptBy(rollout: RolloutView) {
  const subsets = managedSubsets(rollout);
  if (subsets)
    return {
      wanted: [subsets.canary, subsets.stable],
      is: (route: DestinationView, name: string) => route.subset === name,
      more: subsets.rule.at('additionalSubsetNames').texts,
    };
  const canary = rollout.canary.at('canaryService').text ?? rollout.canary.at('pingPong', 'pingService').text;
  const stable = rollout.canary.at('stableService').text ?? rollout.canary.at('pingPong', 'pongService').text;
  return canary && stable && canary !== stable
    ? {
        wanted: [canary, stable],
        is: (route: DestinationView, name: string) => destinationNamed([route], name),
        more: [] as readonly string[],
      }
    : undefined;
}

function checkServices(rollout: RolloutView, _subject: Subject, report: Parameters<Rule['check']>[1]): void {
  const { istio, canary, resource } = rollout;
  if (!istio.present || istio.at('destinationRule').present || canary.at('pingPong').present) return;
  for (const role of ['canaryService', 'stableService']) {
    if (!canary.at(role).text)
      report(resource, canary, `Istio splits between two Services here, and ${role} is not stated: the Rollout becomes InvalidSpec.`, {
        fix: `Name the ${role}, or split by subsets with istio.destinationRule.`,
      });
  }
}

import { describeId } from '../../../manifest/manifest';
import { DESTINATION_RULE } from '../../kinds';
import { similarName } from '../../relations/similar';
import type { Rule } from '../../rule';
import type { Subject } from '../../subject';
import { destinationRuleView } from '../../views/destination-rule';
import { managedSubsets, managedVirtualServices, undefinedSubsets } from '../../views/managed-routes';
import type { RolloutView } from '../../views/rollout';

export const extraSubsets: Rule = {
  code: 'PD0402',
  severity: 'error',
  title: 'A DestinationRule that a Rollout manages holds further subsets',
  why: 'The controller writes only its own two subsets back and drops the rest: routes to them get 503 as soon as the Rollout is reconciled.',
  fix: 'Put the other subsets into a DestinationRule of their own.',
  links: ['https://argo-rollouts.readthedocs.io/en/stable/features/traffic-management/istio/#subset-level-traffic-splitting'],
  check(subject, report) {
    for (const rollout of subject.rollouts) {
      const subsets = managedSubsets(rollout);
      const found = subsets && subject.find(DESTINATION_RULE, rollout.resource.id.namespace, subsets.rule.at('name').text ?? '');
      if (!subsets || !found) continue;
      const kept = [subsets.canary, subsets.stable];
      const meant = meantSubsets(rollout, subject);
      const extra = destinationRuleView(found).subsets.filter(({ name }) => !kept.includes(name) && !meant(name));
      if (extra.length === destinationRuleView(found).subsets.length) continue;
      for (const { name, field } of extra) {
        report(
          found,
          field.at('name'),
          `${describeId(rollout.resource.id)} manages this DestinationRule and knows only ${kept.join(' and ')}: it removes the subset "${name}".`,
        );
      }
    }
  },
};

/** While the Rollout names a subset that is not defined (PD0401), one that its route leads to, or of nearly that name, is the one that was meant. */
function meantSubsets(rollout: RolloutView, subject: Subject): (name: string) => boolean {
  const missing = undefinedSubsets(rollout, subject);
  if (missing.length === 0) return () => false;
  const routed = managedVirtualServices(rollout, subject).flatMap(({ rules }) => rules.flatMap(({ routes }) => routes));
  return (name) => routed.some(({ subset }) => subset === name) || similarName(name, missing) !== undefined;
}

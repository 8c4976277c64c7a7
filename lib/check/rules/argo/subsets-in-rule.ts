import { describeId } from '../../../manifest/manifest';
import { DESTINATION_RULE } from '../../kinds';
import { checkReference } from '../../relations/missing';
import type { Rule } from '../../rule';
import { destinationRuleView } from '../../views/destination-rule';
import { managedSubsets, managedVirtualServices } from '../../views/managed-routes';

export const subsetsInRule: Rule = {
  code: 'PD0401',
  severity: 'error',
  title: 'The subsets that a Rollout names are not those of its DestinationRule',
  why: 'The controller rewrites the subsets it knows and removes the others: the routes point to subsets that are gone, and requests get 503.',
  fix: 'Use the same names for the subsets in the Rollout, the DestinationRule and the VirtualService.',
  links: ['https://argo-rollouts.readthedocs.io/en/stable/features/traffic-management/istio/#subset-level-traffic-splitting'],
  check(subject, report) {
    for (const rollout of subject.rollouts) {
      const rule = rollout.istio.at('destinationRule');
      const name = rule.at('name').text;
      if (!name) continue;
      const subsets = managedSubsets(rollout);
      if (!subsets) {
        report(
          rollout.resource,
          rule,
          'destinationRule names no canarySubsetName and stableSubsetName: the controller cannot tell the versions apart.',
          { fix: 'State both names.' },
        );
        continue;
      }
      if (subsets.canary === subsets.stable)
        report(
          rollout.resource,
          rule.at('canarySubsetName'),
          `canarySubsetName and stableSubsetName are both "${subsets.canary}": they have to differ.`,
        );
      const to = { kind: DESTINATION_RULE, namespace: rollout.resource.id.namespace, name };
      const found = checkReference(subject, report, rollout.resource, rule.at('name'), to, {
        what: 'destinationRule',
        effect: 'the Rollout becomes InvalidSpec',
        expected: managedVirtualServices(rollout, subject).length > 0,
      });
      if (!found) continue;
      const names = destinationRuleView(found).subsets.map((subset) => subset.name);
      for (const key of ['canarySubsetName', 'stableSubsetName']) {
        const wanted = rule.at(key).text ?? '';
        if (!names.includes(wanted))
          report(
            rollout.resource,
            rule.at(key),
            `${key} is "${wanted}", and ${describeId(found.id)} has the subsets ${names.join(', ') || 'none'}: routes to it get 503.`,
          );
      }
    }
  },
};

import { describeId } from '../../../manifest/manifest';
import type { Rule } from '../../rule';
import { groupBy } from '../../subject';
import { type DestinationRuleView, isExportedTo } from '../../views/destination-rule';

export const subsetTwice: Rule = {
  code: 'PD0107',
  severity: 'warning',
  title: 'Two DestinationRules define one subset, or the policy, of one host',
  why: 'Istio merges DestinationRules of one host in one namespace: the first definition of a subset and the first traffic policy win, the others are dropped without a word.',
  fix: 'Keep one DestinationRule for a host, with all of its subsets.',
  links: ['https://istio.io/latest/docs/ops/best-practices/traffic-management/#multiple-destination-rules'],
  check(subject, report) {
    const plain = subject.destinationRules.filter((rule) => !rule.resource.spec.at('workloadSelector').present);
    for (const rules of groupBy(plain, (rule) => `${rule.resource.id.namespace} ${rule.hostKey}`).values()) {
      rules.forEach((rule, index) => {
        const earlier = rules
          .slice(0, index)
          .filter((other) => other.resource.id.name !== rule.resource.id.name && seenTogether(other, rule));
        for (const other of earlier) {
          const shared = rule.subsets.filter(({ name }) => other.subsets.some((subset) => subset.name === name));
          if (shared.length === 0) continue;
          const names = shared.map(({ name }) => `"${name}"`).join(', ');
          report(
            rule.resource,
            shared[0].field.at('name'),
            `The ${shared.length > 1 ? 'subsets' : 'subset'} ${names} of ${rule.host} ${shared.length > 1 ? 'are' : 'is'} defined in ${describeId(other.resource.id)} too: one of the two definitions, with its policy, is lost.`,
          );
        }
        const policy = rule.resource.spec.at('trafficPolicy');
        const other = policy.present ? earlier.find(({ resource }) => resource.spec.at('trafficPolicy').present) : undefined;
        if (other)
          report(
            rule.resource,
            policy,
            `${describeId(other.resource.id)} sets the traffic policy of ${rule.host} too: only one of the two takes effect.`,
          );
      });
    }
    for (const rule of plain) reportRepeats(rule, report);
  },
};

function seenTogether(a: DestinationRuleView, b: DestinationRuleView): boolean {
  return a.exportTo.includes('*') || b.exportTo.includes('*') || a.exportTo.some((namespace) => isExportedTo(b.exportTo, namespace));
}

function reportRepeats(rule: DestinationRuleView, report: Parameters<Rule['check']>[1]): void {
  const seen = new Set<string>();
  for (const { name, field } of rule.subsets) {
    if (seen.has(name))
      report(rule.resource, field.at('name'), `The subset "${name}" is defined twice in this DestinationRule: Istio refuses it.`, {
        severity: 'error',
      });
    seen.add(name);
  }
}

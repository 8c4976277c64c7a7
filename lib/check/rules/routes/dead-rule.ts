import { matchesOf } from '../../../model/istio/read-match';
import { isCatchAll } from '../../../simulate/requests/routes-of';
import type { Field } from '../../field';
import { fieldPathText } from '../../finding';
import { deadRules } from '../../relations/rule-order';
import type { Rule } from '../../rule';

export const deadRule: Rule = {
  code: 'PD0102',
  severity: 'error',
  title: 'A rule can never be reached, because an earlier one takes all of its requests',
  why: 'Istio takes the first rule that matches, in the order of the list. The later rule is dead: its version gets no request at all.',
  fix: 'Put the more specific rule first, and the one without a match (or with the prefix /) last.',
  links: ['https://istio.io/latest/docs/concepts/traffic-management/#routing-rule-precedence'],
  check(subject, report) {
    for (const view of subject.virtualServices) {
      for (const { rule, by } of deadRules(view, subject)) {
        const all = takesAll(by) ? 'which matches every request' : 'whose match covers all of its own';
        report(view.resource, rule, `The rule ${named(rule)} is never reached: it stands behind ${named(by)}, ${all}.`, {
          fix: `Move ${fieldPathText(rule.path)} before ${fieldPathText(by.path)}.`,
        });
      }
    }
  },
};

function named(rule: Field): string {
  const name = rule.at('name').text;
  return name ? `"${name}" (${fieldPathText(rule.path)})` : fieldPathText(rule.path);
}

function takesAll(rule: Field): boolean {
  const matches = matchesOf(rule.value, '', []);
  return matches.length === 0 || matches.some(isCatchAll);
}

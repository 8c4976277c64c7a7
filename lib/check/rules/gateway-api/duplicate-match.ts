import type { Field } from '../../field';
import { fieldPathText } from '../../finding';
import { HTTP_ROUTE } from '../../kinds';
import type { Rule } from '../../rule';

export const duplicateMatch: Rule = {
  code: 'PD1103',
  severity: 'error',
  title: 'A rule of an HTTPRoute has the same match as an earlier one',
  why: 'The Gateway API orders rules by how specific their match is; of two equal ones only the first is used. The later rule is dead.',
  fix: 'Merge the two rules, or make their matches differ.',
  links: ['https://gateway-api.sigs.k8s.io/reference/spec/#httprouterule'],
  check(subject, report) {
    for (const route of subject.ofKind(HTTP_ROUTE)) {
      const seen = new Map<string, Field>();
      for (const rule of route.spec.at('rules').items) {
        const keys = rule.at('matches').items.length > 0 ? rule.at('matches').items.map(canonical) : [canonical(rule.at('no match'))];
        const first = keys.map((key) => seen.get(key));
        const [earlier] = first;
        if (earlier && first.every((field) => field !== undefined))
          report(
            route,
            rule,
            `The rule ${fieldPathText(rule.path)} is never reached: ${fieldPathText(earlier.path)} has the same match and comes first.`,
          );
        for (const key of keys) if (!seen.has(key)) seen.set(key, rule);
      }
    }
  },
};

/** A match with its defaults, as a text; the order of headers and parameters says nothing. */
function canonical(match: Field): string {
  const sorted = (name: string): string[] =>
    match
      .at(name)
      .items.map((entry) => `${entry.at('type').text ?? 'Exact'} ${entry.at('name').text?.toLowerCase()} ${entry.at('value').text}`)
      .sort();
  const path = match.at('path');
  return JSON.stringify([
    path.at('type').text ?? 'PathPrefix',
    path.at('value').text ?? '/',
    match.at('method').text ?? '',
    sorted('headers'),
    sorted('queryParams'),
  ]);
}

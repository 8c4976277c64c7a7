import { regexProblem } from '../../grammar/regex';
import type { Rule } from '../../rule';
import { regexesOf } from '../../views/regexes';

export const regex: Rule = {
  code: 'PD0116',
  severity: 'error',
  title: 'A regular expression is none that RE2 knows',
  why: 'Istio refuses the VirtualService. Inside a Canary or Rollout the object is accepted, and the controller fails when it writes the route; behind the Gateway API the route is not accepted.',
  fix: 'Write it without look-around, back references and possessive quantifiers.',
  links: ['https://github.com/google/re2/wiki/Syntax'],
  check(subject, report) {
    for (const { resource, field } of regexesOf(subject)) {
      const problem = regexProblem(field.text ?? '');
      if (problem) report(resource, field, `RE2 refuses the regular expression \`${field.text}\`: ${problem}.`);
    }
  },
};

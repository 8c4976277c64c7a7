import type { Field } from '../../field';
import { isScalarQuery } from '../../grammar/promql';
import type { Rule } from '../../rule';
import { analysisSpecs } from '../../views/analysis';

export const vectorCondition: Rule = {
  code: 'PD0603',
  severity: 'error',
  title: 'A condition compares the whole result of a Prometheus query',
  why: 'Prometheus answers with a list of values. Comparing the list with a number is an error: after five of them the analysis ends and the release is aborted.',
  fix: 'Compare the first value: result[0].',
  links: ['https://argo-rollouts.readthedocs.io/en/stable/analysis/prometheus/'],
  check(subject, report) {
    for (const resource of analysisSpecs(subject)) {
      for (const metric of resource.spec.at('metrics').items) {
        const query = metric.at('provider', 'prometheus', 'query').text;
        if (query === undefined) continue;
        const scalar = isScalarQuery(query);
        for (const condition of [metric.at('successCondition'), metric.at('failureCondition')]) {
          const problem = problemOf(condition, scalar);
          if (problem) report(resource, condition, problem.message, { fix: problem.fix });
        }
      }
    }
  },
};

/** The list compared, reckoned with, or handed to a function that wants one number. */
const COMPARED = new RegExp(
  [
    '(?<![\\w.$])result\\s*(?:[<>]=?|[=!]=)(?!=)',
    '(?:[<>]=?|[=!]=|[-+*/])\\s*result(?![\\w[(.])',
    '(?<![\\w.$])result\\s*[-+*/]\\s*[\\d.(]',
    '(?:isNaN|isInf|asFloat|asInt|float|int|abs|ceil|floor|round)\\(\\s*result\\s*\\)',
    'default\\(\\s*result\\s*,[^()]*\\)\\s*(?:[<>]=?|[=!]=)',
  ].join('|'),
);
const INDEXED = /(?<![\w.$])result\s*\[/;

function problemOf(condition: Field, scalar: boolean): { message: string; fix: string } | undefined {
  const text = condition.text?.replace(/"[^"]*"|'[^']*'/g, '""');
  if (text === undefined) return undefined;
  if (scalar) {
    if (!INDEXED.test(text)) return undefined;
    return {
      message: `The query yields one number, and the condition \`${condition.text}\` takes an element of it: every measurement is an error.`,
      fix: 'Write result without an index.',
    };
  }
  if (!COMPARED.test(text.replace(/[!=]=\s*nil|nil\s*[!=]=/g, ''))) return undefined;
  return {
    message: `The condition \`${condition.text}\` compares a list of values with a number: every measurement is an error, and the release is aborted.`,
    fix: `Write ${condition.text?.replace(/(?<![\w.$])result(?![\w[(.])/g, 'result[0]')}.`,
  };
}

import { promqlProblem } from '../../grammar/promql';
import type { Rule } from '../../rule';
import { queriesOf } from '../../views/queries';

export const promql: Rule = {
  code: 'PD0605',
  severity: 'error',
  title: 'A query is no PromQL',
  why: 'Prometheus answers with an error. Flagger counts failed checks and rolls back; Argo Rollouts aborts after five errors; an alert never fires.',
  fix: 'Correct the query; `promtool` or the Prometheus page show what it yields.',
  links: ['https://prometheus.io/docs/prometheus/latest/querying/basics/'],
  check(subject, report) {
    for (const { resource, field, text } of queriesOf(subject)) {
      const problem = promqlProblem(text);
      if (problem) report(resource, field, `Prometheus refuses the query: ${problem}.`);
    }
  },
};

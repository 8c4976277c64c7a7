import { divides } from '../../grammar/promql';
import type { Rule } from '../../rule';
import { queriesOf } from '../../views/queries';

export const noData: Rule = {
  code: 'PD0606',
  severity: 'note',
  title: 'A query divides by a rate, and is NaN while there is no traffic',
  why: '0 / 0 is NaN, which fulfils no condition: without requests Flagger counts a failed check, and Argo Rollouts a failed measurement.',
  fix: 'Make sure of traffic during the analysis, or say what counts without it: `... or on() vector(1)`, `isNaN(result[0]) || ...`.',
  links: ['https://argo-rollouts.readthedocs.io/en/stable/features/analysis/#handling-metric-results'],
  check(subject, report) {
    for (const { resource, field, text, use } of queriesOf(subject)) {
      if (use === 'rule' || !divides(text) || /\bvector\s*\(|>\s*0|\bclamp_min\b|\bor\b/.test(text)) continue;
      const conditions = resource.spec
        .at('metrics')
        .items.some((metric) =>
          /isNaN|len\(result\)/.test(`${metric.at('successCondition').text ?? ''}${metric.at('failureCondition').text ?? ''}`),
        );
      if (!conditions)
        report(
          resource,
          field,
          'The query divides one rate by another: without requests in its window the result is NaN, and the check fails.',
        );
    }
  },
};

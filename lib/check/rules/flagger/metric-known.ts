import { METRIC_TEMPLATE } from '../../kinds';
import { checkReference } from '../../relations/missing';
import type { Rule } from '../../rule';
import { targetOf } from '../../views/canary-target';

const BUILT_IN = new Set(['request-success-rate', 'request-duration']);

export const metricKnown: Rule = {
  code: 'PD0309',
  severity: 'error',
  title: 'A metric of a Canary names a template that is not there, or has no query at all',
  why: 'Every check fails from the first on, and the rollout is rolled back.',
  fix: 'Name a MetricTemplate (with its namespace, when it lies in another), or use request-success-rate or request-duration.',
  links: ['https://docs.flagger.app/usage/metrics'],
  check(subject, report) {
    for (const canary of subject.canaries) {
      const { resource, analysis } = canary;
      for (const metric of analysis.at('metrics').items) {
        const reference = metric.at('templateRef');
        const name = reference.at('name').text;
        const metricName = metric.at('name').text ?? '';
        if (name) {
          const namespace = reference.at('namespace').text || resource.id.namespace;
          const what = `The metric "${metricName}"`;
          checkReference(
            subject,
            report,
            resource,
            reference.at('name'),
            { kind: METRIC_TEMPLATE, namespace, name },
            {
              what,
              effect: 'its checks fail and the rollout is rolled back',
              expected: namespace === resource.id.namespace && targetOf(canary, subject) !== undefined,
            },
          );
        } else if (!reference.present && !metric.at('query').present && !BUILT_IN.has(metricName)) {
          report(
            resource,
            metric.at('name'),
            `"${metricName}" is not built into Flagger and has neither templateRef nor query: its checks fail and the rollout is rolled back.`,
          );
        }
      }
    }
  },
};

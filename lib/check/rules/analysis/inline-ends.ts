import { describeId } from '../../../manifest/manifest';
import type { Rule } from '../../rule';
import { analysisUses, findTemplate, withNested } from '../../views/analysis';

export const inlineEnds: Rule = {
  code: 'PD0607',
  severity: 'error',
  title: 'An analysis in a step, or before or after promotion, never ends',
  why: 'A metric with an interval and no count is measured for ever. A step waits for its end, so the Rollout becomes InvalidSpec, from the first apply on.',
  fix: 'Give the metric a count, or run the analysis in the background (strategy.canary.analysis).',
  links: ['https://argo-rollouts.readthedocs.io/en/stable/features/analysis/#inline-analysis'],
  check(subject, report) {
    for (const { resource, templates, mustEnd } of analysisUses(subject)) {
      if (!mustEnd) continue;
      for (const { field, kind, name } of templates) {
        const found = findTemplate(subject, kind, name, resource.id.namespace);
        for (const template of found ? withNested(subject, found) : []) {
          const endless = template.spec
            .at('metrics')
            .items.find(
              (metric) =>
                metric.at('interval').present &&
                (!metric.at('count').present || metric.at('count').value === 0 || metric.at('count').value === '0') &&
                !metric.at('consecutiveSuccessLimit').present,
            );
          if (!endless) continue;
          report(
            resource,
            field,
            `The metric "${endless.at('name').text ?? ''}" of ${describeId(template.id)} has an interval and no count: the analysis never ends, and the Rollout becomes InvalidSpec.`,
          );
        }
      }
    }
  },
};

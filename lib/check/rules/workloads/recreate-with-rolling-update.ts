import { DEPLOYMENT } from '../../kinds';
import type { Rule } from '../../rule';

export const recreateWithRollingUpdate: Rule = {
  code: 'PD0207',
  severity: 'error',
  title: 'A Deployment is recreated and has settings of a rolling update',
  why: 'The API server refuses the Deployment.',
  fix: 'Remove rollingUpdate, or write `rollingUpdate: null` when a live Deployment is switched to Recreate.',
  links: ['https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#strategy'],
  check(subject, report) {
    for (const resource of subject.ofKind(DEPLOYMENT)) {
      const strategy = resource.spec.at('strategy');
      if (strategy.at('type').value === 'Recreate' && strategy.at('rollingUpdate').present) {
        report(resource, strategy.at('rollingUpdate'), 'The strategy is Recreate, and rollingUpdate is set: the API server refuses it.');
      }
    }
  },
};

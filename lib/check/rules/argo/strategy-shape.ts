import type { Rule } from '../../rule';

export const strategyShape: Rule = {
  code: 'PD0412',
  severity: 'error',
  title: 'A Rollout lacks something without which it cannot run',
  why: 'The Rollout becomes InvalidSpec: no pods are made.',
  fix: 'State a selector, a template (or workloadRef) and exactly one strategy.',
  links: ['https://argo-rollouts.readthedocs.io/en/stable/features/specification/'],
  check(subject, report) {
    for (const { resource, canary, blueGreen } of subject.rollouts) {
      const { spec } = resource;
      const referenced = spec.at('workloadRef').present;
      if (!spec.present) {
        report(resource, undefined, 'The Rollout has no spec: it becomes InvalidSpec.');
        continue;
      }
      if (!spec.at('selector').present && !referenced)
        report(resource, spec, 'The Rollout has no selector: it becomes InvalidSpec.', { fix: 'Add spec.selector.matchLabels.' });
      if (!spec.at('template').present && !referenced)
        report(resource, spec, 'The Rollout has neither a template nor a workloadRef: it becomes InvalidSpec.');
      const both = canary.value !== undefined && blueGreen.value !== undefined;
      if (both)
        report(
          resource,
          spec.at('strategy', 'blueGreen'),
          'The strategy is canary and blueGreen at once: the Rollout becomes InvalidSpec.',
          { fix: 'Keep one of them.' },
        );
      if (canary.value === undefined && blueGreen.value === undefined)
        report(resource, spec.at('strategy'), 'The strategy is neither canary nor blueGreen: the Rollout becomes InvalidSpec.', {
          fix: 'Add strategy.canary (which may be {}) or strategy.blueGreen.',
        });
      if (blueGreen.present && !blueGreen.at('activeService').text)
        report(resource, blueGreen, 'blueGreen has no activeService: the Rollout becomes InvalidSpec.', {
          fix: 'Name the Service that users call.',
        });
      const deadline = spec.at('progressDeadlineSeconds').number ?? 600;
      const ready = spec.at('minReadySeconds').number ?? 0;
      if (ready > 0 && deadline <= ready)
        report(
          resource,
          spec.at('minReadySeconds'),
          `minReadySeconds ${ready} is not below progressDeadlineSeconds ${deadline}: the Rollout becomes InvalidSpec.`,
        );
    }
  },
};

import type { Rule } from '../../rule';

export const headerRouteWeight: Rule = {
  code: 'PD0414',
  severity: 'warning',
  title: 'A header or mirror route is set while the canary has no pods',
  why: 'At weight 0 there is no canary pod, so the controller writes no route, and does not come back to it when the weight rises: testers get the old version.',
  fix: 'Put a setCanaryScale step (for example replicas: 1) before it.',
  links: [
    'https://argo-rollouts.readthedocs.io/en/stable/features/traffic-management/#traffic-routing-based-on-a-header-values-for-canary',
  ],
  check(subject, report) {
    for (const { resource, steps } of subject.rollouts) {
      let weight = 0;
      let scaled = false;
      for (const step of steps) {
        weight = step.at('setWeight').number ?? weight;
        const scale = step.at('setCanaryScale');
        if (scale.present) scaled = (scale.at('replicas').number ?? scale.at('weight').number ?? 0) > 0;
        for (const action of ['setHeaderRoute', 'setMirrorRoute']) {
          if (step.at(action, 'match').items.length > 0 && weight === 0 && !scaled)
            report(
              resource,
              step.at(action),
              `${action} comes while the canary's weight is 0 and no setCanaryScale has given it pods: the route is never written.`,
            );
        }
      }
    }
  },
};

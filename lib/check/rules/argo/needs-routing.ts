import type { Rule } from '../../rule';

const EXPERIMENT_ROUTERS = ['smi', 'alb', 'istio', 'plugins'];
const HEADER_ROUTERS = ['istio', 'alb', 'apisix', 'plugins'];

export const needsRouting: Rule = {
  code: 'PD0415',
  severity: 'error',
  title: 'A Rollout uses what only a traffic router can do, without one that can',
  why: 'The Rollout becomes InvalidSpec: no release begins.',
  fix: 'Add strategy.canary.trafficRouting with a router that can do it, or remove the setting.',
  links: ['https://argo-rollouts.readthedocs.io/en/stable/features/traffic-management/'],
  check(subject, report) {
    for (const { resource, canary, steps, trafficRouting } of subject.rollouts) {
      const routers = trafficRouting.keys.filter((key) => trafficRouting.at(key).present);
      const can = (names: readonly string[]): boolean => routers.some((router) => names.includes(router));
      for (const step of steps) {
        if (step.at('setCanaryScale').present && routers.length === 0)
          report(resource, step.at('setCanaryScale'), 'setCanaryScale needs trafficRouting: the Rollout becomes InvalidSpec.');
        for (const action of ['setHeaderRoute', 'setMirrorRoute']) {
          if (step.at(action).present && !can(HEADER_ROUTERS))
            report(
              resource,
              step.at(action),
              `${action} needs Istio, ALB, APISIX or a plugin as traffic router: the Rollout becomes InvalidSpec.`,
            );
        }
        for (const template of step.at('experiment', 'templates').items) {
          if (template.at('weight').present && !can(EXPERIMENT_ROUTERS))
            report(
              resource,
              template.at('weight'),
              'The weight of an experiment needs SMI, ALB, Istio or a plugin as traffic router: the Rollout becomes InvalidSpec.',
            );
        }
      }
      if (canary.at('dynamicStableScale').value === true && routers.length === 0)
        report(resource, canary.at('dynamicStableScale'), 'dynamicStableScale needs trafficRouting: the Rollout becomes InvalidSpec.');
      if (canary.at('dynamicStableScale').value === true && canary.at('scaleDownDelaySeconds').present)
        report(
          resource,
          canary.at('scaleDownDelaySeconds'),
          'scaleDownDelaySeconds and dynamicStableScale exclude each other: the Rollout becomes InvalidSpec.',
        );
      if (trafficRouting.at('maxTrafficWeight').present && !can(['nginx', 'plugins']))
        report(
          resource,
          trafficRouting.at('maxTrafficWeight'),
          'maxTrafficWeight is for NGINX and plugins only: the Rollout becomes InvalidSpec.',
        );
    }
  },
};

import { describeId } from '../../../manifest/manifest';
import type { Rule } from '../../rule';
import { managedVirtualServices } from '../../views/managed-routes';

export const routesLeftOut: Rule = {
  code: 'PD0404',
  severity: 'error',
  title: 'A Rollout does not say which of several routes it manages',
  why: 'Only with a single http rule may the routes be left out; with more, the Rollout becomes InvalidSpec.',
  fix: 'Name the rule, and list its name in routes.',
  links: ['https://argo-rollouts.readthedocs.io/en/stable/features/traffic-management/istio/#multiple-http-routes'],
  check(subject, report) {
    for (const rollout of subject.rollouts) {
      for (const { field, view } of managedVirtualServices(rollout, subject)) {
        const others = ['tcpRoutes', 'tlsRoutes'].some((name) => field.at(name).items.length > 0);
        if (field.at('routes').items.length > 0 || others || view.http.length < 2) continue;
        report(
          rollout.resource,
          field,
          `routes is left out, and ${describeId(view.resource.id)} has ${view.http.length} http rules: the Rollout becomes InvalidSpec.`,
        );
      }
    }
  },
};

import { describeId } from '../../../manifest/manifest';
import { similarName } from '../../relations/similar';
import type { Rule } from '../../rule';
import { managedVirtualServices } from '../../views/managed-routes';

export const routeExists: Rule = {
  code: 'PD0403',
  severity: 'error',
  title: 'A Rollout names a route that its VirtualService does not have',
  why: 'The controller finds nothing to put weights on: the Rollout becomes Degraded and no request reaches the canary.',
  fix: 'Name the http rule in the VirtualService as the Rollout does.',
  links: ['https://argo-rollouts.readthedocs.io/en/stable/features/traffic-management/istio/#host-level-traffic-splitting'],
  check(subject, report) {
    for (const rollout of subject.rollouts) {
      for (const { field, view } of managedVirtualServices(rollout, subject)) {
        for (const route of field.at('tcpRoutes').items) {
          const port = route.at('port').number;
          const rules = view.resource.spec.at('tcp').items;
          const found = rules.some(
            (rule) =>
              port === undefined ||
              rule.at('match').items.length === 0 ||
              rule.at('match').items.some((match) => match.at('port').number === port),
          );
          if (!found)
            report(
              rollout.resource,
              route,
              `${describeId(view.resource.id)} has no tcp rule for the port ${port ?? ''}: the Rollout becomes Degraded.`,
            );
        }
        const names = view.http.flatMap(({ name }) => (name ? [name] : []));
        for (const route of field.at('routes').items) {
          if (route.text === undefined || names.includes(route.text)) continue;
          const near = similarName(route.text, names);
          report(
            rollout.resource,
            route,
            `${describeId(view.resource.id)} has no http rule named "${route.text}" (it has ${names.join(', ') || 'none with a name'}): the Rollout becomes Degraded.`,
            {
              fix: near ? `Write "${near}".` : `Name the http rule "${route.text}".`,
            },
          );
        }
      }
    }
  },
};

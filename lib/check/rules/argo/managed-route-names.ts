import { describeId } from '../../../manifest/manifest';
import type { Rule } from '../../rule';
import { managedVirtualServices } from '../../views/managed-routes';

export const managedRouteNames: Rule = {
  code: 'PD0410',
  severity: 'error',
  title: 'A header or mirror step uses a route that is not among the managed routes',
  why: 'The Rollout becomes InvalidSpec. A hand-written route that is listed as a managed one is deleted at the end of the release.',
  fix: 'List the name in trafficRouting.managedRoutes, and use it for nothing else.',
  links: [
    'https://argo-rollouts.readthedocs.io/en/stable/features/traffic-management/#traffic-routing-with-managed-routes-and-route-precedence',
  ],
  check(subject, report) {
    for (const rollout of subject.rollouts) {
      const { resource, steps, trafficRouting } = rollout;
      const managed = trafficRouting.at('managedRoutes').items.map((route) => route.at('name'));
      const names = managed.map(({ text }) => text);
      for (const step of steps) {
        for (const action of ['setHeaderRoute', 'setMirrorRoute']) {
          const name = step.at(action, 'name');
          if (!step.at(action).present || (name.text !== undefined && names.includes(name.text))) continue;
          const has = names.length > 0 ? `lists ${names.join(', ')}` : 'is not there';
          report(
            resource,
            name.present ? name : step.at(action),
            `${action} uses the route "${name.text ?? ''}", and trafficRouting.managedRoutes ${has}: the Rollout becomes InvalidSpec.`,
          );
        }
      }
      for (const { view } of managedVirtualServices(rollout, subject)) {
        const own = managed.find(({ text }) => view.http.some((rule) => rule.name === text));
        if (own)
          report(
            resource,
            own,
            `The managed route "${own.text}" is a rule of ${describeId(view.resource.id)}: the controller deletes it at the end of the release.`,
            { fix: 'Give the managed route another name.' },
          );
      }
    }
  },
};

import type { Field } from '../../field';
import { DEPLOYMENT, DESTINATION_RULE, HTTP_ROUTE, INGRESS, SERVICE, VIRTUAL_SERVICE } from '../../kinds';
import { checkReference } from '../../relations/missing';
import type { Rule } from '../../rule';
import { managedVirtualServices } from '../../views/managed-routes';
import { virtualServiceRef } from '../../views/rollout';

export const rolloutReferences: Rule = {
  code: 'PD0407',
  severity: 'error',
  title: 'A Rollout names a Service, VirtualService or workload that is not there',
  why: 'The Rollout becomes InvalidSpec: no pods are made and no release begins.',
  fix: 'Name objects that exist.',
  links: ['https://argo-rollouts.readthedocs.io/en/stable/features/specification/'],
  check(subject, report) {
    for (const rollout of subject.rollouts) {
      const { resource } = rollout;
      const { namespace } = resource.id;
      const effect = 'the Rollout becomes InvalidSpec';
      const some = rollout.services.some(({ field }) => subject.find(SERVICE, namespace, field.text ?? ''));
      const managed = managedVirtualServices(rollout, subject).length > 0;
      for (const { role, field } of rollout.services) {
        checkReference(
          subject,
          report,
          resource,
          field,
          { kind: SERVICE, namespace, name: field.text ?? '' },
          { what: role, effect, expected: some || managed },
        );
      }
      const rule = rollout.istio.at('destinationRule', 'name').text;
      const routed =
        subject.inNamespace(VIRTUAL_SERVICE, namespace).length > 0 ||
        (rule !== undefined && subject.find(DESTINATION_RULE, namespace, rule) !== undefined);
      for (const field of rollout.virtualServices) {
        const to = { kind: VIRTUAL_SERVICE, ...virtualServiceRef(field, namespace) };
        if (to.name)
          checkReference(subject, report, resource, field.at('name'), to, {
            what: 'virtualService',
            effect,
            expected: routed || (some && to.namespace === namespace),
          });
      }
      for (const field of [rollout.trafficRouting.at('nginx', 'stableIngress'), rollout.trafficRouting.at('alb', 'ingress')]) {
        if (field.text)
          checkReference(
            subject,
            report,
            resource,
            field,
            { kind: INGRESS, namespace, name: field.text },
            { what: `${field.path.at(-1)}`, effect, expected: some },
          );
      }
      for (const { field, to } of pluginRoutes(rollout.trafficRouting, namespace))
        checkReference(
          subject,
          report,
          resource,
          field,
          { kind: HTTP_ROUTE, namespace: to, name: field.text ?? '' },
          { what: 'httpRoute', effect: 'no weight is ever set, and the release fails', expected: some },
        );
      const reference = resource.spec.at('workloadRef');
      const name = reference.at('name').text;
      if (reference.at('kind').text === 'Deployment' && name)
        checkReference(
          subject,
          report,
          resource,
          reference.at('name'),
          { kind: DEPLOYMENT, namespace, name },
          { what: 'workloadRef', effect, expected: some },
        );
    }
  },
};

/** The HTTPRoutes that the plugin for the Gateway API is to rewrite. */
function pluginRoutes(trafficRouting: Field, own: string): { readonly field: Field; readonly to: string }[] {
  const plugin = trafficRouting.at('plugins', 'argoproj-labs/gatewayAPI');
  const to = plugin.at('namespace').text ?? own;
  const named = [plugin.at('httpRoute'), ...plugin.at('httpRoutes').items.map((route) => route.at('name'))];
  return named.filter(({ text }) => text).map((field) => ({ field, to }));
}

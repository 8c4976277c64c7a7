import type { Field } from '../../field';
import { SERVICE } from '../../kinds';
import { halfQualified } from '../../relations/hosts';
import type { Resource } from '../../resource';
import type { Reporter, Rule } from '../../rule';
import type { Subject } from '../../subject';

export const shortHostElsewhere: Rule = {
  code: 'PD0108',
  severity: 'error',
  title: 'A short host name is meant for a Service of another namespace',
  why: 'Istio reads a host without a dot in the namespace of the rule, and takes `name.namespace` for an outside name. The rule is for a Service that is not there: it has no effect, or its requests get 503.',
  fix: 'Write the fully qualified name: NAME.NAMESPACE.svc.cluster.local.',
  links: [
    'https://istio.io/latest/docs/reference/config/networking/virtual-service/#Destination',
    'https://istio.io/latest/docs/reference/config/networking/destination-rule/',
  ],
  check(subject, report) {
    for (const view of subject.virtualServices) {
      const meshHosts = view.onMesh ? view.hosts : [];
      const seen = new Set<unknown>();
      for (const field of [...meshHosts, ...view.destinations.map((destination) => destination.field.at('host'))]) {
        if (!seen.has(field.value)) checkHost(view.resource, field, subject, report);
        seen.add(field.value);
      }
    }
    for (const rule of subject.destinationRules) checkHost(rule.resource, rule.resource.spec.at('host'), subject, report);
  },
};

function checkHost(resource: Resource, field: Field, subject: Subject, report: Reporter): void {
  const host = field.text ?? '';
  const here = resource.id.namespace;
  const half = halfQualified(host);
  if (half && subject.find(SERVICE, half.namespace, half.name)?.id.namespace === half.namespace) {
    report(
      resource,
      field,
      `The host ${host} means no Service to Istio: it takes only ${half.name}.${half.namespace}.svc.cluster.local for the Service ${half.namespace}/${half.name}.`,
      {
        fix: `Write ${half.name}.${half.namespace}.svc.cluster.local.`,
      },
    );
    return;
  }
  if (host === '' || host.includes('.') || host.includes('*') || subject.find(SERVICE, here, host)) return;
  const target = subject.services.find((service) => service.resource.id.name === host && service.resource.id.namespace !== here)?.resource
    .id;
  if (!target || here === '' || target.namespace === '') return;
  report(
    resource,
    field,
    `The host ${host} is read as ${host}.${here}.svc.cluster.local, where no Service is; the Service of that name is in the namespace ${target.namespace}. The rule does not apply to it.`,
    {
      fix: `Write ${host}.${target.namespace}.svc.cluster.local, or put the rule into the namespace ${target.namespace}.`,
    },
  );
}

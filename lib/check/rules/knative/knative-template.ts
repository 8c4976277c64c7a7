import { KNATIVE_SERVICE } from '../../kinds';
import type { Rule } from '../../rule';

export const knativeTemplate: Rule = {
  code: 'PD1202',
  severity: 'error',
  title: 'The template of a Knative Service has what Knative does not take',
  why: 'The webhook refuses the Service, or the setting has no effect.',
  fix: 'State one container port, and put autoscaling annotations on the template.',
  links: ['https://knative.dev/docs/serving/autoscaling/', 'https://knative.dev/docs/serving/services/configure-probing/'],
  check(subject, report) {
    for (const resource of subject.ofKind(KNATIVE_SERVICE)) {
      const annotations = resource.root.at('metadata', 'annotations');
      for (const [key, field] of annotations.entries) {
        if (key.startsWith('autoscaling.knative.dev/'))
          report(resource, field, `The annotation ${key} has no effect on the Service: it belongs on spec.template.metadata.`, {
            severity: 'warning',
            fix: 'Move it to spec.template.metadata.annotations.',
          });
      }
      const template = resource.spec.at('template');
      const ports = template.at('spec', 'containers').items.flatMap((container) => container.at('ports').items);
      if (ports.length > 1)
        report(resource, template.at('spec', 'containers'), `The containers state ${ports.length} ports: Knative takes exactly one.`);
      for (const port of ports) {
        const name = port.at('name').text;
        if (name !== undefined && !['', 'h2c', 'http1'].includes(name))
          report(resource, port.at('name'), `The port is named "${name}": Knative takes h2c and http1.`, { fix: 'Remove the name.' });
      }
      const revision = template.at('metadata', 'name').text;
      if (revision && resource.id.name && !revision.startsWith(`${resource.id.name}-`))
        report(
          resource,
          template.at('metadata', 'name'),
          `The revision's name "${revision}" has to begin with "${resource.id.name}-": Knative refuses it.`,
        );
    }
  },
};

import { SERVICE } from '../../kinds';
import { serviceHost } from '../../relations/hosts';
import { labelsText } from '../../relations/selectors';
import type { Rule } from '../../rule';
import type { Subject } from '../../subject';
import { rolloutServices } from '../../views/rollout-services';
import type { ServiceView } from '../../views/service';
import { type Split, splitsOf } from '../../views/splits';

export const samePodsTwice: Rule = {
  code: 'PD0212',
  severity: 'warning',
  title: 'Two Services of a split select the same pods',
  why: 'Whatever the weights say, both shares reach the same pods: the new version is not tried, or not apart from the old one.',
  fix: 'Let each Service select the label of its own version.',
  links: ['https://gateway-api.sigs.k8s.io/guides/traffic-splitting/'],
  check(subject, report) {
    const managed = rolloutServices(subject);
    for (const split of splitsOf(subject)) {
      const seen = new Map<string, ServiceView>();
      for (const service of servicesOf(split, subject)) {
        const { namespace, name } = service.resource.id;
        if (!service.selecting || managed.has(`${namespace}/${name}`)) continue;
        const key = `${namespace} ${labelsText(sorted(service.selector))}`;
        const other = seen.get(key);
        if (other && other !== service) {
          report(
            service.resource,
            service.selectorField,
            `The Services ${other.resource.id.name} and ${name} share the requests of ${split.resource.id.kind} ${split.resource.id.name}, and both select ${labelsText(service.selector)}: both shares reach the same pods.`,
          );
        }
        seen.set(key, service);
      }
    }
  },
};

function servicesOf({ resource, entries, unset }: Split, subject: Subject): ServiceView[] {
  const { namespace } = resource.id;
  return entries.flatMap((entry) => {
    const host = entry.at('destination', 'host').text;
    const named =
      unset === 0
        ? serviceHost(host ?? '', namespace)
        : { name: entry.at('name').text ?? '', namespace: entry.at('namespace').text ?? namespace };
    const subset = entry.at('destination', 'subset').present;
    const found = named && !subset && subject.find(SERVICE, named.namespace, named.name);
    const service = found && subject.serviceOf(found);
    return service ? [service] : [];
  });
}

const sorted = (labels: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1)));

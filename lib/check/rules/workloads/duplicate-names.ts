import type { Field } from '../../field';
import type { Rule } from '../../rule';

export const duplicateNames: Rule = {
  code: 'PD0209',
  severity: 'error',
  title: 'Two containers, ports, volumes or variables of one pod have the same name',
  why: 'The API server refuses two containers, volumes or ports of one name; of two environment variables of one name only the last counts.',
  fix: 'Give each a name of its own.',
  links: ['https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/'],
  check(subject, report) {
    for (const { resource, templateOwner, podSpec } of subject.workloads) {
      if (templateOwner !== resource) continue;
      const containers = [...podSpec.at('initContainers').items, ...podSpec.at('containers').items];
      const say = (what: string, severity: 'error' | 'warning') => (field: Field) =>
        report(resource, field, `There are two ${what} named "${field.text}".`, { severity });
      repeated(containers).forEach(say('containers', 'error'));
      repeated(podSpec.at('volumes').items).forEach(say('volumes', 'error'));
      for (const container of containers) {
        repeated(container.at('ports').items).forEach(say('ports', 'error'));
        repeated(container.at('env').items).forEach(say('environment variables', 'warning'));
      }
    }
    for (const { resource } of subject.services) {
      for (const field of repeated(resource.spec.at('ports').items)) report(resource, field, `There are two ports named "${field.text}".`);
    }
  },
};

function repeated(items: readonly Field[]): Field[] {
  const seen = new Set<string>();
  return items
    .map((item) => item.at('name'))
    .filter(({ text }) => {
      if (text === undefined) return false;
      const again = seen.has(text);
      seen.add(text);
      return again;
    });
}

import type { Field } from '../../field';
import type { Rule } from '../../rule';

export const fileMode: Rule = {
  code: 'PD0807',
  severity: 'warning',
  title: 'A file mode looks octal and is decimal',
  why: 'The number is read as decimal unless it begins with 0: 644 is the mode 1204, so files are unreadable or the API server refuses the object.',
  fix: 'Write 0644 in YAML, or 420 in JSON.',
  links: ['https://kubernetes.io/docs/concepts/storage/volumes/#configmap'],
  check(subject, report) {
    for (const { resource, templateOwner, podSpec } of subject.workloads) {
      if (templateOwner !== resource) continue;
      for (const volume of podSpec.at('volumes').items) {
        for (const source of ['configMap', 'secret', 'projected', 'downwardAPI']) {
          const modes: Field[] = [volume.at(source, 'defaultMode'), ...volume.at(source, 'items').items.map((item) => item.at('mode'))];
          for (const mode of modes) {
            const value = mode.number;
            if (value === undefined) continue;
            if (value > 511 || value < 0)
              report(resource, mode, `The mode ${value} is above 511 (octal 0777): the API server refuses it.`, { severity: 'error' });
            else if ([400, 440, 444, 500].includes(value))
              report(resource, mode, `The mode ${value} is octal ${value.toString(8)}: probably 0${value} was meant.`, {
                fix: `Write 0${value}.`,
              });
          }
        }
      }
    }
  },
};

import type { Field } from '../../field';
import { isObject } from '../../field';
import type { Rule } from '../../rule';
import { labelMaps } from '../../views/label-maps';

export const textValues: Rule = {
  code: 'PD0802',
  severity: 'error',
  title: 'A label, annotation or environment variable is a number or a boolean instead of text',
  why: 'YAML reads `2`, `true`, `on`, `yes` and `1e3` as something else than text, and the API server refuses the object. Inside the template of a custom resource the controller fails later.',
  fix: 'Put the value in quotes.',
  links: ['https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/', 'https://yaml.org/type/bool.html'],
  check(subject, report) {
    for (const { resource, field, values } of labelMaps(subject)) {
      if (isObject(field.value) && Object.values(field.value).every((value) => typeof value === 'string')) continue;
      for (const [key, value] of field.entries) {
        if (isText(value)) continue;
        report(
          resource,
          value,
          `The ${values ? 'label' : 'annotation'} ${key} is ${described(value.value)}, not text: the object is refused.`,
          { fix: quoted(value.value) },
        );
      }
    }
    for (const { resource, templateOwner, podSpec } of subject.workloads) {
      if (templateOwner !== resource) continue;
      for (const container of [...podSpec.at('initContainers').items, ...podSpec.at('containers').items]) {
        for (const variable of container.at('env').items) {
          const value = variable.at('value');
          if (isText(value)) continue;
          report(
            resource,
            value,
            `The environment variable ${variable.at('name').text ?? ''} is ${typeOf(value.value)}, not text: the object is refused.`,
          );
        }
      }
    }
  },
};

const isText = ({ value }: Field): boolean => value === undefined || value === null || typeof value === 'string';

function described(value: unknown): string {
  if (typeof value === 'boolean') return `the boolean ${value} (YAML reads yes, no, on, off, true and false so)`;
  if (typeof value === 'number') return `the number ${value}`;
  return isObject(value) ? 'an object' : 'a list';
}

/** Values of variables may be secrets: they are not shown. */
const typeOf = (value: unknown): string => (typeof value === 'object' ? 'an object or list' : `a ${typeof value}`);

const quoted = (value: unknown): string => (typeof value === 'object' ? 'Write text.' : `Put it in quotes: "${value}".`);

import { type Field, isObject } from '../../field';
import { labelKeyProblem, labelValueProblem, suggestLabelValue } from '../../grammar/labels';
import type { Rule } from '../../rule';
import { labelMaps } from '../../views/label-maps';

export const labelSyntax: Rule = {
  code: 'PD0801',
  severity: 'error',
  title: 'A label or selector holds a key or value that Kubernetes does not take',
  why: 'The API server refuses the object. In the template of a Rollout or another custom resource it is accepted, and the controller fails when it makes the pods.',
  fix: 'Write at most 63 letters, digits, "-", "_" and ".", beginning and ending with a letter or digit.',
  links: ['https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#syntax-and-character-set'],
  check(subject, report) {
    for (const { resource, field, values } of labelMaps(subject)) {
      if (isPlain(field.value, values)) continue;
      for (const [key, value] of field.entries) {
        const keyProblem = labelKeyProblem(key);
        if (keyProblem)
          report(resource, value, `The ${values ? 'label' : 'annotation'} key "${key}" ${keyProblem}.`, { fix: 'Rename the key.' });
        const problem = values ? valueProblem(value) : undefined;
        if (problem)
          report(resource, value, `The value "${value.text}" of the label ${key} ${problem}.`, {
            fix: `Write "${suggestLabelValue(value.text ?? '')}".`,
          });
      }
    }
  },
};

const valueProblem = ({ text }: Field): string | undefined => (text === undefined ? undefined : labelValueProblem(text));

/** Nearly all maps are: they are passed over before anything is made of them. */
function isPlain(map: unknown, values: boolean): boolean {
  if (!isObject(map)) return true;
  return Object.entries(map).every(
    ([key, value]) =>
      labelKeyProblem(key) === undefined && (!values || typeof value !== 'string' || labelValueProblem(value) === undefined),
  );
}

import { isUnsafe, unsafeCharacter } from '../../grammar/unsafe-text';
import type { Rule } from '../../rule';
import { suspectTexts } from '../../views/suspect-texts';

export const unsafeText: Rule = {
  code: 'PD0805',
  severity: 'warning',
  title: 'A text holds characters that tools on the way to the cluster change or refuse',
  why: 'kustomize turns some control characters into spaces and fails on others, and the API server refuses NUL: what arrives is not what is written.',
  fix: 'Remove the control characters, or carry the data base64-encoded in binaryData.',
  links: ['https://yaml.org/spec/1.2.2/#51-character-set'],
  check(subject, report) {
    for (const { resource, field, text } of suspectTexts(subject)) {
      if (isUnsafe(text))
        report(resource, field, `The text holds the character ${unsafeCharacter(text)}, which does not survive YAML tools.`);
    }
  },
};

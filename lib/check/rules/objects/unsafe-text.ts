import type { Field } from '../../field';
import { isObject } from '../../field';
import type { Rule } from '../../rule';

export const unsafeText: Rule = {
  code: 'PD0805',
  severity: 'warning',
  title: 'A text holds characters that tools on the way to the cluster change or refuse',
  why: 'kustomize turns some control characters into spaces and fails on others, and the API server refuses NUL: what arrives is not what is written.',
  fix: 'Remove the control characters, or carry the data base64-encoded in binaryData.',
  links: ['https://yaml.org/spec/1.2.2/#51-character-set'],
  check(subject, report) {
    for (const resource of subject.resources) {
      walk(resource.root, (field, text) => {
        if (UNSAFE.test(text))
          report(resource, field, `The text holds the character ${codePoint(text)}, which does not survive YAML tools.`);
      });
    }
  },
};

// NUL and other controls but tab and line ends, DEL and C1, lone surrogates, U+FFFE and U+FFFF.
const UNSAFE = new RegExp(
  '[\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f\\ufffe\\uffff]|[\\ud800-\\udbff](?![\\udc00-\\udfff])|(?<![\\ud800-\\udbff])[\\udc00-\\udfff]',
);

function codePoint(text: string): string {
  const found = UNSAFE.exec(text);
  return `U+${(found?.[0].charCodeAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

function walk(root: Field, visit: (field: Field, text: string) => void): void {
  const scan = (value: unknown, field: () => Field): void => {
    if (typeof value === 'string') {
      if (UNSAFE.test(value)) visit(field(), value);
    } else if (Array.isArray(value)) {
      value.forEach((item, index) => {
        scan(item, () => field().at(index));
      });
    } else if (isObject(value)) {
      for (const [name, item] of Object.entries(value)) scan(item, () => field().at(name));
    }
  };
  scan(root.value, () => root);
}

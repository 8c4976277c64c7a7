import type { Field } from '../../field';
import { isObject } from '../../field';
import { credentialIn } from '../../grammar/credentials';
import type { Rule } from '../../rule';

export const literalCredential: Rule = {
  code: 'PD0902',
  severity: 'error',
  title: 'A credential stands in the files as it is',
  why: 'Whoever can read the repository, the built chart or the object in the cluster has the credential; it stays in the history even when it is removed.',
  fix: 'Revoke it, keep it in a secret store, and refer to it with secretKeyRef or an ExternalSecret.',
  links: ['https://kubernetes.io/docs/concepts/security/secrets-good-practices/'],
  check(subject, report) {
    for (const resource of subject.resources) {
      const secret = resource.id.kind === 'Secret' && resource.id.group === '';
      walk(resource.root, (field, text) => {
        const found = credentialIn(text) ?? (secret ? credentialIn(decoded(text)) : undefined);
        if (found)
          report(
            resource,
            field(),
            `This value holds ${found}. (It is not shown here.)`,
            secret ? { severity: found === 'a private key' ? 'note' : 'warning' } : {},
          );
      });
    }
  },
};

function decoded(text: string): string {
  return /^[A-Za-z0-9+/\s]+={0,2}$/.test(text) ? Buffer.from(text, 'base64').toString('latin1') : '';
}

function walk(root: Field, visit: (field: () => Field, text: string) => void): void {
  const scan = (value: unknown, field: () => Field): void => {
    if (typeof value === 'string') {
      if (value.length >= 16) visit(field, value);
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

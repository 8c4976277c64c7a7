import { credentialIn } from '../../grammar/credentials';
import { SECRET } from '../../kinds';
import type { Rule } from '../../rule';
import { suspectTexts } from '../../views/suspect-texts';

export const literalCredential: Rule = {
  code: 'PD0902',
  severity: 'error',
  title: 'A credential stands in the files as it is',
  why: 'Whoever can read the repository, the built chart or the object in the cluster has the credential; it stays in the history even when it is removed.',
  fix: 'Revoke it, keep it in a secret store, and refer to it with secretKeyRef or an ExternalSecret.',
  links: ['https://kubernetes.io/docs/concepts/security/secrets-good-practices/'],
  check(subject, report) {
    for (const { resource, field, text } of suspectTexts(subject)) {
      const secret = resource.id.kind === SECRET.kind && resource.id.group === '';
      const found = credentialIn(text) ?? (secret ? credentialIn(decoded(text)) : undefined);
      if (!found) continue;
      const severity = !secret ? 'error' : found === 'a private key' ? 'note' : 'warning';
      report(resource, field, `This value holds ${found}. (It is not shown here.)`, { severity });
    }
  },
};

function decoded(text: string): string {
  return /^[A-Za-z0-9+/\s]+={0,2}$/.test(text) ? Buffer.from(text, 'base64').toString('latin1') : '';
}

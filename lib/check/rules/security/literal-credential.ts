import type { Field } from '../../field';
import { isObject } from '../../field';
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

const KINDS: readonly { readonly what: string; readonly pattern: RegExp }[] = [
  { what: 'a private key', pattern: /-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY-----/ },
  { what: 'an access key of AWS', pattern: /\b(?:AKIA|ASIA)[A-Z2-7]{16}\b/ },
  { what: 'an API key of Google', pattern: /\bAIza[0-9A-Za-z_-]{35}\b/ },
  { what: 'a token of GitHub', pattern: /\b(?:gh[pousr]_[0-9A-Za-z]{36}|github_pat_[0-9A-Za-z_]{60,})/ },
  { what: 'a token of GitLab', pattern: /\bglpat-[0-9A-Za-z_-]{20}\b/ },
  { what: 'a token of Slack', pattern: /\bxox[abposr]-[0-9A-Za-z-]{20,}/ },
  { what: 'a webhook of Slack', pattern: /hooks\.slack\.com\/services\/T[0-9A-Z]{7,}\/B[0-9A-Z]{7,}\/[0-9A-Za-z]{20,}/ },
  { what: 'a key of Stripe', pattern: /\b[rs]k_live_[0-9A-Za-z]{24,}/ },
  { what: 'a JSON Web Token', pattern: /\beyJ[0-9A-Za-z_-]{10,}\.eyJ[0-9A-Za-z_-]{10,}\.[0-9A-Za-z_-]{10,}/ },
  {
    what: 'a password in a URL',
    pattern: /\b[a-z][a-z0-9+]*:\/\/[^\s:/@$({]+:(?!\$|\{|<|\*|password@|pass@|x+@)[^\s:/@$({<]{6,}@[^\s@]+/i,
  },
];
const HINT = /-----BEGIN|AKIA|ASIA|AIza|gh[pousr]_|github_pat_|glpat-|xox|hooks\.slack|k_live_|eyJ|:\/\//;

function credentialIn(text: string): string | undefined {
  return HINT.test(text) ? KINDS.find(({ pattern }) => pattern.test(text))?.what : undefined;
}

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

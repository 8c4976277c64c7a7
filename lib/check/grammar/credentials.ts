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

/** Whether a text is worth a closer look. */
export const mayHoldCredential = (text: string): boolean => HINT.test(text);

/** What kind of credential a text holds; undefined when it holds none that is known. */
export function credentialIn(text: string): string | undefined {
  return HINT.test(text) ? KINDS.find(({ pattern }) => pattern.test(text))?.what : undefined;
}

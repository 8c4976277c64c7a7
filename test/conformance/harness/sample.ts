// Texts that a match of Istio fits, and texts that nearly do.

/** A StringMatch of Istio. */
export interface StringMatch {
  readonly exact?: string;
  readonly prefix?: string;
  readonly regex?: string;
}

/** A text that a regular expression matches as a whole; nothing for one that is too hard to guess. */
function ofRegex(regex: string): string | undefined {
  const text = regex
    .replace(/^\(\?i\)/, '')
    .replace(/\(\?:/g, '(')
    .replace(/\((?:[^()|]*\|)*\^\|([^()]*)\)\??/g, '') // (^|.*;) at the beginning
    .replace(/\(([^()|]*)\|[^()]*\)/g, '($1)')
    .replace(/\([^()]*\)[?*]/g, '')
    .replace(/\[[^\]]*0-9[^\]]*\]|\\d/g, '1')
    .replace(/\[[^\]]*\]|\\w/g, 'a')
    .replace(/\\s|\s/g, ' ')
    .replace(/\.[*?]+/g, '')
    .replace(/\.\+/g, 'x')
    .replace(/[\^$()]/g, '')
    .replace(/(\\?.)[*?]/g, '')
    .replace(/\+|\{\d+(,\d*)?\}/g, '')
    .replace(/\\/g, '');
  const whole = new RegExp(`^(?:${regex.replace(/^\(\?i\)/, '')})$`);
  return [text, 'a', '1', ''].find((candidate) => whole.test(candidate));
}

/** A text that fits; `{}` and an absent match are fitted by anything. */
export function fitting({ exact, prefix, regex }: StringMatch, anything: string): string | undefined {
  if (regex !== undefined) return ofRegex(regex);
  return exact ?? prefix ?? anything;
}

/** Texts that nearly fit: one may still fit, the answers tell. */
export function nearMisses(text: string): string[] {
  const other = text === text.toUpperCase() ? text.toLowerCase() : text.toUpperCase();
  return [...new Set([`${text}x`, text.slice(0, -1), other])].filter((one) => one !== text && one !== '');
}

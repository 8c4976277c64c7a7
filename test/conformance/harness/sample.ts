import { fitting as sampleOf } from '../../../lib/simulate/changes/sample';

// Texts that a match of Istio fits, and texts that nearly do.

/** A StringMatch of Istio. */
export interface StringMatch {
  readonly exact?: string;
  readonly prefix?: string;
  readonly regex?: string;
}

/** A text that fits; `{}` and an absent match are fitted by anything, and nothing is known for a regular expression that is too hard to guess. */
export function fitting({ exact, prefix, regex }: StringMatch, anything: string): string | undefined {
  if (regex !== undefined) return sampleOf({ kind: 'regex', value: regex }, anything);
  return exact ?? prefix ?? anything;
}

/** Texts that nearly fit: one may still fit, the answers tell. */
export function nearMisses(text: string): string[] {
  const other = text === text.toUpperCase() ? text.toLowerCase() : text.toUpperCase();
  return [...new Set([`${text}x`, text.slice(0, -1), other])].filter((one) => one !== text && one !== '');
}

import { editDistance } from './edit-distance';

/**
 * The name among the candidates that was probably meant: the nearest by edits, when it is near; undefined when none is. Names that differ
 * in digits alone (`web-v1`, `web-v2`) are different names, not slips.
 */
export function similarName(name: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  let bestDistance = name.length > 5 ? 2 : 1;
  for (const candidate of candidates) {
    const distance = editDistance(name, candidate, bestDistance + 1);
    if (distance > bestDistance || distance === 0 || withoutDigits(candidate) === withoutDigits(name)) continue;
    if (distance < bestDistance || (distance === bestDistance && best === undefined)) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** A candidate that is the name with something put before or behind it, as kustomize's namePrefix and nameSuffix do. */
export function affixedName(name: string, candidates: Iterable<string>): string | undefined {
  for (const candidate of candidates) {
    if (candidate.length > name.length && (candidate.endsWith(`-${name}`) || candidate.startsWith(`${name}-`))) return candidate;
  }
  return undefined;
}

const withoutDigits = (name: string): string => name.replace(/\d+/g, '');

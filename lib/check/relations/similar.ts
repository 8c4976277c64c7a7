/**
 * The name among the candidates that was probably meant: the nearest by edits, when it is near; undefined when none is. Names that differ
 * in digits alone (`web-v1`, `web-v2`) are different names, not slips.
 */
export function similarName(name: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  let bestDistance = name.length > 5 ? 2 : 1;
  for (const candidate of candidates) {
    if (candidate === name || withoutDigits(candidate) === withoutDigits(name) || Math.abs(candidate.length - name.length) > bestDistance)
      continue;
    const distance = editDistance(name, candidate);
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

/** Insertions, deletions, replacements and swaps of neighbours. */
function editDistance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min(row[j - 1] + 1, rows[i - 1][j] + 1, rows[i - 1][j - 1] + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, rows[i - 2][j - 2] + 1);
      row.push(cost);
    }
    rows.push(row);
  }
  return rows[a.length][b.length];
}

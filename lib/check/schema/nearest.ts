/** The known name that was probably meant: one that differs in case or separators only, or else the nearest by few edits. */
export function nearestName(name: string, known: Iterable<string>): string | undefined {
  const bare = simplified(name);
  let best: string | undefined;
  let fewest = Math.min(3, Math.floor(name.length / 3)) + 1;
  for (const candidate of known) {
    const other = simplified(candidate);
    if (other === bare) return candidate;
    if (Math.abs(other.length - bare.length) >= fewest) continue;
    const edits = bare.length > 64 ? fewest : distance(bare, other);
    if (edits < fewest) {
      best = candidate;
      fewest = edits;
    }
  }
  return best ?? containing(bare, known);
}

/** The only known name of which this is the beginning or the end, or the other way round: `labels` for `matchLabels`. */
function containing(bare: string, known: Iterable<string>): string | undefined {
  if (bare.length < 4) return undefined;
  const found = [...known].filter((candidate) => {
    const other = simplified(candidate);
    return other.length >= 4 && (other.startsWith(bare) || other.endsWith(bare) || bare.startsWith(other) || bare.endsWith(other));
  });
  return found.length === 1 ? found[0] : undefined;
}

const simplified = (name: string): string => name.toLowerCase().replace(/[-_. ]/g, '');

/** Insertions, deletions, replacements and swaps of neighbours that make one text of the other. */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      row[j] = Math.min(row[j - 1] + 1, last[j] + 1, last[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    [before, last] = [last, row];
  }
  return last[b.length];
}

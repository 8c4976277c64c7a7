import { editDistance } from '../relations/edit-distance';

/** The known name that was probably meant: one that differs in case or separators only, or else the nearest by few edits. */
export function nearestName(name: string, known: Iterable<string>): string | undefined {
  const bare = simplified(name);
  let best: string | undefined;
  let fewest = Math.min(3, Math.floor(name.length / 3)) + 1;
  for (const candidate of known) {
    const other = simplified(candidate);
    if (other === bare) return candidate;
    const edits = editDistance(bare, other, fewest);
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

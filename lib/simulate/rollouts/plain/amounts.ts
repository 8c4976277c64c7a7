import type { PodSet } from '../cluster/pod-set';
import type { Shares } from '../exposure';
import { rounded } from '../exposure';
import type { VersionName } from '../scenario/scenario';

const ORDER: readonly VersionName[] = ['old', 'new', 'newer'];

/** Sums by version, the old one first. */
export function byVersion(sets: readonly PodSet[], of: (set: PodSet) => number): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const version of ORDER) {
    const mine = sets.filter((set) => set.version === version);
    if (mine.length > 0) sums[version] = mine.reduce((sum, set) => sum + of(set), 0);
  }
  return sums;
}

/** Percent by version, in proportion; they add up to 100, or are all absent where nothing is there. */
export function percentages(counts: Readonly<Record<string, number>>): Shares {
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  if (total === 0) return {};
  const shares: Shares = {};
  let rest = 100;
  for (const version of [...ORDER].reverse()) {
    const count = counts[version];
    if (!count || version === 'old') continue;
    shares[version] = rounded((100 * count) / total);
    rest -= shares[version] ?? 0;
  }
  if (counts.old) shares.old = rounded(rest);
  else {
    const last = ORDER.filter((version) => counts[version]).at(-1);
    if (last) shares[last] = rounded((shares[last] ?? 0) + rest);
  }
  return shares;
}

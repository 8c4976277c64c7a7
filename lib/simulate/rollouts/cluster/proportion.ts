import type { PodSet } from './pod-set';

/** New sizes of the active versions when the replicas change in the middle: each in proportion, what is left over to the largest. */
export function scaledInProportion(active: readonly PodSet[], replicas: number, allowed: number, before: number): number[] {
  const sizes = active.map((set) => set.size);
  const toAdd = allowed - sizes.reduce((sum, size) => sum + size, 0);
  if (toAdd === 0) return sizes;
  // Larger ones first; of equal ones the newer first when growing, the older first when shrinking.
  const order = sizes.map((_, i) => i).sort((a, b) => (sizes[b] ?? 0) - (sizes[a] ?? 0) || (toAdd > 0 ? b - a : a - b));
  let added = 0;
  for (const i of order) {
    const size = sizes[i] ?? 0;
    const share = replicas === 0 ? -size : roundAway((size * allowed) / before) - size;
    const part = toAdd > 0 ? Math.min(share, toAdd - added) : Math.max(share, toAdd - added);
    sizes[i] = size + part;
    added += part;
  }
  const largest = order[0] ?? 0;
  sizes[largest] = Math.max(0, (sizes[largest] ?? 0) + toAdd - added);
  return sizes;
}

function roundAway(value: number): number {
  return value < 0 ? -Math.round(-value) : Math.round(value);
}

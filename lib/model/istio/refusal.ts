import type { FieldPath } from '../../check/finding';

/** Why an object is not taken, and which field of it is meant. */
export interface Refusal {
  readonly path: FieldPath;
  readonly reason: string;
}

export function refusalAt(path: FieldPath, reason: string | undefined): Refusal | undefined {
  return reason === undefined ? undefined : { path, reason };
}

export function firstOf<T, R>(items: readonly T[], find: (item: T, index: number) => R | undefined): R | undefined {
  for (const [index, item] of items.entries()) {
    const found = find(item, index);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** An absolute number of pods, or a percentage of the replicas: `maxSurge` and `maxUnavailable`. */
export type Amount = { readonly pods: number } | { readonly percent: number };

export function readAmount(value: unknown): Amount | undefined {
  if (typeof value === 'number' && Number.isInteger(value)) return { pods: value };
  const match = typeof value === 'string' ? /^(\d+)(%?)$/.exec(value) : null;
  if (!match) return undefined;
  return match[2] ? { percent: Number(match[1]) } : { pods: Number(match[1]) };
}

function resolve(amount: Amount, replicas: number, round: (value: number) => number): number {
  return 'pods' in amount ? amount.pods : round((amount.percent * replicas) / 100);
}

/** How many pods may be there beyond the replicas, and how many may be missing. */
export interface Room {
  readonly surge: number;
  readonly unavailable: number;
}

/** A percentage of surge rounds up and of unavailable rounds down; where both come out as 0, one pod may be unavailable. */
export function roomOf(surge: Amount, unavailable: Amount, replicas: number): Room {
  const up = resolve(surge, replicas, Math.ceil);
  const down = resolve(unavailable, replicas, Math.floor);
  return { surge: up, unavailable: Math.min(up === 0 && down === 0 ? 1 : down, replicas) };
}

/** Reading fields of objects that may hold anything: every reader is total and answers undefined for what is not there or of another type. */

export type Fields = Readonly<Record<string, unknown>>;

export function fields(value: unknown): Fields | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : undefined;
}

export function at(value: unknown, ...path: string[]): unknown {
  let here: unknown = value;
  for (const step of path) here = fields(here)?.[step];
  return here ?? undefined;
}

export function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

export function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

export function number(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

export function boolean(value: unknown): boolean | undefined {
  return typeof value === 'boolean' ? value : undefined;
}

export function labels(value: unknown): Readonly<Record<string, string>> {
  const entries = Object.entries(fields(value) ?? {}).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return Object.fromEntries(entries);
}

const UNITS: Readonly<Record<string, number>> = { ns: 1e-9, us: 1e-6, µs: 1e-6, ms: 1e-3, s: 1, m: 60, h: 3600 };

/** A duration as Go reads it (`1m30s`, `500ms`), in seconds. */
export function goDuration(value: unknown): number | undefined {
  if (typeof value !== 'string' || !/^[+-]?((\d+\.?\d*|\.\d+)(ns|us|µs|ms|s|m|h))+$/.test(value)) return value === '0' ? 0 : undefined;
  let seconds = 0;
  for (const [, amount, unit] of value.matchAll(/(\d+\.?\d*|\.\d+)(ns|us|µs|ms|s|m|h)/g))
    seconds += Number(amount) * (UNITS[unit ?? ''] ?? 0);
  return value.startsWith('-') ? -seconds : seconds;
}

/** More pods than any cluster holds for one workload; a larger number is simulated as this one. */
export const MOST_REPLICAS = 10_000;

/** A number of pods: whole, not negative, and not beyond what can be simulated. */
export function pods(value: unknown): number | undefined {
  const count = number(value);
  return count === undefined ? undefined : Math.min(MOST_REPLICAS, Math.max(0, Math.trunc(count)));
}

/** Any value in words, for messages and comparisons; whatever it is, this never throws. */
export function words(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'object' ? (JSON.stringify(value) ?? '') : String(value);
}

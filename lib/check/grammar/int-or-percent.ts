/** A field such as maxSurge: a number, or a percentage of the replicas. A number in quotes is neither. */
export type IntOrPercent = { readonly number: number } | { readonly percent: number };

export function intOrPercent(value: unknown): IntOrPercent | undefined {
  if (typeof value === 'number' && Number.isInteger(value)) return { number: value };
  if (typeof value !== 'string') return undefined;
  const percent = /^([0-9]+)%$/.exec(value);
  return percent ? { percent: Number(percent[1]) } : undefined;
}

export const isZero = (value: IntOrPercent | undefined): boolean =>
  value !== undefined && ('number' in value ? value.number : value.percent) === 0;

import type { NumberParameter } from '../../parameters/parameter';

/** A number outside its bounds, or a parameter that may be. */
export function bounds(
  name: string,
  value: number | NumberParameter | undefined,
  least: number,
  most: number = Number.POSITIVE_INFINITY,
): string[] {
  if (value === undefined) return [];
  const to = Number.isFinite(most);
  const allowed = `allowed are whole numbers from ${least} ${to ? `to ${most}` : 'on'}`;
  if (typeof value === 'number')
    return Number.isInteger(value) && value >= least && value <= most ? [] : [`${name} is ${value}; ${allowed}.`];
  const { min, max } = value;
  return (min ?? Number.NEGATIVE_INFINITY) < least || (max ?? Number.POSITIVE_INFINITY) > most
    ? [
        `${name} is the parameter '${value.name}' with the bounds ${min ?? 'none'} to ${max ?? 'none'}; ${allowed}: state min: ${least}${to ? ` and max: ${most}` : ''} (or closer) with the parameter.`,
      ]
    : [];
}

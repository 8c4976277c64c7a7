/**
 * Whether weights look like percentages that do not add up, rather than a plain ratio: 80 and 10 do, 1 and 9 or 500 and 500 do not.
 * Where ratios are the custom, as in the Gateway API, equal weights and small ones are taken for such.
 */
export function looksLikeSlippedPercent(weights: readonly number[], ratios: boolean): boolean {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  if (sum === 100 || sum < (ratios ? 50 : 20) || /^10*$/.test(String(sum))) return false;
  const equal = weights.every((weight) => weight === weights[0]);
  return !(equal && (ratios || Math.abs(100 - sum) < weights.length));
}

/** The share of each weight, in percent with at most one digit. */
export function shares(weights: readonly number[]): string {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => `${sum === 0 ? 0 : Math.round((weight * 1000) / sum) / 10}`).join(' / ');
}

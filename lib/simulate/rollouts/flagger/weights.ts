import type { FlaggerAnalysis } from '../../../model/plan/flagger';

/** The weight at which the canary is promoted. */
export function maxWeight({ stepWeights, maxWeight }: FlaggerAnalysis): number {
  if (stepWeights.length > 0) return Math.min(100, stepWeights.at(-1) ?? 100);
  return maxWeight && maxWeight > 0 ? maxWeight : 100;
}

/** How far the next step goes; nothing happens any more where it is not above 0. */
export function nextStep({ stepWeight, stepWeights }: FlaggerAnalysis, weight: number): number {
  if ((stepWeight ?? 0) > 0 || stepWeights.length === 0) return stepWeight ?? 0;
  const rest = 100 - weight;
  if (rest === 0) return 1;
  if (weight === 0) return Math.min(rest, stepWeights[0] ?? rest);
  const here = stepWeights.slice(0, -1).indexOf(weight);
  return here < 0 ? rest : Math.min(rest, (stepWeights[here + 1] ?? rest) - weight);
}

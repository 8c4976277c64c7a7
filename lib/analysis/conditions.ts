import type { Range } from './metric';
import { NoData } from './metric-props';

/** How the result of a provider is looked at in the expressions of an AnalysisTemplate. */
export interface ResultShape {
  /** The value that is compared: `result[0]`. */
  readonly value: string;
  /** Holds when there is a value; undefined where the provider itself fails without one. */
  readonly present?: string;
  /** The values of a list, all of which must pass, in place of one. */
  readonly every?: string;
}

export interface Conditions {
  readonly successCondition: string;
  readonly failureCondition?: string;
}

/** What passes and what fails. Without a failure condition, whatever does not pass has failed; with both, the rest is inconclusive. */
export function conditionsOf(range: Range, noData: NoData, shape: ResultShape): Conditions {
  const good = comparison(range, shape);
  const { present } = shape;
  if (present === undefined) return { successCondition: good };
  switch (noData) {
    case NoData.FAIL:
      return { successCondition: `${present} && ${good}` };
    case NoData.PASS:
      return { successCondition: `!(${present}) || ${good}` };
    case NoData.INCONCLUSIVE:
      return { successCondition: `${present} && ${good}`, failureCondition: `${present} && !(${good})` };
  }
}

function comparison({ min, max }: Range, { value, every }: ResultShape): string {
  const compared = every === undefined ? value : '#';
  const parts = [];
  if (min !== undefined) parts.push(`${compared} >= ${min}`);
  if (max !== undefined) parts.push(`${compared} <= ${max}`);
  const joined = parts.join(' && ');
  if (every !== undefined) return `all(${every}, {${joined}})`;
  return parts.length > 1 ? `(${joined})` : joined;
}

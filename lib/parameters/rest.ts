import { type EvaluationContext, Expression } from './expression';
import type { NumberParameter } from './parameter';

/** What the other weights of a split leave of 100. */
export class RestExpression extends Expression {
  public readonly _kind = 'rest';

  public constructor(
    /** The sum of the weights that are plain numbers. */
    public readonly fixed: number,
    public readonly parameters: readonly NumberParameter[],
  ) {
    super();
  }

  public _evaluate(context: EvaluationContext): number {
    return this.parameters.reduce((rest, parameter) => rest - Number(parameter._evaluate(context)), 100 - this.fixed);
  }
}

/** The rest to 100 of the given weights: a plain number when all of them are. */
export function restOf(weights: readonly (number | NumberParameter)[]): number | RestExpression {
  const parameters = weights.filter((weight): weight is NumberParameter => typeof weight !== 'number');
  const fixed = weights.reduce<number>((sum, weight) => (typeof weight === 'number' ? sum + weight : sum), 0);
  return parameters.length === 0 ? 100 - fixed : new RestExpression(fixed, parameters);
}

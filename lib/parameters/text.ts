import { type EvaluationContext, Expression } from './expression';
import { hasToken, splitTokens } from './token';

/** A string with expressions in it, such as an image and its tag. */
export class TextExpression extends Expression {
  public readonly _kind = 'text';

  public constructor(public readonly parts: readonly (string | Expression)[]) {
    super();
  }

  public _evaluate(context: EvaluationContext): string {
    return this.parts.map((part) => (typeof part === 'string' ? part : String(part._evaluate(context)))).join('');
  }
}

/** The string as it is, or the expression that its markers stand for. */
export function fromTokens(text: string): string | Expression {
  if (!hasToken(text)) return text;
  const parts = splitTokens(text);
  const only = parts[0];
  return parts.length === 1 && only !== undefined ? only : new TextExpression(parts);
}

import { type EvaluationContext, Expression } from './expression';
import { hasToken, soleValue, splitTokens } from './token';

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
  const value = soleValue(text);
  if (value) return value;
  const parts = splitTokens(text);
  const [only] = parts;
  return parts.length === 1 && only !== undefined && givesText(only) ? only : new TextExpression(parts);
}

/** Whether a part is text by itself: a number that was put into a string has to be made text. */
function givesText(part: string | Expression): boolean {
  return typeof part === 'string' || typeof part._evaluate({ values: new Map() }) === 'string';
}

import { isExpression } from '../parameters/expression';
import { fromTokens } from '../parameters/text';
import { requireShape } from '../shapes/shapes';

/**
 * Refuses what RE2, the engine of Envoy, does not take. A parameter inside the expression counts with its default.
 * @throws with the reason and how to mend it. See https://github.com/google/re2/wiki/Syntax
 */
export function requireRe2(expression: string, where: string): string {
  requireShape('string', expression, where);
  const value = fromTokens(expression);
  const text = isExpression(value) ? String(value.resolve()) : value;
  // Loaded here only: most apps state no regular expression.
  const { RE2JS } = require('re2js') as typeof import('re2js');
  try {
    RE2JS.compile(text);
  } catch (error) {
    throw new Error(
      `${where}: '${text}' is no RE2 expression: ${(error as Error).message}. RE2 knows no look-ahead, look-behind or back reference; state another expression, or several matches.`,
    );
  }
  return expression;
}

/** The text as an expression that matches exactly it. Parameters inside stay alive and are taken as they are. */
export function escapeRegex(text: string): string {
  return text.replace(/\$\{Expression\[\d+\]\}|[\\^$.*+?()[\]{}|]/g, (found) => (found.length > 1 ? found : `\\${found}`));
}

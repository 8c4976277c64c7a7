import type { RE2JS } from 're2js';

const compiled = new Map<string, RE2JS | undefined>();

/** A regular expression in RE2's syntax, as Envoy and Go read it; undefined when RE2 refuses it. */
export function re2(expression: string): RE2JS | undefined {
  if (!compiled.has(expression)) compiled.set(expression, compile(expression));
  return compiled.get(expression);
}

function compile(expression: string): RE2JS | undefined {
  try {
    return compileRe2(expression);
  } catch {
    return undefined;
  }
}

/**
 * A regular expression in RE2's syntax.
 * @throws with the reason where RE2 refuses it.
 */
export function compileRe2(expression: string): RE2JS {
  // Loaded here only: most manifests hold no regular expression.
  return (require('re2js') as typeof import('re2js')).RE2JS.compile(expression);
}

/** Whether the whole text fits: Envoy's regular expressions are full matches. */
export function fullMatch(expression: string, text: string): boolean {
  return re2(expression)?.matches(text) ?? false;
}

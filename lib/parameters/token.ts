import type { Expression } from './expression';

// A string cannot hold an object, so an expression inside a string is a marker with a number; the numbers never reach any output.
const expressions: Expression[] = [];
const numbers = new WeakMap<Expression, number>();
const MARKER = /\$\{Expression\[(\d+)\]\}/g;
const MARKER_START = '${Expression[';

export function register(expression: Expression): string {
  let number = numbers.get(expression);
  if (number === undefined) {
    number = expressions.push(expression) - 1;
    numbers.set(expression, number);
  }
  return `${MARKER_START}${number}]}`;
}

export function hasToken(text: string): boolean {
  return text.includes(MARKER_START);
}

/** The text cut at its markers: literal strings and expressions in turn, without empty strings. */
export function splitTokens(text: string): (string | Expression)[] {
  const parts: (string | Expression)[] = [];
  let end = 0;
  for (const match of text.matchAll(MARKER)) {
    const expression = expressions[Number(match[1])];
    if (!expression) continue;
    if (match.index > end) parts.push(text.slice(end, match.index));
    parts.push(expression);
    end = match.index + match[0].length;
  }
  if (end < text.length) parts.push(text.slice(end));
  return parts;
}

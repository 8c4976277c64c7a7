import type { Expression } from './expression';

// A string cannot hold an object, so an expression inside a string is a marker with a number; the numbers never reach any output.
const expressions: Expression[] = [];
const numbers = new WeakMap<Expression, number>();
const MARKER = /\$\{Expression\[(\d+)(:text)?\]\}/g;
const MARKER_START = '${Expression[';

/** The marker of an expression that stands for its value: a number stays a number. */
export function valueMarker(expression: Expression): string {
  return `${MARKER_START}${numberOf(expression)}]}`;
}

/** The marker of an expression that was put into a string, and is to become text. */
export function textMarker(expression: Expression): string {
  return `${MARKER_START}${numberOf(expression)}:text]}`;
}

function numberOf(expression: Expression): number {
  let number = numbers.get(expression);
  if (number === undefined) {
    number = expressions.push(expression) - 1;
    numbers.set(expression, number);
  }
  return number;
}

export function hasToken(text: string): boolean {
  return text.includes(MARKER_START);
}

/** No for every text in which there is neither an expression nor what is left of one: a first look that costs little. */
export function mayVary(text: string): boolean {
  return /xpression|XPRESSION|_kind/.test(text);
}

/** Whether a text holds what is left of an expression that a function on texts was applied to. */
export function isBrokenText(text: string): boolean {
  if (text.includes('"_kind":"parameter"')) return true;
  return /xpression|XPRESSION/.test(text) && /expression(?:\[|%5B)\d+(?:(?::|%3A)text)?(?:\]|%5D)(?:\}|%7D)/i.test(text);
}

/** The expression that the whole text stands for the value of. */
export function soleValue(text: string): Expression | undefined {
  const marker = /^\$\{Expression\[(\d+)\]\}$/.exec(text);
  return marker ? expressions[Number(marker[1])] : undefined;
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

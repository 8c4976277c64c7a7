import { requireShape } from '../shapes/shapes';

/** How a text is compared: becomes `exact`, `prefix` or `regex` of an Istio StringMatch; presence is the empty StringMatch `{}`. */
export type TextCondition =
  | { readonly exact: string }
  | { readonly prefix: string }
  | { readonly regex: string }
  | { readonly present: true };

/** How a message names a condition: `exact 'test'`. */
export function describeCondition(condition: TextCondition): string {
  if ('present' in condition) return 'present';
  const [kind, value] = Object.entries(condition)[0] as [string, string];
  return `${kind} '${value}'`;
}

export function sameCondition(one: TextCondition, other: TextCondition): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Refuses to compare with what is no text. */
export function requireText(condition: TextCondition, where: string): void {
  if ('present' in condition) return;
  for (const [kind, value] of Object.entries(condition)) requireShape('string', value, `${where}.${kind}()`);
}

import type { FieldPath } from '../finding';
import type { JsonSchema } from './schema';

const secretName = /pass(word|wd|phrase)?|secret|token|credential|api[-_]?key|private[-_]?key|auth/i;

const holdsValues = new Set<string | number>(['env', 'args', 'headers', 'httpHeaders', 'set', 'add']);

/** Whether the value at a path may be a secret, so that messages must not show it. */
export function mayBeSecret(kind: unknown, path: FieldPath): boolean {
  if (kind === 'Secret' && (path[0] === 'data' || path[0] === 'stringData')) return true;
  const names = path.filter((step) => typeof step === 'string');
  const name = names[names.length - 1] ?? '';
  return secretName.test(name) || (name === 'value' && names.some((step) => holdsValues.has(step)));
}

/** A value as messages show it: `the text "a"`, `the number 5`; only its type when it may be a secret. */
export function shown(value: unknown, secret: boolean): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  if (typeof value === 'object') return 'an object';
  if (secret) return typeof value === 'string' ? 'a text' : typeof value === 'number' ? 'a number' : 'true or false';
  if (typeof value === 'string') return `the text ${quoted(value)}`;
  return typeof value === 'number' ? `the number ${value}` : String(value);
}

/** A text in quotes, cut when it is long. */
export function quoted(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 57)}...` : text);
}

/** What a schema wants, in words: `a whole number`. */
export function wanted(schema: JsonSchema): string {
  if (schema.format === 'quantity') return 'a quantity such as 500m or 64Mi';
  if (schema['x-kubernetes-int-or-string'] === true) return 'a whole number or a text';
  switch (schema.type) {
    case 'string':
      return 'a text';
    case 'integer':
      return 'a whole number';
    case 'number':
      return 'a number';
    case 'boolean':
      return 'true or false';
    case 'array':
      return 'a list';
    case 'object':
      return 'an object';
    default:
      return 'another value';
  }
}

/** How to write the value that is there so that its type fits, where that is all that is wrong. */
export function howToWrite(schema: JsonSchema, value: unknown): string {
  if (schema.type === 'string' && (typeof value === 'number' || typeof value === 'boolean')) return '; put it in quotes';
  if (schema.type === 'array' && value !== null && typeof value !== 'object') return '; put it in a list';
  if (schema.type === 'array' && value !== null) return '; begin each item with "- "';
  const number = (schema.type === 'integer' || schema.type === 'number') && typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value);
  const boolean = schema.type === 'boolean' && (value === 'true' || value === 'false');
  return number || boolean ? '; write it without quotes' : '';
}

/** `a, b and c`; long lists are cut. */
export function listed(names: readonly string[], word = 'and', most = 12): string {
  if (names.length > most) return `${names.slice(0, most).join(', ')} ${word} ${names.length - most} more`;
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} ${word} ${names[names.length - 1]}`;
}

import type { RE2JS } from 're2js';
import { compileRe2 } from '../../../model/re2';

/** The evaluation of an expression failed, as it would in the API server: the rule counts as broken. */
export class CelError extends Error {}

/** Something that this evaluator does not know: nothing can be said about the rule. */
export class CelUnsupported extends Error {}

type Function = (...values: readonly unknown[]) => unknown;

const text = (value: unknown): string => {
  if (typeof value !== 'string') throw new CelError('no such overload');
  return value;
};
const number = (value: unknown): number => {
  if (typeof value !== 'number') throw new CelError('no such overload');
  return value;
};
const list = (value: unknown): readonly unknown[] => {
  if (!Array.isArray(value)) throw new CelError('no such overload');
  return value;
};

/** The functions of the language and of Kubernetes' libraries that rules use, called as `size(x)` or as `x.size()`. */
export const functions: { readonly [name: string]: Function } = {
  size: sizeOf,
  contains: (one, part) => text(one).includes(text(part)),
  startsWith: (one, part) => text(one).startsWith(text(part)),
  endsWith: (one, part) => text(one).endsWith(text(part)),
  matches: (one, expression) => matcher(text(expression)).matcher(text(one)).find(),
  split: (one, by, most) => (most === undefined ? text(one).split(text(by)) : splitAtMost(text(one), text(by), number(most))),
  join: (one, by = '') => list(one).map(text).join(text(by)),
  substring: (one, from, to) => substring([...text(one)], number(from), to === undefined ? undefined : number(to)),
  replace: (one, from, to) => text(one).replaceAll(text(from), text(to)),
  lowerAscii: (one) => text(one).replace(/[A-Z]/g, (letter) => letter.toLowerCase()),
  upperAscii: (one) => text(one).replace(/[a-z]/g, (letter) => letter.toUpperCase()),
  trim: (one) => text(one).trim(),
  indexOf: (one, part) => (Array.isArray(one) ? one.indexOf(part) : text(one).indexOf(text(part))),
  sum: (one) => list(one).reduce((total: number, item) => total + number(item), 0),
  int: toInteger,
  double: toNumber,
  string: (one) => (typeof one === 'object' ? unsupported('string') : String(one)),
  duration: durationOf,
  isIP: (one) => isIp(text(one)),
  isURL: (one) => urlOf(text(one)) !== undefined,
  url: (one) => urlOf(text(one)) ?? failed('not a URL'),
  getScheme: (one) => (one as URL).protocol.replace(/:$/, ''),
  getHost: (one) => (one as URL).host,
  getHostname: (one) => (one as URL).hostname,
};

const patterns = new Map<string, RE2JS>();

function matcher(expression: string): RE2JS {
  let compiled = patterns.get(expression);
  if (compiled === undefined) {
    try {
      compiled = compileRe2(expression);
    } catch {
      throw new CelError('not a regular expression');
    }
    patterns.set(expression, compiled);
  }
  return compiled;
}

function sizeOf(one: unknown): number {
  if (typeof one === 'string') return [...one].length;
  if (Array.isArray(one)) return one.length;
  return typeof one === 'object' && one !== null ? Object.keys(one).length : failed('no such overload');
}

function splitAtMost(one: string, by: string, most: number): string[] {
  const parts = one.split(by);
  return most < 0 || parts.length <= most ? parts : [...parts.slice(0, most - 1), parts.slice(most - 1).join(by)].slice(0, most);
}

function substring(letters: readonly string[], from: number, to = letters.length): string {
  return from < 0 || to > letters.length || from > to ? failed('index out of range') : letters.slice(from, to).join('');
}

function toInteger(one: unknown): number {
  if (typeof one === 'number') return Math.trunc(one);
  return typeof one === 'string' && /^[+-]?\d+$/.test(one) ? Number(one) : failed('type conversion error');
}

function toNumber(one: unknown): number {
  if (typeof one === 'number') return one;
  return typeof one === 'string' && one.trim() !== '' && Number.isFinite(Number(one)) ? Number(one) : failed('type conversion error');
}

const units: { readonly [unit: string]: number } = { ns: 1, us: 1e3, µs: 1e3, ms: 1e6, s: 1e9, m: 6e10, h: 3.6e12 };

/** A Go duration in nanoseconds. */
function durationOf(one: unknown): number {
  const [, sign, rest] = /^([+-]?)((?:\d+(?:\.\d*)?(?:ns|us|µs|ms|s|m|h))+|0)$/.exec(text(one)) ?? failed('not a duration');
  const parts = rest.matchAll(/(\d+(?:\.\d*)?)(ns|us|µs|ms|s|m|h)/g);
  return (sign === '-' ? -1 : 1) * [...parts].reduce((total, [, amount, unit]) => total + Number(amount) * units[unit], 0);
}

function isIp(one: string): boolean {
  if (/^\d{1,3}(\.\d{1,3}){3}$/.test(one)) return one.split('.').every((part) => Number(part) < 256 && String(Number(part)) === part);
  return one.includes(':') && URL.canParse(`http://[${one}]`);
}

/** A URL as Kubernetes reads it: absolute, or a path from the root. */
function urlOf(one: string): URL | undefined {
  return URL.canParse(one) && /^[a-z][a-z0-9+.-]*:/i.test(one) ? new URL(one) : undefined;
}

function failed(why: string): never {
  throw new CelError(why);
}

function unsupported(what: string): never {
  throw new CelUnsupported(what);
}

import { CelError, CelUnsupported, functions } from './functions';
import type { Expression } from './parse';

/** The names that an expression can use: `self` and the ones that macros bind. */
export interface Scope {
  readonly name: string;
  readonly value: unknown;
  readonly outer?: Scope;
}

/** The value of an expression. Throws a `CelError` where the API server would, and a `CelUnsupported` where nothing can be said. */
export function evaluateCel(expression: Expression, scope: Scope): unknown {
  switch (expression.is) {
    case 'literal':
      return expression.value;
    case 'name':
      return named(expression.name, scope);
    case 'list':
      return expression.items.map((one) => evaluateCel(one, scope));
    case 'map':
      return Object.fromEntries(expression.entries.map(([key, value]) => [evaluateCel(key, scope), evaluateCel(value, scope)]));
    case 'field':
      return fieldOf(evaluateCel(expression.of, scope), expression.name);
    case 'index':
      return fieldOf(evaluateCel(expression.of, scope), evaluateCel(expression.at, scope));
    case 'not':
      return !truth(evaluateCel(expression.of, scope));
    case 'minus':
      return -amount(evaluateCel(expression.of, scope));
    case 'choice':
      return evaluateCel(truth(evaluateCel(expression.condition, scope)) ? expression.yes : expression.no, scope);
    case 'binary':
      return binary(expression, scope);
    case 'call':
      return call(expression, scope);
  }
}

function fieldOf(of: unknown, name: unknown): unknown {
  if (Array.isArray(of)) {
    if (typeof name !== 'number' || !(name in of)) throw new CelError('index out of bounds');
    return of[name];
  }
  if (typeof of !== 'object' || of === null || !Object.hasOwn(of, String(name))) throw new CelError(`no such key: ${name}`);
  return (of as { readonly [name: string]: unknown })[String(name)];
}

function binary({ sign, left, right }: Expression & { is: 'binary' }, scope: Scope): unknown {
  if (sign === '||' || sign === '&&') return logical(sign === '||', left, right, scope);
  const [a, b] = [evaluateCel(left, scope), evaluateCel(right, scope)];
  switch (sign) {
    case '==':
      return equal(a, b);
    case '!=':
      return !equal(a, b);
    case 'in':
      if (Array.isArray(b)) return b.some((one) => equal(one, a));
      return typeof b === 'object' && b !== null ? Object.hasOwn(b, String(a)) : wrongType();
    case '+':
      if (Array.isArray(a) && Array.isArray(b)) return [...a, ...b];
      return typeof a === 'string' && typeof b === 'string' ? a + b : amount(a) + amount(b);
    case '-':
      return amount(a) - amount(b);
    case '*':
      return amount(a) * amount(b);
    case '/':
    case '%':
      return divided(sign, amount(a), amount(b));
    default:
      return ordered(sign, a, b);
  }
}

/** `||` and `&&` are decided by either side, even when the other one fails. */
function logical(decisive: boolean, left: Expression, right: Expression, scope: Scope): boolean {
  let failure: unknown;
  try {
    if (truth(evaluateCel(left, scope)) === decisive) return decisive;
  } catch (error) {
    if (!(error instanceof CelError)) throw error;
    failure = error;
  }
  if (truth(evaluateCel(right, scope)) === decisive) return decisive;
  if (failure !== undefined) throw failure;
  return !decisive;
}

function ordered(sign: string, a: unknown, b: unknown): boolean {
  if (typeof a !== typeof b || (typeof a !== 'number' && typeof a !== 'string')) return wrongType();
  const [x, y] = [a, b as typeof a];
  return sign === '<' ? x < y : sign === '<=' ? x <= y : sign === '>' ? x > y : x >= y;
}

/** Whole numbers divide as in Go; rules do not divide others. */
function divided(sign: string, a: number, b: number): number {
  if (b === 0) throw new CelError('division by zero');
  return sign === '%' ? a % b : Number.isInteger(a) && Number.isInteger(b) ? Math.trunc(a / b) : a / b;
}

function call({ name, on, with: given }: Expression & { is: 'call' }, scope: Scope): unknown {
  if (name === 'has' && on === undefined) return has(given[0], scope);
  if (on !== undefined && macros[name] !== undefined && given.length === 2) return macro(name, evaluateCel(on, scope), given, scope);
  if (!Object.hasOwn(functions, name)) throw new CelUnsupported(name);
  return functions[name](...(on === undefined ? given : [on, ...given]).map((one) => evaluateCel(one, scope)));
}

function has(field: Expression | undefined, scope: Scope): boolean {
  if (field?.is !== 'field') throw new CelUnsupported('has');
  const of = evaluateCel(field.of, scope);
  if (typeof of !== 'object' || of === null) return wrongType();
  return Object.hasOwn(of, field.name) && (of as { [name: string]: unknown })[field.name] !== undefined;
}

type Macro = (items: readonly unknown[], each: (item: unknown) => unknown) => unknown;

const macros: { readonly [name: string]: Macro } = {
  all: (items, each) => decided(items, each, false),
  exists: (items, each) => decided(items, each, true),
  exists_one: (items, each) => items.filter((item) => truth(each(item))).length === 1,
  filter: (items, each) => items.filter((item) => truth(each(item))),
  map: (items, each) => items.map(each),
};

function macro(name: string, over: unknown, [variable, body]: readonly Expression[], scope: Scope): unknown {
  if (variable.is !== 'name') throw new CelUnsupported(name);
  if (typeof over !== 'object' || over === null) return wrongType();
  const items = Array.isArray(over) ? over : Object.keys(over);
  return macros[name](items, (item) => evaluateCel(body, { name: variable.name, value: item, outer: scope }));
}

/** One item decides, even when the expression fails for others. */
function decided(items: readonly unknown[], each: (item: unknown) => unknown, decisive: boolean): boolean {
  let failure: unknown;
  for (const item of items) {
    try {
      if (truth(each(item)) === decisive) return decisive;
    } catch (error) {
      if (!(error instanceof CelError)) throw error;
      failure = error;
    }
  }
  if (failure !== undefined) throw failure;
  return !decisive;
}

function equal(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null || Array.isArray(a) !== Array.isArray(b)) return false;
  const [x, y] = [a, b] as { readonly [key: string]: unknown }[];
  const keys = Object.keys(x);
  return keys.length === Object.keys(y).length && keys.every((key) => Object.hasOwn(y, key) && equal(x[key], y[key]));
}

function truth(value: unknown): boolean {
  return typeof value === 'boolean' ? value : wrongType();
}

function amount(value: unknown): number {
  return typeof value === 'number' ? value : wrongType();
}

function wrongType(): never {
  throw new CelError('no such overload');
}

function named(name: string, scope: Scope): unknown {
  for (let one: Scope | undefined = scope; one !== undefined; one = one.outer) if (one.name === name) return one.value;
  throw new CelUnsupported(name);
}

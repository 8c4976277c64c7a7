/** A condition that cannot be computed: the measurement is an Error. */
export class ConditionError extends Error {}

export type Value = number | string | boolean | null | readonly Value[] | { readonly [name: string]: Value };

function numbers(left: Value, right: Value, sign: string): [number, number] {
  if (typeof left === 'number' && typeof right === 'number') return [left, right];
  throw new ConditionError(`invalid operation: ${typeName(left)} ${sign} ${typeName(right)}`);
}

function typeName(value: Value): string {
  if (Array.isArray(value)) return 'list';
  return value === null ? 'nil' : typeof value;
}

export function truth(value: Value): boolean {
  if (typeof value === 'boolean') return value;
  throw new ConditionError(`expected bool, but got ${typeName(value)}`);
}

function equal(left: Value, right: Value): boolean {
  return typeof left === 'object' || typeof right === 'object' ? JSON.stringify(left) === JSON.stringify(right) : left === right;
}

/** A binary operator other than the ones that may leave out their right side. */
export function apply(sign: string, left: Value, right: Value): Value {
  if (sign === '==') return equal(left, right);
  if (sign === '!=') return !equal(left, right);
  if (sign === 'in' || sign === 'contains') return contains(sign === 'in' ? right : left, sign === 'in' ? left : right);
  if (sign === 'matches') return new RegExp(String(right)).test(String(left));
  if (sign === 'startsWith') return String(left).startsWith(String(right));
  if (sign === 'endsWith') return String(left).endsWith(String(right));
  if (typeof left === 'string' && typeof right === 'string') {
    if (sign === '+') return left + right;
    if (sign === '<' || sign === '<=' || sign === '>' || sign === '>=') return compare(sign, left < right ? -1 : left > right ? 1 : 0, 0);
  }
  const [a, b] = numbers(left, right, sign);
  if (sign === '+') return a + b;
  if (sign === '-') return a - b;
  if (sign === '*') return a * b;
  if (sign === '/') return a / b;
  if (sign === '%') return a % b;
  if (sign === '**' || sign === '^') return a ** b;
  return compare(sign, a, b);
}

function compare(sign: string, a: number, b: number): boolean {
  if (sign === '<') return a < b;
  if (sign === '<=') return a <= b;
  if (sign === '>') return a > b;
  return a >= b;
}

function contains(whole: Value, part: Value): boolean {
  if (Array.isArray(whole)) return whole.some((one) => equal(one, part));
  if (typeof whole === 'string') return whole.includes(String(part));
  if (typeof whole === 'object' && whole !== null) return String(part) in whole;
  throw new ConditionError(`cannot look into ${typeName(whole)}`);
}

export function member(whole: Value, key: Value): Value {
  if (Array.isArray(whole)) {
    const index = typeof key === 'number' && key < 0 ? whole.length + key : key;
    if (typeof index !== 'number' || !(index in whole)) throw new ConditionError('reflect: slice index out of range');
    return whole[index];
  }
  if (typeof whole === 'object' && whole !== null) return (whole as { readonly [name: string]: Value })[String(key)] ?? null;
  throw new ConditionError(`cannot fetch ${String(key)} from ${typeName(whole)}`);
}

export function call(name: string, args: readonly Value[]): Value {
  const [first = null] = args;
  switch (name) {
    case 'len':
      if (Array.isArray(first) || typeof first === 'string') return first.length;
      if (typeof first === 'object' && first !== null) return Object.keys(first).length;
      throw new ConditionError(`invalid argument for len (type ${typeName(first)})`);
    case 'asFloat':
    case 'asInt': {
      const value = Number(first);
      if (typeof first === 'object' || (typeof first === 'string' && (first.trim() === '' || Number.isNaN(value))))
        throw new ConditionError(`${name}() not supported on ${typeName(first)}`);
      return name === 'asInt' ? Math.trunc(value) : value;
    }
    case 'isNaN':
    case 'isInf':
      if (typeof first !== 'number') throw new ConditionError(`cannot use ${typeName(first)} as argument of ${name}`);
      return name === 'isNaN' ? Number.isNaN(first) : Math.abs(first) === Number.POSITIVE_INFINITY;
    case 'isNil':
      return first === null;
    case 'default':
      return first === null ? (args[1] ?? null) : first;
    case 'abs':
      return Math.abs(numbers(first, 0, name)[0]);
    default:
      throw new ConditionError(`unknown name ${name}`);
  }
}

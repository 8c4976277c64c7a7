import { SHAPES } from './table';

/**
 * Refuses options that the types of the library do not know: what a compiler would have said, for apps that run without one.
 * @param type As the table writes it: a group of options, a class, `string`, `[]` and `{}` before the type of items, alternatives with `|`.
 * @param where What the message begins with: a construct path, or a call.
 * @throws with all that is wrong.
 */
export function requireShape(type: string, value: unknown, where: string): void {
  const problems = shapeProblems(type, value, '');
  if (problems.length > 0) throw new TypeError(problems.map((problem) => `${where}: ${problem}`).join('\n'));
}

/** What in a value is not of a type; `at` is the path of the value. */
export function shapeProblems(type: string, value: unknown, at: string): string[] {
  const alternatives = alternativesOf(type);
  if (alternatives.some((each) => isOf(each, value))) return [];
  for (const each of alternatives) {
    if (each.startsWith('[]') && Array.isArray(value)) return itemProblems(itemOf(each), value, at);
    if (each.startsWith('{}') && isPlain(value)) return entryProblems(itemOf(each), value, at);
    if (SHAPES[each] && isPlain(value)) return optionProblems(each, value, at);
  }
  return [mismatch(value, alternatives, at)];
}

const split = new Map<string, readonly string[]>();

/** `A|[](B|C)` is `A` or a list of what is B or C. */
function alternativesOf(type: string): readonly string[] {
  const known = split.get(type);
  if (known) return known;
  const alternatives = type.match(/(?:\([^)]*\)|[^|(])+/g) ?? [];
  split.set(type, alternatives);
  return alternatives;
}

function itemOf(type: string): string {
  return type.slice(2).replace(/^\((.*)\)$/, '$1');
}

function itemProblems(type: string, items: readonly unknown[], at: string): string[] {
  return items.flatMap((item, index) => shapeProblems(type, item, `${at}[${index}]`));
}

function entryProblems(type: string, entries: object, at: string): string[] {
  return Object.entries(entries).flatMap(([key, each]) => shapeProblems(type, each, at === '' ? key : `${at}.${key}`));
}

function optionProblems(group: string, value: { readonly [option: string]: unknown }, at: string): string[] {
  const options = optionsOf(group);
  const path = (option: string) => (at === '' ? option : `${at}.${option}`);
  const problems: string[] = [];
  for (const option of Object.keys(value)) {
    if (!options.has(option) && value[option] !== undefined) problems.push(unknownOption(path(option), option, group));
  }
  for (const [option, { type, optional }] of options) {
    const stated = value[option];
    if (stated !== undefined) problems.push(...shapeProblems(type, stated, path(option)));
    else if (!optional) problems.push(`${path(option)} is missing; it takes ${described(type)}.`);
  }
  return problems;
}

interface Option {
  readonly type: string;
  readonly optional: boolean;
}

const read = new Map<string, ReadonlyMap<string, Option>>();

function optionsOf(group: string): ReadonlyMap<string, Option> {
  const known = read.get(group);
  if (known) return known;
  const options = Object.entries(SHAPES[group] ?? {}).map(([option, text]): [string, Option] => {
    const optional = text.endsWith('?');
    return [option, { type: optional ? text.slice(0, -1) : text, optional }];
  });
  read.set(group, new Map(options));
  return new Map(options);
}

function unknownOption(path: string, option: string, group: string): string {
  // Loaded here only: most apps are right.
  const { nearestName } = require('../check/schema/nearest') as typeof import('../check/schema/nearest');
  const known = [...optionsOf(group).keys()];
  const nearest = nearestName(option, known);
  return `${path} is no option; ${nearest ? `did you mean ${nearest}? There are` : 'there are'} ${known.join(', ')}.`;
}

function isOf(type: string, value: unknown): boolean {
  if (type === 'any') return true;
  if (type === 'object') return typeof value === 'object' && value !== null;
  if (['string', 'number', 'boolean'].includes(type)) return typeof value === type;
  return SHAPES[type] === undefined && isInstance(value, type);
}

/** By name: the class may come from another copy of its package, or from another language. */
function isInstance(value: unknown, name: string): boolean {
  for (let type: unknown = value; typeof type === 'object' && type !== null; type = Object.getPrototypeOf(type))
    if (type.constructor?.name === name) return true;
  return false;
}

/** Made with braces, so that whatever is in it was meant as an option. */
function isPlain(value: unknown): value is { readonly [option: string]: unknown } {
  return typeof value === 'object' && value !== null && [Object.prototype, null].includes(Object.getPrototypeOf(value));
}

function mismatch(value: unknown, alternatives: readonly string[], at: string): string {
  return `${at === '' ? `${shown(value)} was stated` : `${at} is ${shown(value)}`}; it takes ${either(alternatives)}.`;
}

function shown(value: unknown): string {
  if (typeof value === 'string') return `the text '${value}'`;
  if (typeof value !== 'object' || value === null) return String(value);
  if (Array.isArray(value)) return 'a list';
  return isPlain(value) ? 'an object without a class' : `a ${value.constructor.name}`;
}

const WORDS: { readonly [type: string]: string | undefined } = {
  string: 'a text',
  number: 'a number',
  boolean: 'true or false',
  object: 'an object',
};

function described(type: string): string {
  return either(alternativesOf(type));
}

function either(alternatives: readonly string[]): string {
  return alternatives.map(word).join(' or ');
}

function word(type: string): string {
  if (type.startsWith('[]')) return `a list, each item ${described(itemOf(type))}`;
  if (type.startsWith('{}')) return `an object, each value ${described(itemOf(type))}`;
  return WORDS[type] ?? `${/^[AEIOU]/.test(type) ? 'an' : 'a'} ${type}`;
}

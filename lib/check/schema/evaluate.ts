import { checkChoice } from './choice';
import { formatMissed, integerBounds, isQuantity } from './formats';
import { nearestName } from './nearest';
import type { SchemaNode } from './node';
import type { Sink } from './sink';
import { howToWrite, listed, quoted, wanted } from './words';

/** Reports everything that a schema says against a value. */
export function check(node: SchemaNode, value: unknown, sink: Sink): void {
  if (value === undefined) return;
  if (value === null) {
    checkNull(node, sink);
    return;
  }
  const { schema } = node;
  if (!hasType(node, value)) {
    sink.add('type', `${sink.shown(value)} stands where ${wanted(schema)} belongs${howToWrite(schema, value)}`);
    return;
  }
  if (node.enum !== undefined && !node.enum.has(value) && !(node.go && value === '')) checkEnum(node.enum, value, sink);
  if (typeof value === 'string') checkText(node, value, sink);
  else if (typeof value === 'number') checkNumber(node, value, sink);
  else if (Array.isArray(value)) checkList(node, value, sink);
  else if (typeof value === 'object') checkObject(node, value as { readonly [name: string]: unknown }, sink);
  for (const choice of node.choices) checkChoice(choice, value, sink, check);
}

/** An item of a list cannot be null; a field that is null counts as absent (see checkObject), unless its schema allows null. */
function checkNull({ go, schema }: SchemaNode, sink: Sink): void {
  const any = schema.type === undefined && schema['x-kubernetes-int-or-string'] !== true;
  if (!go && !any && schema.nullable !== true) sink.add('type', `null stands where ${wanted(schema)} belongs`);
}

function hasType({ schema, go }: SchemaNode, value: unknown): boolean {
  switch (schema.type) {
    case 'string':
      return typeof value === 'string';
    case 'object':
      return typeof value === 'object' && !Array.isArray(value);
    case 'array':
      return Array.isArray(value);
    case 'integer':
      return typeof value === 'number' && Number.isInteger(value);
    case 'boolean':
      return typeof value === 'boolean';
    case 'number':
      return typeof value === 'number';
    default:
      if (schema['x-kubernetes-int-or-string'] === true)
        return typeof value === 'string' || (typeof value === 'number' && Number.isInteger(value));
      return !(go && schema.format === 'quantity') || isQuantity(value);
  }
}

function checkEnum(allowed: ReadonlySet<unknown>, value: unknown, sink: Sink): void {
  const names = [...allowed].map(String);
  const nearest = typeof value === 'string' ? nearestName(value, names) : undefined;
  sink.add('enum', `${sink.shown(value)} is none of the allowed values: ${listed(names, 'or')}${meant(nearest)}`, names, nearest);
}

function checkText({ schema, matches }: SchemaNode, value: string, sink: Sink): void {
  const { minLength = 0, maxLength = Number.POSITIVE_INFINITY, format, pattern } = schema;
  // Kubernetes counts code points; of one, JavaScript counts up to two.
  if (value.length < 2 * minLength || value.length > maxLength) {
    const length = [...value].length;
    if (length < minLength)
      sink.add(
        'length',
        length === 0 ? 'the text is empty' : `the text has ${count(length, 'character')}; at least ${minLength} are needed`,
      );
    else if (length > maxLength) sink.add('length', `the text has ${count(length, 'character')}; at most ${maxLength} are allowed`);
  }
  if (matches !== undefined && !matches(value)) sink.add('pattern', `${sink.shown(value)} does not match the pattern ${pattern}`);
  const missed = format === undefined ? undefined : formatMissed(format, value);
  if (missed !== undefined) sink.add('format', `${sink.shown(value)} is not ${missed}`);
}

function checkNumber({ schema }: SchemaNode, value: number, sink: Sink): void {
  const { minimum, maximum, multipleOf, exclusiveMinimum = false, exclusiveMaximum = false } = schema;
  const there = sink.shown(value);
  if (minimum !== undefined && (exclusiveMinimum ? value <= minimum : value < minimum)) {
    sink.add('range', `${there} is too small; it must be ${exclusiveMinimum ? 'more than' : 'at least'} ${minimum}${upTo(maximum)}`);
  } else if (maximum !== undefined && (exclusiveMaximum ? value >= maximum : value > maximum)) {
    sink.add('range', `${there} is too large; it must be ${exclusiveMaximum ? 'less than' : 'at most'} ${maximum}${from(minimum)}`);
  } else if (schema.type === 'integer') {
    const [least, most] = integerBounds(schema.format);
    if (value < least || value > most) sink.add('range', `${there} does not fit in ${schema.format ?? 'int64'}: ${least} to ${most}`);
  }
  if (multipleOf !== undefined && value % multipleOf !== 0) sink.add('range', `${there} is not a multiple of ${multipleOf}`);
}

const upTo = (maximum: number | undefined): string => (maximum === undefined ? '' : ` and at most ${maximum}`);
const from = (minimum: number | undefined): string => (minimum === undefined ? '' : ` and at least ${minimum}`);

function checkList(node: SchemaNode, value: readonly unknown[], sink: Sink): void {
  const { minItems = 0, maxItems = Number.POSITIVE_INFINITY } = node.schema;
  if (value.length < minItems) sink.add('items', `the list has ${count(value.length, 'item')}; at least ${minItems} needed`);
  if (value.length > maxItems) sink.add('items', `the list has ${count(value.length, 'item')}; at most ${maxItems} allowed`);
  if (node.unique !== undefined) checkUnique(node.unique, value, sink);
  const { items } = node;
  if (items === undefined) return;
  const depth = sink.path.length;
  for (let i = 0; i < value.length; i++) {
    sink.path[depth] = i;
    check(items, value[i], sink);
  }
  sink.path.length = depth;
}

function checkUnique(keys: readonly string[], value: readonly unknown[], sink: Sink): void {
  const seen = new Map<string, number>();
  value.forEach((item, index) => {
    const identity = keys.length === 0 ? item : keys.map((key) => (item as { readonly [key: string]: unknown } | null)?.[key] ?? null);
    const text = JSON.stringify(identity);
    const first = seen.get(text);
    if (first === undefined) seen.set(text, index);
    else
      sink.addAt(
        [...sink.path, index],
        'duplicate',
        `the item is the same as item ${first}${keys.length > 0 ? ` in ${listed(keys)}` : ''}; each may be there once`,
      );
  });
}

function checkObject(node: SchemaNode, value: { readonly [name: string]: unknown }, sink: Sink): void {
  for (const name of node.required) {
    const given = Object.hasOwn(value, name) ? value[name] : undefined;
    const absent = given === undefined || (given === null && (node.go || node.field(name)?.schema.nullable !== true));
    if (absent) sink.addAt([...sink.path, name], 'required', `the field ${quoted(name)} is missing`);
  }
  const depth = sink.path.length;
  const names = Object.keys(value);
  for (const name of names) {
    const given = value[name];
    if (given === undefined) continue;
    const below = node.field(name) ?? node.additional;
    sink.path[depth] = name;
    if (below !== undefined) {
      if (given !== null) check(below, given, sink);
    } else if (!node.open) unknownField(node, name, sink);
  }
  sink.path.length = depth;
  const { minProperties = 0, maxProperties = Number.POSITIVE_INFINITY } = node.schema;
  if (names.length < minProperties) sink.add('items', `the object has ${count(names.length, 'field')}; at least ${minProperties} needed`);
  if (names.length > maxProperties) sink.add('items', `the object has ${count(names.length, 'field')}; at most ${maxProperties} allowed`);
}

function unknownField(node: SchemaNode, name: string, sink: Sink): void {
  const known = Object.keys(node.schema.properties ?? {}).sort();
  const nearest = nearestName(name, known);
  const choice = known.length === 0 ? 'no field is known here' : `known here: ${listed(known)}`;
  sink.add('unknown', `the field ${quoted(name)} is unknown${nearest === undefined ? `; ${choice}` : meant(nearest)}`, known, nearest);
}

const meant = (nearest: string | undefined): string => (nearest === undefined ? '' : `; did you mean ${quoted(nearest)}?`);
const count = (number: number, what: string): string => `${number} ${what}${number === 1 ? '' : 's'}`;

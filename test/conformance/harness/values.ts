import fc from 'fast-check';

/** A value's schema, as a chart's values.schema.json has it. */
export interface ValueSchema {
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly allOf?: readonly { readonly pattern: string }[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly properties?: { readonly [name: string]: ValueSchema };
}

/** Nested values, as an environment's file or values.yaml has them. */
export interface Values {
  readonly [name: string]: unknown;
}

// Everything that some reader of YAML, some template or some shell could take for more than text.
const TRICKY = [
  '{{',
  '}}',
  '{{ .Values.web }}',
  '"',
  "'",
  '\\',
  '\n',
  '\r\n',
  '\t',
  ' ',
  '%s',
  '%',
  '$(A)',
  '${A}',
  '`',
  ': ',
  ' #',
  '- ',
  '---\n',
  '&a',
  '*a',
  '!x',
  '|',
  '>',
  '012',
  '1_000',
  '0x1f',
  '1e3',
  'no',
  'on',
  'null',
  '~',
  '2001-01-01',
  '',
  '😀',
  'é',
  '\u2028',
  '\ufeff',
  '\u00a0',
  '<a>&',
  '_',
];
const allowed = /^[^\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]*$/u;
export const text = fc
  .array(fc.oneof(fc.constantFrom(...TRICKY), fc.string({ unit: 'grapheme', maxLength: 6 }), fc.string({ unit: 'binary', maxLength: 3 })), {
    maxLength: 5,
  })
  .map((parts) => parts.join(''))
  .filter((joined) => allowed.test(joined));

/** Values that the schema takes. */
export function valid(schema: ValueSchema): fc.Arbitrary<unknown> {
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.properties) return validMap(schema.properties);
  const { minimum = Number.MIN_SAFE_INTEGER, maximum = Number.MAX_SAFE_INTEGER } = schema;
  switch (schema.type) {
    case 'boolean':
      return fc.boolean();
    case 'integer':
      return fc.integer({ min: minimum, max: maximum });
    case 'number':
      return fc
        .oneof(fc.double({ min: minimum, max: maximum, noNaN: true }), fc.integer({ min: Math.ceil(minimum), max: Math.floor(maximum) }))
        .map((value) => (Object.is(value, -0) ? 0 : value));
    case 'array':
      return fc.array(text, { maxLength: 4 });
    case 'object':
      return fc.dictionary(
        text.filter((key) => key !== ''),
        text,
        { maxKeys: 4 },
      );
    default:
      return schema.allOf && schema.pattern ? fc.stringMatching(new RegExp(schema.pattern)) : text;
  }
}

/** Any part of the values, as an environment states only what differs. */
export function validMap(properties: { readonly [name: string]: ValueSchema }): fc.Arbitrary<Values> {
  const entries = Object.entries(properties).filter(([name]) => name !== 'global');
  return fc.record(Object.fromEntries(entries.map(([name, schema]) => [name, valid(schema)])), {
    requiredKeys: [],
  }) as fc.Arbitrary<Values>;
}

/** One wrong value for each place: of another type, out of range, misspelt. */
export function* invalid(properties: { readonly [name: string]: ValueSchema }): Generator<{ what: string; values: Values }> {
  yield { what: 'an unknown name', values: { 'no-such-value': 1 } };
  for (const [name, schema] of Object.entries(properties)) {
    if (name === 'global') continue;
    if (schema.properties) {
      for (const { what, values } of invalid(schema.properties)) yield { what: `${name}.${what}`, values: { [name]: values } };
      continue;
    }
    for (const wrong of wrongValues(schema)) yield { what: `${name} = ${JSON.stringify(wrong)}`, values: { [name]: wrong } };
  }
}

function wrongValues(schema: ValueSchema): unknown[] {
  const wrong: unknown[] =
    schema.type === 'array'
      ? [{ a: 'b' }, 'text', [1], ['\u0007']]
      : schema.type === 'object'
        ? [['a'], 'text', { a: 1 }, { '': 'a' }]
        : [[], {}];
  if (schema.type === 'boolean') wrong.push('true', 1);
  if (schema.type === 'integer' || schema.type === 'number') wrong.push('1', true, (schema.maximum ?? 0) + 1, (schema.minimum ?? 0) - 1);
  if (schema.type === 'integer') wrong.push(0.5);
  if (schema.type === 'string') wrong.push(1, true, '\u0007', ...(schema.enum ? ['no such choice'] : schema.allOf ? ['not } it " '] : []));
  return wrong.filter((value) => typeof value !== 'number' || Number.isSafeInteger(value) || value === 0.5);
}

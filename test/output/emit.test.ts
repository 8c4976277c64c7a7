import fc from 'fast-check';
import { DEFAULT_SCHEMA, load } from 'js-yaml';
import { parse } from 'yaml';
import { emitYaml, quoteString } from '../../lib/output/emit';

/** What kubectl, kustomize and Helm do not carry unchanged. */
const REFUSED =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;
const TRICKY = [
  'y',
  'NO',
  'on',
  '012',
  '0o14',
  '0b1',
  '1_000',
  '1e3',
  '.5',
  '+1',
  '-',
  '?',
  ':',
  'a: b',
  'a #b',
  '- a',
  '| a',
  '> a',
  '&a',
  '*a',
  '!a',
  '%a',
  '@a',
  '`a',
  '{a}',
  '[a]',
  ',',
  '~',
  'null',
  '=',
  '<<',
  '---',
  '...',
  '2001-01-01',
  '1:30',
  '0x1F',
  '.inf',
  'NaN',
  ' a',
  'a ',
  '\ta',
  'a\n',
  '\na',
  'a\n\nb',
  ' a\nb',
  'a\n b',
  'a \nb',
  'a\tb\nc',
  'a\r\nb',
  '\u2028',
  '\ufeff',
  '\u00a0',
  '😀',
  '"',
  "'",
  '\\',
  '{{ x }}',
  '$(A)',
  '%s',
];
const text = fc.oneof(
  fc.constantFrom(...TRICKY),
  fc
    .array(fc.oneof(fc.constantFrom(...TRICKY), fc.string({ unit: 'binary', maxLength: 3 })), { maxLength: 5 })
    .map((parts) => parts.join('')),
);
const carried = text.filter((each) => !REFUSED.test(each));
const { data } = fc.letrec((tie) => ({
  data: fc.oneof(
    { maxDepth: 4 },
    carried,
    fc.integer({ min: Number.MIN_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER }),
    fc.double({ noNaN: true, min: -1e15, max: 1e15 }).map((number) => (Object.is(number, -0) ? 0 : number)),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('data'), { maxLength: 4 }),
    fc.dictionary(
      carried.filter((key) => key !== '__proto__'),
      tie('data'),
      { maxKeys: 4 },
    ),
  ),
}));
/** Readers of YAML 1.1 and of 1.2 see the same. */
const READERS = {
  'yaml 1.1': (written: string) => parse(written, { version: '1.1', merge: false }),
  'yaml 1.2': (written: string) => parse(written, { version: '1.2' }),
  'js-yaml': (written: string) => load(written, { schema: DEFAULT_SCHEMA }),
};

test.each(Object.entries(READERS))('any data comes back unchanged through %s', (_, reader) => {
  fc.assert(
    fc.property(data, (value) => {
      expect(reader(emitYaml({ value }))).toEqual({ value });
    }),
    { numRuns: 300 },
  );
});

test('a text is carried unchanged, or refused with its code point', () => {
  fc.assert(
    fc.property(text, (value) => {
      if (REFUSED.test(value)) expect(() => quoteString(value)).toThrow(/holds the code point U\+[0-9A-F]{4,6}/);
      else expect(JSON.parse(quoteString(value))).toBe(value);
    }),
    { numRuns: 1000 },
  );
});

test('people can read it: no quotes where none are needed, blocks of lines, keys in their order', () => {
  const value = {
    kind: 'Thing',
    image: 'shop/web:1.0.0',
    memory: '64Mi',
    port: '8080',
    enabled: 'yes',
    script: 'set -e\n\nexec web\n',
    list: [{ a: 1, b: [] }, [1, { c: {} }], 'x'],
    none: null,
    gone: undefined,
  };
  expect(emitYaml(value)).toBe(`kind: Thing
image: shop/web:1.0.0
memory: 64Mi
port: "8080"
enabled: "yes"
script: |
  set -e

  exec web
list:
  - a: 1
    b: []
  -
    - 1
    - c: {}
  - x
none: null
`);
});

test('data that is used twice is written twice: no anchors', () => {
  const shared = { a: 1 };
  expect(emitYaml({ b: shared, c: shared })).toBe('b:\n  a: 1\nc:\n  a: 1\n');
});

test.each([
  [Number.NaN, 'NaN cannot be written as YAML'],
  [Number.POSITIVE_INFINITY, 'Infinity cannot be written as YAML'],
  [2 ** 53, 'is beyond 2^53: write it as a string'],
])('%s is refused', (number, message) => {
  expect(() => emitYaml({ number })).toThrow(message);
});

test('minus zero is zero', () => {
  expect(emitYaml({ number: -0 })).toBe('number: 0\n');
});

import Ajv, { type ValidateFunction } from 'ajv';
import fc from 'fast-check';
import { schemaNode, validateSchema } from '../../../lib/check/schema/validate';
import { asJsonSchema } from './as-json-schema';
import { brokenObjects, objects, type Sample } from './samples';

// The verdicts of ajv on the same schemas, translated to plain JSON Schema, for objects broken at random.
const ajv = new Ajv({
  strict: false,
  logger: false,
  inlineRefs: false,
  allErrors: false,
  unicodeRegExp: true,
  formats: {
    byte: /^[A-Za-z0-9+/\r\n]*={0,2}$/,
    'date-time': true,
    double: true,
    string: true,
    int64: true,
    quantity: true,
    int32: { type: 'number', validate: (n: number) => Math.abs(n) < 2 ** 31 },
  },
});
const validators = new Map<string, ValidateFunction>();

function verdict(object: Sample): boolean {
  const key = `${object.apiVersion}/${object.kind}`;
  let validator = validators.get(key);
  if (validator === undefined) {
    const node = schemaNode(object.apiVersion, object.kind);
    if (node === undefined) throw new Error(`no schema of ${key}`);
    validator = ajv.compile(asJsonSchema(node));
    validators.set(key, validator);
  }
  return validator(object);
}

test('the objects to be broken are right', () => {
  for (const object of objects) {
    expect(validateSchema(object)).toEqual([]);
    expect(verdict(object)).toBe(true);
  }
});

test('ajv says the same of objects broken at random', () => {
  let refused = 0;
  fc.assert(
    fc.property(brokenObjects, (changed) => {
      const found = validateSchema(changed).filter((one) => one.keyword !== 'rule');
      refused += found.length > 0 ? 1 : 0;
      expect([found.length === 0, found[0]?.message]).toEqual([verdict(changed), found[0]?.message]);
    }),
    { numRuns: 1200, seed: 7 },
  );
  expect(refused).toBeGreaterThan(400);
  expect(refused).toBeLessThan(1150);
});

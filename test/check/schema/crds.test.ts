import { load } from 'js-yaml';
import { crdSchemas } from '../../../lib/check/schema/crds';
import type { Manifest } from '../../../lib/manifest/manifest';
import { problems } from './problems';

const crds = (properties: string, rest = ''): ReturnType<typeof crdSchemas> =>
  crdSchemas([
    load(`
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: things.example.com }
spec:
  group: example.com
  names: { kind: Thing }
  versions:
    - name: v1
      served: true
      schema: { openAPIV3Schema: { type: object, properties: { spec: { type: object, properties: ${properties} ${rest} } } } }
    - { name: v0, served: false, schema: { openAPIV3Schema: { type: object } } }
`) as Manifest,
  ]);
const thing = (spec: string): string => `{ apiVersion: example.com/v1, kind: Thing, metadata: { name: a }, spec: ${spec} }`;

test('kinds of a user are checked by their definitions; only versions that are served', () => {
  const given = crds('{ size: { type: integer, minimum: 1 } }');
  expect([...given.keys()]).toEqual(['example.com/v1/Thing']);
  expect(problems(thing('{ size: 0, sise: 1 }'), { crds: given })).toEqual([
    'spec.size: the number 0 is too small; it must be at least 1',
    'spec.sise: the field "sise" is unknown; did you mean "size"?',
  ]);
  expect(problems(thing('{ size: 0 }'))).toEqual([]);
});

test('a definition of the user comes before the one that the library carries', () => {
  const manifest = load(`
kind: CustomResourceDefinition
spec: { group: flagger.app, names: { kind: Canary }, versions: [{ name: v1beta1, served: true, schema: { openAPIV3Schema: { type: object, properties: { spec: { type: object } } } } }] }
`) as Manifest;
  const canary = '{ apiVersion: flagger.app/v1beta1, kind: Canary, metadata: { name: a }, spec: { analysis: {} } }';
  expect(problems(canary, { crds: crdSchemas([manifest]) })).toEqual([
    'spec.analysis: the field "analysis" is unknown; no field is known here',
  ]);
});

test('integer or string, free fields, defaults', () => {
  const given = crds(
    `{ port: { x-kubernetes-int-or-string: true, anyOf: [{ type: integer }, { type: string }] }, free: { type: object, x-kubernetes-preserve-unknown-fields: true },
       mode: { type: string, default: a } }`,
    ', required: [mode, port]',
  );
  expect(problems(thing('{ port: 1, free: { any: { thing: 1 } }, mode: null }'), { crds: given })).toEqual([]);
  expect(problems(thing('{ port: http }'), { crds: given })).toEqual([]);
  expect(problems(thing('{ port: true }'), { crds: given })).toEqual(['spec.port: true stands where a whole number or a text belongs']);
  expect(problems(thing('{}'), { crds: given })).toEqual(['spec.port: the field "port" is missing']);
});

test('lists that are maps or sets hold each item once', () => {
  const given = crds(
    `{ rules: { type: array, x-kubernetes-list-type: map, x-kubernetes-list-map-keys: [name], items: { type: object, properties: { name: { type: string }, a: { type: integer } } } },
       tags: { type: array, x-kubernetes-list-type: set, items: { type: string } } }`,
  );
  expect(problems(thing('{ rules: [{ name: a, a: 1 }, { name: b }, { name: a, a: 2 }], tags: [x, y, x] }'), { crds: given })).toEqual([
    'spec.rules[2]: the item is the same as item 0 in name; each may be there once',
    'spec.tags[2]: the item is the same as item 0; each may be there once',
  ]);
});

test('patterns are those of RE2, lengths count characters', () => {
  const given = crds("{ a: { type: string, pattern: '^(?i)x$' }, b: { type: string, minLength: 2, maxLength: 2 } }");
  expect(problems(thing('{ a: X, b: "😀😀" }'), { crds: given })).toEqual([]);
  expect(problems(thing('{ a: y, b: "😀" }'), { crds: given })).toEqual([
    'spec.a: the text "y" does not match the pattern ^(?i)x$',
    'spec.b: the text has 1 character; at least 2 are needed',
  ]);
});

test('odd definitions are passed over', () => {
  expect(problems(thing('{ a: x }'), { crds: crds("{ a: { type: string, pattern: '(' } }") })).toEqual([]);
  expect(crdSchemas([{ apiVersion: 'a', kind: 'CustomResourceDefinition', metadata: { name: 'a' } }]).size).toBe(0);
  expect(
    crdSchemas([
      {
        apiVersion: 'a',
        kind: 'CustomResourceDefinition',
        metadata: { name: 'a' },
        spec: { names: { kind: 'A' }, versions: [{ served: true }] },
      },
    ]).size,
  ).toBe(0);
});

import fc from 'fast-check';
import { check } from '../../lib/check/check';
import type { SourcedManifest } from '../../lib/model/sourced';
import { type Loose, manifestsOf } from './helper';
import { CORRECT_SETS } from './sets';

const SETS = Object.values(CORRECT_SETS).map((yaml) => manifestsOf(yaml).map(({ manifest }) => manifest));

/** Values that stand where others belong. */
const odd = fc.oneof(
  fc.constantFrom<unknown>(
    undefined,
    null,
    '',
    0,
    -1,
    1e9,
    true,
    [],
    {},
    [null],
    [[]],
    [{}],
    '{{ x }}',
    '*',
    'a.b',
    'istio-ingress/',
    '__proto__',
    '(',
    '100%',
  ),
  fc.string({ maxLength: 8 }),
  fc.jsonValue({ maxDepth: 2 }),
);

/** Puts a value somewhere: the numbers choose the way down. */
function mutate(root: Loose, choices: readonly number[], value: unknown): void {
  let parent = root;
  for (const choice of choices) {
    const keys = Object.keys(parent);
    if (keys.length === 0) return;
    const key = keys[choice % keys.length];
    const next = parent[key];
    if (typeof next !== 'object' || next === null || choice % 7 === 0) {
      parent[key] = value as Loose;
      return;
    }
    parent = next;
  }
}

function sourced(manifests: readonly unknown[]): SourcedManifest[] {
  return manifests.map((manifest) => ({ manifest: manifest as SourcedManifest['manifest'], origin: {} }));
}

const mutation = fc.record({ object: fc.nat(), choices: fc.array(fc.nat(1000), { minLength: 1, maxLength: 9 }), value: odd });

test('odd objects never stop a check', () => {
  fc.assert(
    fc.property(fc.nat(SETS.length - 1), fc.array(mutation, { minLength: 1, maxLength: 6 }), (set, mutations) => {
      const objects = structuredClone(SETS[set]) as unknown as Loose[];
      for (const { object, choices, value } of mutations) mutate(objects[object % objects.length], choices, value);
      const { findings } = check(sourced(objects), { schema: false });
      expect(findings.filter(({ code }) => code === 'PD0092')).toEqual([]);
    }),
    { numRuns: Number(process.env.FUZZ_RUNS ?? 150) },
  );
});

test('anything at all never stops a check', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.oneof(
          fc.jsonValue(),
          fc.record({
            apiVersion: odd,
            kind: fc.constantFrom('Rollout', 'Canary', 'VirtualService', 'HTTPRoute', 'Service'),
            metadata: odd,
            spec: fc.jsonValue(),
          }),
        ),
      ),
      (objects) => {
        const { findings } = check(sourced(objects), { schema: false });
        expect(findings.filter(({ code }) => code === 'PD0092')).toEqual([]);
      },
    ),
    { numRuns: 200 },
  );
});

test('the same set has the same findings, in the same order', () => {
  const manifests = manifestsOf(CORRECT_SETS.MESH);
  const first = check(manifests).findings;
  expect(
    check([...manifests].reverse())
      .findings.map(({ code, message }) => code + message)
      .sort(),
  ).toEqual(first.map(({ code, message }) => code + message).sort());
  expect(check(manifests).findings).toEqual(first);
});

import fc from 'fast-check';
import { positionOf } from '../../lib/model/position';
import { readManifests } from '../../lib/model/read';

const PIECES = [
  '---',
  '\n---\n',
  '{{',
  '}}',
  '&a ',
  '*a',
  '<<: ',
  '? ',
  '- ',
  ': ',
  '|',
  '>',
  '"',
  "'",
  '[',
  ']',
  '{',
  '}',
  '#',
  '%',
  '!!',
  '!x ',
  '\t',
  '\r\n',
  '\u2028',
  '\ufeff',
  '\0',
  '...',
  '@',
  '`',
  ',',
  '<<<<<<< x',
  '__proto__: 1',
  'items:',
  'kind: List\n',
  '\ud800',
  '0o7',
  '~',
];
const SAMPLE =
  'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n  labels: {x: "1"}\ndata:\n  text: |\n    line\n  list:\n  - 1\n  - {a: b}\n';

test('whatever the bytes are, reading ends, and says of each document that it was read or why not', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (content) => {
      const { manifests, problems } = readManifests([{ file: 'a', content }]);
      expect(Array.isArray(manifests) && Array.isArray(problems)).toBe(true);
    }),
    { numRuns: 200 },
  );
});

test('whatever is put into a manifest, reading ends; what was read has a name and positions', () => {
  const edits = fc.array(fc.tuple(fc.nat(SAMPLE.length), fc.constantFrom(...PIECES), fc.nat(6)), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(edits, (changes) => {
      let text = SAMPLE;
      for (const [at, piece, gone] of changes) text = text.slice(0, at) + piece + text.slice(at + gone);
      const { manifests, problems } = readManifests([{ file: 'a', content: `${text}\n---\n${SAMPLE}` }]);
      for (const found of manifests) {
        expect(typeof found.manifest.metadata.name).toBe('string');
        const position = positionOf(found, ['data', 'list', 1, 'a']);
        expect(position?.line).toBeGreaterThan(0);
      }
      for (const problem of problems) expect(problem.location?.file).toBe('a');
      expect(manifests.length + problems.length).toBeGreaterThan(0);
    }),
    { numRuns: 200 },
  );
});

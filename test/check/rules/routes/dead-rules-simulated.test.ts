import fc from 'fast-check';
import { check } from '../../../../lib/check/check';
import { fieldPathText } from '../../../../lib/check/finding';
import { deadRule } from '../../../../lib/check/rules/routes/dead-rule';
import { modelOf } from '../../../../lib/model/model-of';
import type { SourcedManifest } from '../../../../lib/model/sourced';
import { probesOf } from '../../../../lib/simulate/changes/probes';
import { route } from '../../../../lib/simulate/requests/route';

// What the checks call dead, the simulation must never reach: requests are made for every match of every rule.
const text = fc.constantFrom('/', '/a', '/a/b', '/b', 'x', '.*', '/a.*', '[ab]+');
const stringMatch = fc.oneof(
  text.map((exact) => ({ exact })),
  text.map((prefix) => ({ prefix })),
  text.map((regex) => ({ regex })),
  fc.constant({}),
);
const uri = fc.oneof(
  fc.constantFrom('/', '/a', '/a/b', '/b').map((exact) => ({ exact })),
  fc.constantFrom('/', '/a', '/a/b', '/A').map((prefix) => ({ prefix })),
  fc.constantFrom('.*', '/a.*', '/.*', '/[ab]').map((regex) => ({ regex })),
);
const match = fc.record(
  {
    uri,
    ignoreUriCase: fc.boolean(),
    method: fc.constantFrom({ exact: 'GET' }, { exact: 'POST' }, { prefix: 'P' }, { regex: 'GET|POST' }),
    headers: fc.dictionary(fc.constantFrom('x-a', 'X-A', 'x-b'), stringMatch, { maxKeys: 2 }),
    withoutHeaders: fc.dictionary(fc.constantFrom('x-a', 'x-b'), stringMatch, { maxKeys: 1 }),
    queryParams: fc.dictionary(fc.constantFrom('q', 'r'), stringMatch, { maxKeys: 1 }),
    port: fc.constantFrom(80, 81),
  },
  { requiredKeys: [] },
);
const rules = fc.array(fc.array(match, { maxLength: 2 }), { minLength: 2, maxLength: 5 });

const sourced = (manifest: unknown): SourcedManifest => ({ manifest: manifest as SourcedManifest['manifest'], origin: {} });

function setOf(matches: readonly (readonly object[])[]): SourcedManifest[] {
  const http = matches.map((each, index) => ({ name: `r${index}`, match: each, route: [{ destination: { host: 'web' } }] }));
  const service = {
    selector: { app: 'web' },
    ports: [
      { name: 'http', port: 80 },
      { name: 'http-b', port: 81 },
    ],
  };
  return [
    sourced({ apiVersion: 'v1', kind: 'Service', metadata: { name: 'web', namespace: 'shop' }, spec: service }),
    sourced({
      apiVersion: 'networking.istio.io/v1',
      kind: 'VirtualService',
      metadata: { name: 'web', namespace: 'shop' },
      spec: { hosts: ['web'], http },
    }),
  ];
}

let told = 0;

test('no request reaches a rule that is called dead', () => {
  fc.assert(
    fc.property(rules, (matches) => {
      const manifests = setOf(matches);
      const dead = check(manifests, { rules: [deadRule], schema: false }).findings.map(({ path }) => fieldPathText(path ?? []));
      if (dead.length === 0) return;
      told += dead.length;
      const model = modelOf(manifests);
      for (const { request } of probesOf(model)) {
        for (const port of [80, 81]) {
          const reached = route(model, { ...request, port }).why.flatMap(({ matched, path = '' }) => (matched ? [path] : []));
          expect(dead.filter((rule) => reached.some((path) => path === rule || path.startsWith(`${rule}.`)))).toEqual([]);
        }
      }
    }),
    { numRuns: 300, seed: 7 },
  );
  expect(told).toBeGreaterThan(50);
});

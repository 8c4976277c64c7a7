import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseCel } from '../../../lib/check/schema/cel/parse';
import { problems } from './problems';

const route = (rule: string, rest = ''): string =>
  `{ apiVersion: gateway.networking.k8s.io/v1, kind: HTTPRoute, metadata: { name: a }, spec: { parentRefs: [{ name: a }]${rest}, rules: [${rule}] } }`;

test('a rule of a custom resource that does not hold is told with the words of its definition', () => {
  expect(problems(route('{ matches: [{ path: { value: /a } }], backendRefs: [{ name: a, port: 80 }] }'))).toEqual([]);
  expect(problems(route('{ backendRefs: [{ name: a }] }'))).toEqual(['spec.rules[0].backendRefs[0]: Must have port for Service reference']);
  expect(problems(route('{ matches: [{ path: { type: PathPrefix, value: a } }] }'))).toEqual([
    "spec.rules[0].matches[0].path: value must be an absolute path and start with '/' when type one of ['Exact', 'PathPrefix']",
  ]);
});

test('defaults are filled in before a rule is asked', () => {
  // Without the default PathPrefix the rule could not tell that the path has to begin with a slash.
  expect(problems(route('{ matches: [{ path: { value: a } }] }'))).toEqual([expect.stringContaining('must be an absolute path')]);
});

test('rules that compare items', () => {
  const gateway = (listeners: string): string =>
    `{ apiVersion: gateway.networking.k8s.io/v1, kind: Gateway, metadata: { name: a }, spec: { gatewayClassName: istio, listeners: ${listeners} } }`;
  expect(problems(gateway('[{ name: a, port: 80, protocol: HTTP }, { name: b, port: 81, protocol: HTTP }]'))).toEqual([]);
  expect(problems(gateway('[{ name: a, port: 80, protocol: HTTP }, { name: b, port: 80, protocol: HTTP }]'))).toEqual([
    'spec.listeners: Combination of port, protocol and hostname must be unique for each listener',
  ]);
});

test('rules are asked only of objects that the schema has nothing against, as the API server does', () => {
  expect(problems(route('{ backendRefs: [{ name: a, port: "80" }] }'))).toEqual([
    'spec.rules[0].backendRefs[0].port: the text "80" stands where a whole number belongs; write it without quotes',
  ]);
});

test('every rule that the library carries can be read', () => {
  const folder = join(__dirname, '..', '..', '..', 'imports', 'schemas');
  const rules = new Set<string>();
  for (const file of readdirSync(folder)) {
    JSON.parse(readFileSync(join(folder, file), 'utf8'), (key, value) => {
      if (key === 'x-kubernetes-validations' && Array.isArray(value)) for (const { rule } of value as { rule: string }[]) rules.add(rule);
      return value;
    });
  }
  expect(rules.size).toBeGreaterThan(100);
  for (const rule of rules) expect(() => parseCel(rule)).not.toThrow();
});

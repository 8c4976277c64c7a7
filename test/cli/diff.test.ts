import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { diffCommand } from '../../lib/cli/commands/diff';

const manifests = (image: string, version: string) => `
apiVersion: v1
kind: Service
metadata: {name: web, namespace: shop}
spec: {selector: {app: web}, ports: [{name: http, port: 80}]}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: web, namespace: shop}
spec:
  selector: {matchLabels: {app: web}}
  template: {metadata: {labels: {app: web, version: ${version}}}, spec: {containers: [{name: web, image: ${image}}]}}
`;

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'diff-'));
  writeFileSync(join(cwd, 'old.yaml'), manifests('web:1', 'v1'));
  writeFileSync(join(cwd, 'new.yaml'), manifests('web:2', 'v2'));
});
afterEach(() => rmSync(cwd, { recursive: true }));

async function run(args: string[], stdin = ''): Promise<{ code: number; out: string; err: string }> {
  let [out, err] = ['', ''];
  const io = {
    stdout: (text: string) => void (out += text),
    stderr: (text: string) => void (err += text),
    stdin: async () => stdin,
    color: false,
    cwd,
  };
  const code = await diffCommand.run(args, io);
  return { code, out, err };
}

test('requests, releases and objects', async () => {
  expect(await run(['old.yaml', 'new.yaml'])).toEqual({
    code: 0,
    err: '',
    out: `requests
  shop/web: v1 -> v2
releases
  Deployment shop/web starts a release: promoted after 0:01 if the new version is good; until then 0 % of the requests meet the new version. All pods run the new version.
objects
  ~ Deployment shop/web
`,
  });
});

test('nothing changes', async () => {
  expect(await run(['old.yaml', '-'], manifests('web:1', 'v1'))).toEqual({ code: 0, out: 'nothing changes\n', err: '' });
});

test('what is refused', async () => {
  const route = (rule: string) =>
    `apiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: {name: web, namespace: shop}\nspec: {hosts: [web], http: [${rule}]}\n`;
  writeFileSync(join(cwd, 'new.yaml'), [manifests('web:1', 'v1'), route('{redirect: {redirectCode: 301}}')].join('---\n'));
  const { out } = await run(['old.yaml', 'new.yaml']);
  expect(out).toBe(`requests
  every request meets the same version as before
refused
  VirtualService shop/web: Istio refuses it, because the redirect changes nothing; what the cluster has of it stays
objects
  + VirtualService shop/web
`);
  const { out: json } = await run(['old.yaml', 'new.yaml', '--format', 'json']);
  expect(JSON.parse(json).refused).toMatchObject([{ object: { kind: 'VirtualService' }, by: 'Istio', path: ['spec', 'http', 0] }]);
});

test('JSON has all of it', async () => {
  const { out } = await run(['old.yaml', 'new.yaml', '--format', 'json']);
  expect(JSON.parse(out)).toMatchObject({
    objects: [{ change: 'changed', object: { group: 'apps', kind: 'Deployment', namespace: 'shop', name: 'web' } }],
    traffic: [{ about: 'shop/web', request: { from: 'mesh:shop/client', port: 80 }, before: { v1: 1 }, after: { v2: 1 } }],
    releases: [{ controller: 'deployment', end: { what: 'promoted' } }],
  });
});

test.each([
  [['old.yaml', 'none.yaml'], 2, 'there are no manifests in none.yaml'],
  [['-', '-'], 2, 'only one of OLD and NEW can come from standard input'],
  [['old.yaml', 'new.yaml', '--format', 'sarif'], 2, "argument 'sarif' is invalid"],
  [['old.yaml'], 2, "missing required argument 'new'"],
])('%j is refused', async (args, code, message) => {
  const result = await run(args);
  expect(result).toMatchObject({ code, out: '' });
  expect(result.err).toContain(message);
});

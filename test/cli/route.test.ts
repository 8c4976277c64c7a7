import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { routeCommand } from '../../lib/cli/commands/route';

const MANIFESTS = `
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: gw, namespace: shop}
spec: {selector: {istio: ingressgateway}, servers: [{port: {number: 80, name: http, protocol: HTTP}, hosts: ["*"]}]}
---
apiVersion: v1
kind: Service
metadata: {name: web, namespace: shop}
spec: {selector: {app: web}, ports: [{name: http, port: 80}]}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: web, namespace: shop}
spec: {template: {metadata: {labels: {app: web, version: v1}}}}
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: web, namespace: shop}
spec: {hosts: [web.com], gateways: [gw], http: [{route: [{destination: {host: web}}]}]}
`;

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'route-'));
  writeFileSync(join(cwd, 'all.yaml'), MANIFESTS);
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
  const code = await routeCommand.run(args, io);
  return { code, out, err };
}

test('one request: a line for the result, then the chain', async () => {
  const { code, out } = await run(['all.yaml', '--host', 'web.com', '--path', '/a']);
  expect(code).toBe(0);
  expect(out).toBe(`GET web.com/a from gateway
  → 200: shop/web: v1
  the pods see web.com/a
  enters at Gateway shop/gw, port 80
    Gateway shop/gw serves * at port 80
      web.com is served by the routes of web.com
        ✓ rule fits (VirtualService shop/web spec.http[0])
          shop/web port 80: web (v1)
`);
});

test('a list of requests from standard input as JSON, in the same order', async () => {
  const { code, out } = await run(
    ['all.yaml', '--requests', '-', '--format', 'json'],
    '[{"from":"gateway","host":"web.com"},{"from":"mesh:shop/web","host":"web"},{"from":"gateway","host":"x"}]',
  );
  expect(code).toBe(0);
  const answers = JSON.parse(out) as { status: number; destinations: { version: string; weight: number }[] }[];
  expect(answers.map(({ status, destinations }) => [status, destinations.map(({ version, weight }) => [version, weight])])).toEqual([
    [200, [['v1', 1]]],
    [200, [['v1', 1]]],
    [404, []],
  ]);
});

test('a table with expectations decides the exit code', async () => {
  writeFileSync(join(cwd, 'good.yaml'), '- {name: web, host: web.com, expect: v1}\n');
  writeFileSync(join(cwd, 'bad.yaml'), '- {name: web, host: web.com, expect: v2}\n');
  expect(await run(['all.yaml', '--expect', 'good.yaml'])).toMatchObject({
    code: 0,
    out: expect.stringContaining('1 of 1 requests are answered as expected'),
  });
  expect(await run(['all.yaml', '--expect', 'bad.yaml'])).toMatchObject({
    code: 1,
    out: expect.stringContaining('reaches v1, expected v2'),
  });
});

test('wrong use is exit code 2 with a reason', async () => {
  const wrong = async (...args: string[]) => (await run(args)).err;
  expect((await run(['all.yaml'])).code).toBe(2);
  expect(await wrong('all.yaml')).toContain('give one of --host, --requests and --expect');
  expect(await wrong('all.yaml', '--host', 'a', '--header', 'x')).toContain('has no colon');
  expect(await wrong('all.yaml', '--host', 'a', '--port', 'x')).toContain('is no port');
  expect(await wrong('all.yaml', '--host', 'a', '--format', 'xml')).toContain("argument 'xml' is invalid");
  expect(await wrong('all.yaml', '--host', 'a', '--from', 'nobody')).toContain("no workload 'nobody'");
  expect(await wrong('all.yaml', '--requests', 'none.yaml')).toContain('cannot be read');
  expect(await wrong('none.yaml', '--host', 'a')).toContain('there is no such file or folder');
});

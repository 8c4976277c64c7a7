import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CliCommand } from '../../lib/cli/command';
import { checkCommand } from '../../lib/cli/commands/check';
import { explainCommand } from '../../lib/cli/commands/explain';
import { CORRECT_SETS } from './sets';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'check-'));
  writeFileSync(join(folder, 'good.yaml'), CORRECT_SETS.MESH);
  writeFileSync(join(folder, 'bad.yaml'), CORRECT_SETS.MESH.replace('weight: 90', 'weight: 80'));
  writeFileSync(join(folder, 'broken.yaml'), 'a: [1');
  writeFileSync(join(folder, 'widget.yaml'), '{ apiVersion: example.com/v1, kind: Widget, metadata: { name: a }, spec: { size: big } }');
  writeFileSync(
    join(folder, 'crd.yaml'),
    `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: widgets.example.com }
spec:
  group: example.com
  names: { kind: Widget, plural: widgets }
  scope: Namespaced
  versions: [{ name: v1, served: true, storage: true, schema: { openAPIV3Schema: { type: object, properties: { spec: { type: object, properties: { size: { type: integer } } } } } } }]
`,
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

async function run(command: CliCommand, args: string[], stdin = ''): Promise<{ code: number; out: string; err: string }> {
  let out = '';
  let err = '';
  const io = {
    stdout: (text: string) => {
      out += text;
    },
    stderr: (text: string) => {
      err += text;
    },
    stdin: async () => stdin,
    color: false,
    cwd: folder,
  };
  return { code: await command.run(args, io), out, err };
}

const codes = (out: string): string[] => Object.keys(JSON.parse(out).summary.codes);

test('exit code 0 when nothing but notes is found', async () => {
  const { code, out } = await run(checkCommand, ['good.yaml', '--format', 'json']);
  expect([code, codes(out)]).toEqual([0, ['PD0817', 'PD0901']]);
});

test('exit code 1 when there are errors or warnings', async () => {
  const { code, out } = await run(checkCommand, ['bad.yaml', '--format', 'json']);
  expect([code, codes(out)]).toEqual([1, ['PD0103', 'PD0817', 'PD0901']]);
});

test('exit code 2 for input that cannot be read, and the rest is checked', async () => {
  const { code, out } = await run(checkCommand, ['broken.yaml', 'bad.yaml', '--format', 'json']);
  expect([code, codes(out).includes('PD0103'), codes(out).includes('PD0004')]).toEqual([2, true, true]);
});

test.each([[['--format', 'xml']], [['--kubernetes-version', '1.2']], [['--ignore', 'PD0103']], [['--severity', 'loud']], [['--nonsense']]])(
  'exit code 2 for wrong use: %p',
  async (options) => {
    const { code, err } = await run(checkCommand, ['good.yaml', ...options]);
    expect(code).toBe(2);
    expect(err).not.toBe('');
  },
);

test('severity hides what is below', async () => {
  const { code, out } = await run(checkCommand, ['bad.yaml', '--format', 'json', '--severity', 'error']);
  expect([code, codes(out)]).toEqual([0, []]);
});

test('reads standard input', async () => {
  const { code } = await run(checkCommand, ['-'], CORRECT_SETS.MESH.replace('weight: 90', 'weight: 80'));
  expect(code).toBe(1);
});

test('a flag and the project file suppress with a reason', async () => {
  expect((await run(checkCommand, ['bad.yaml', '--ignore', 'PD0103=a test'])).code).toBe(0);
  writeFileSync(join(folder, '.progressive.yaml'), 'checks: { ignore: [{ code: PD0103, reason: a test }] }');
  expect((await run(checkCommand, ['bad.yaml'])).code).toBe(0);
  rmSync(join(folder, '.progressive.yaml'));
});

test('definitions given with --crds are used', async () => {
  expect(codes((await run(checkCommand, ['widget.yaml', '--format', 'json'])).out)).toEqual(['PD0817']);
  expect(codes((await run(checkCommand, ['widget.yaml', '--format', 'json', '--crds', 'crd.yaml'])).out)).toEqual(['PD0812']);
});

test('what is given as context is referred to and not checked', async () => {
  writeFileSync(
    join(folder, 'route.yaml'),
    '{ apiVersion: networking.istio.io/v1, kind: VirtualService, metadata: { name: r, namespace: shop }, spec: { hosts: [r.example.com], gateways: [public], http: [{ route: [{ destination: { host: reviews } }] }] } }',
  );
  expect(codes((await run(checkCommand, ['route.yaml', '--format', 'json'])).out)).toEqual(['PD0110', 'PD0112']);
  expect(codes((await run(checkCommand, ['route.yaml', '--context', 'bad.yaml', '--format', 'json'])).out)).toEqual(['PD0112']);
});

test('explains a code, lists all, and says what was probably meant', async () => {
  expect((await run(explainCommand, ['pd0103'])).out).toContain('What happens: The mesh takes weights as proportions');
  expect((await run(explainCommand, [])).out).toContain('PD0103  warning');
  expect(JSON.parse((await run(explainCommand, ['PD0103', '--format', 'json'])).out).code).toBe('PD0103');
  const { code, err } = await run(explainCommand, ['PD9103']);
  expect([code, err]).toEqual([2, expect.stringContaining('did you mean PD0103')]);
});

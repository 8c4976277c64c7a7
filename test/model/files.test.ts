import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readPaths } from '../../lib/model/files';
import { readManifests } from '../../lib/model/read';

const pod = (name: string) => `apiVersion: v1\nkind: Pod\nmetadata: {name: ${name}}\n`;
let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'files-'));
});
afterEach(() => rmSync(cwd, { recursive: true }));

function tree(files: Record<string, string>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(cwd, path, '..'), { recursive: true });
    writeFileSync(join(cwd, path), text);
  }
}
const names = (...paths: string[]) => readPaths(paths, { cwd }).inputs.map((input) => input.file);

test('folders in name order, links once, hidden folders and other files left out', () => {
  tree({ 'b/2.yaml': pod('b2'), 'a.yml': pod('a'), 'b/1.json': '{}', 'b/.git/x.yaml': '', 'c.txt': '', 'node_modules/x.yaml': '' });
  symlinkSync('..', join(cwd, 'b/loop'));
  symlinkSync('self', join(cwd, 'self'));
  const { inputs, problems } = readPaths(['.', 'a.yml', 'none.yaml', '-'], { cwd, stdin: pod('s') });
  expect(inputs.map((input) => input.file)).toEqual(['a.yml', 'b/1.json', 'b/2.yaml', 'stdin']);
  expect(problems.map((found) => `${found.code} ${found.message}`)).toEqual([
    'PD0001 self cannot be read: its symbolic links lead in a circle.',
    'PD0001 none.yaml cannot be read: there is no such file or folder.',
  ]);
});

test('globs', () => {
  tree({ 'a/1.yaml': '', 'a/b/2.yaml': '', 'a/b/c/3.yml': '', 'x[1].yaml': '' });
  expect(names('a/*.yaml')).toEqual(['a/1.yaml']);
  expect(names('a/**/*.{yaml,yml}')).toEqual(['a/1.yaml', 'a/b/2.yaml', 'a/b/c/3.yml']);
  expect(names('**/[23].y*')).toEqual(['a/b/2.yaml', 'a/b/c/3.yml']);
  expect(names('x[1].yaml')).toEqual(['x[1].yaml']);
  expect(readPaths(['q/*'], { cwd }).problems).toHaveLength(1);
});

test('charts and kustomizations are rendered when they are the path, and left out with a note inside a folder', () => {
  tree({ 'chart/Chart.yaml': 'name: c', 'chart/templates/a.yaml': '{{ .Values.a }}', 'kust/kustomization.yaml': '', 'p.yaml': pod('p') });
  const render = (renderer: string) => ({ text: pod(renderer) });
  const rendered = readPaths(['chart', 'kust'], { cwd, render });
  expect(readManifests(rendered.inputs).manifests.map((found) => found.manifest.metadata.name)).toEqual(['helm', 'kustomize']);
  const folder = readPaths(['.'], { cwd, render });
  expect(folder.inputs.map((input) => input.file)).toEqual(['p.yaml']);
  expect(folder.problems.map((found) => `${found.severity} ${found.message}`)).toEqual([
    'note chart is a chart and was left out.',
    'note kust is a kustomization and was left out.',
  ]);
});

test('a folder that is one overlay with its bases, or one chart, is rendered as that', () => {
  tree({
    'app/base/kustomization.yaml': 'resources: [a.yaml]',
    'app/base/a.yaml': pod('a'),
    'app/overlays/prod/kustomization.yml': 'resources: [../../base]',
    'charts/web/Chart.yaml': 'name: web',
    'broken/one/Kustomization': '[',
  });
  const render = (renderer: string, path: string) => ({ text: pod(`${renderer}-${path.split('/').pop()}`) });
  const read = (path: string) => readPaths([path], { cwd, render });
  const rendered = (path: string) => readManifests(read(path).inputs).manifests.map((found) => found.manifest.metadata.name);
  expect([rendered('app'), rendered('charts'), rendered('broken')]).toEqual([['kustomize-prod'], ['helm-web'], ['kustomize-one']]);
  expect(read('app').inputs.map((input) => input.file)).toEqual(['app/overlays/prod']);
  tree({ 'app/overlays/test/kustomization.yaml': 'bases: [../../base/]' });
  expect(rendered('app')).toEqual([]);
  expect(read('app').problems).toHaveLength(3);
});

test('a nested overlay that cannot be rendered is a note', () => {
  tree({ 'app/one/kustomization.yaml': '' });
  const render = () => ({ error: { message: 'no program', fix: 'Install one.' } });
  expect(readPaths(['app'], { cwd, render }).problems.map(({ severity }) => severity)).toEqual(['note']);
  expect(readPaths(['app/one'], { cwd, render }).problems.map(({ severity }) => severity)).toEqual(['error']);
});

test('what is no manifest is an error in a file that was named, and a note in a folder', () => {
  tree({ 'f/values.yaml': 'a: 1', 'f/table.json': '[1]', 'f/bad.yaml': 'a: [' });
  const severities = (...paths: string[]) => readManifests(readPaths(paths, { cwd }).inputs).problems.map((found) => found.severity);
  expect(severities('f')).toEqual(['error', 'note', 'note']);
  expect(severities('f/values.yaml', 'f/table.json')).toEqual(['error', 'error']);
});

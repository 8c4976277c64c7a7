import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { progressive, project, ROOT } from '../support/project';

const PRELOAD = path.join(ROOT, 'build/lib/synth/loader/preload.js');

/** What `main` of these files prints when it runs as an app does. */
function printed(files: { readonly [file: string]: string }, main = 'main.ts'): string {
  const folder = project(files);
  const { NODE_OPTIONS: _, ...env } = process.env;
  const { stdout, stderr } = spawnSync(process.execPath, ['--require', PRELOAD, path.join(folder, main)], { encoding: 'utf8', env });
  return stdout + stderr;
}

const NAME = { 'lib/name.ts': "export const name: string = 'reviews';\n" };
const using = (request: string) => `import { name } from '${request}';\nconsole.log(name satisfies string);\n`;

test.each([
  ['CommonJS', {}, 'main.ts'],
  ['an ES module by package.json', { 'package.json': '{ "type": "module" }' }, 'main.ts'],
  ['an ES module by its ending', {}, 'main.mts'],
])('%s: sources are found by the name of the source, of what it becomes, and without an ending', (_, files, main) => {
  for (const request of ['./lib/name.ts', './lib/name.js', './lib/name'])
    expect(printed({ ...NAME, ...files, [main]: using(request) }, main)).toBe('reviews\n');
});

test('an ES module has top-level await, its URL, and this library', () => {
  const main = `import { Resources } from 'cdk8s-progressive';
const lines: number = (await Promise.resolve(import.meta.url)).length;
console.log(lines > 0, typeof Resources.small);
`;
  expect(printed({ 'package.json': '{ "type": "module" }', 'main.ts': main })).toBe('true function\n');
});

test.each([
  ['paths', { paths: { '@lib/*': ['./lib/*'], '@name': ['./lib/name.ts'] } }, ['@lib/name', '@name']],
  ['paths from baseUrl', { baseUrl: 'lib', paths: { '@name': ['name'] } }, ['@name', 'name']],
])('aliases of tsconfig.json: %s', (_, compilerOptions, requests) => {
  const config = `{\n  // inherited\n  "extends": "./base",\n}\n`;
  for (const type of ['commonjs', 'module'])
    for (const request of requests)
      expect(
        printed({
          ...NAME,
          'package.json': JSON.stringify({ type }),
          'base.json': JSON.stringify({ compilerOptions }),
          'tsconfig.json': config,
          'main.ts': using(request),
        }),
      ).toBe('reviews\n');
});

test('an alias never hides a package', () => {
  const config = JSON.stringify({ compilerOptions: { baseUrl: '.', paths: { '*': ['lib/*'] } } });
  expect(printed({ ...NAME, 'tsconfig.json': config, 'main.ts': "import { Chart } from 'cdk8s';\nconsole.log(typeof Chart);\n" })).toBe(
    'function\n',
  );
});

test('namespaces and decorators take the TypeScript of the project', () => {
  const main = `namespace Shop { export const name: string = 'reviews'; }
function named(type: Function, _: unknown) { Object.assign(type, { shown: Shop.name }); }
@named
class Service {}
console.log((Service as unknown as { shown: string }).shown);
throw new Error('at line 6');
`;
  const said = printed({ 'main.ts': main });
  expect(said).toMatch(/^reviews\n/);
  expect(said).toContain('main.ts:6');
});

test('without a TypeScript of its own, a project is told that a namespace needs one', () => {
  const folder = project({ 'main.ts': 'namespace Shop { export const name = 1; }\n' });
  fs.rmSync(path.join(folder, 'node_modules'));
  const { code, stderr } = progressive(['synth', '--app', 'main.ts'], { cwd: folder });
  expect(code).toBe(1);
  expect(stderr).toContain("main.ts holds a namespace, which takes the TypeScript compiler to run: 'npm install --save-dev typescript'");
});

test('the library uses the cdk8s of the app, wherever the library lies', () => {
  const folder = project({});
  fs.rmSync(path.join(folder, 'node_modules'));
  fs.mkdirSync(path.join(folder, 'node_modules/cdk8s'), { recursive: true });
  fs.writeFileSync(path.join(folder, 'node_modules/cdk8s/package.json'), '{ "name": "cdk8s", "main": "index.js" }');
  fs.writeFileSync(path.join(folder, 'node_modules/cdk8s/index.js'), "console.log('own copy');\nmodule.exports = { App: class {} };\n");
  fs.writeFileSync(path.join(folder, 'main.js'), "require('cdk8s-progressive').ProgressiveApp;\n");
  const { NODE_OPTIONS: _, ...env } = process.env;
  const { stdout } = spawnSync(process.execPath, ['--require', PRELOAD, path.join(folder, 'main.js')], { encoding: 'utf8', env });
  expect(stdout).toBe('own copy\n');
});

test('what only an ES module can do is told with how to become one', () => {
  const main = "import { EOL } from 'node:os';\nconst n: number = await Promise.resolve(EOL.length);\nconsole.log(n);\n";
  expect(printed({ 'main.ts': main })).toContain(
    'main.ts awaits outside of a function, which ES modules can: state "type": "module" in package.json, or let the file\'s name end with .mts.',
  );
  expect(printed({ 'main.mts': main }, 'main.mts')).toBe('1\n');
});

import * as fs from 'node:fs';
import * as path from 'node:path';
import { filesBelow, progressive, project } from '../support/project';

const HELLO = `import { Chart } from 'cdk8s';
import { Microservice, ProgressiveApp } from 'cdk8s-progressive';

const app = new ProgressiveApp();
const chart = new Chart(app, 'shop', { namespace: 'shop' });
new Microservice(chart, 'hello').addVersion('v1', { image: 'registry.example/hello:1.0.0' });
app.synth();
`;
const CONFIG = 'language: typescript\napp: npx tsx main.ts\n';

function hello(main = HELLO): string {
  return project({ 'cdk8s.yaml': CONFIG, 'main.ts': main });
}

describe('progressive synth', () => {
  test('writes a folder per environment and a file per object', () => {
    const folder = hello();
    const { code, stdout, stderr } = progressive(['synth', '--out', 'out'], { cwd: folder });
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    expect(stderr).toMatch(/^✓ .+: \d+ objects, environment default → out\/\S+ \(\d+ new\)/);
    const name = path.basename(folder);
    expect(Object.keys(filesBelow(path.join(folder, 'out', name, 'yaml/default')))).toEqual(
      expect.arrayContaining(['deployment-hello.yaml', 'service-hello.yaml']),
    );
  });

  test('a second run writes nothing and changes no file time', () => {
    const folder = hello();
    progressive(['synth', '--out', 'out'], { cwd: folder });
    const times = () =>
      Object.keys(filesBelow(path.join(folder, 'out'))).map((file) => [file, fs.statSync(path.join(folder, 'out', file)).mtimeMs]);
    const before = times();
    const { stderr } = progressive(['synth', '--out', 'out'], { cwd: folder });
    expect(stderr).toContain('(unchanged)');
    expect(times()).toEqual(before);
  });

  test('what an app prints never reaches standard output', () => {
    const folder = hello(`console.log('noise from the app');\n${HELLO}`);
    const { code, stdout, stderr } = progressive(['synth', '--format', 'json'], { cwd: folder });
    expect(code).toBe(0);
    expect(JSON.parse(stdout).apps[0].answer.problems).toEqual([]);
    expect(stderr).toContain('noise from the app');
  });

  test('an app that throws leaves the old output whole and shows the line', () => {
    const folder = hello();
    progressive(['synth'], { cwd: folder });
    const before = filesBelow(path.join(folder, 'dist'));
    fs.writeFileSync(path.join(folder, 'main.ts'), "const reason: string = 'no database';\n\nthrow new Error(reason);\n");
    const { code, stderr } = progressive(['synth'], { cwd: folder });
    expect(code).toBe(1);
    expect(stderr).toContain('no database');
    expect(stderr).toContain('main.ts:3');
    expect(filesBelow(path.join(folder, 'dist'))).toEqual(before);
  });

  test('an app that makes nothing leaves the old output whole', () => {
    const folder = hello();
    progressive(['synth'], { cwd: folder });
    const before = filesBelow(path.join(folder, 'dist'));
    fs.writeFileSync(path.join(folder, 'main.ts'), "import { ProgressiveApp } from 'cdk8s-progressive';\nnew ProgressiveApp().synth();\n");
    const { code, stderr } = progressive(['synth'], { cwd: folder });
    expect(code).toBe(1);
    expect(stderr).toContain('the app makes no object in any environment. Nothing was written');
    expect(filesBelow(path.join(folder, 'dist'))).toEqual(before);
  });

  test('a package that is not installed: what to do about it', () => {
    const folder = hello("import { shop } from '@shop/not-there';\nconsole.log(shop);\n");
    const { code, stderr } = progressive(['synth'], { cwd: folder });
    expect(code).toBe(1);
    expect(stderr).toContain(`'npm install' in ${fs.realpathSync(folder)} installs '@shop/not-there', if its package.json names it.`);
  });

  test('all problems of an app are shown at once', () => {
    const folder = hello(
      HELLO.replace('app.synth();', "new Microservice(chart, 'empty');\nnew Microservice(chart, 'bare');\napp.synth();"),
    );
    const { code, stderr } = progressive(['synth'], { cwd: folder });
    expect(code).toBe(1);
    expect(stderr).toContain("shop/empty: the service has no version; add one: service.addVersion('v1', { image: '...' })");
    expect(stderr).toContain('shop/bare: the service has no version');
    expect(fs.existsSync(path.join(folder, 'dist'))).toBe(false);
  });

  test('two objects with one identity are named with the constructs that make them', () => {
    const folder = hello(
      HELLO.replace(
        'app.synth();',
        "new Microservice(chart, 'other', { name: 'hello' }).addVersion('v1', { image: 'registry.example/hello:1.0.0' });\napp.synth();",
      ),
    );
    const { code, stderr } = progressive(['synth'], { cwd: folder });
    expect(code).toBe(1);
    expect(stderr).toContain('shop/other/service: Service shop/hello is made a second time; shop/hello/service makes it already.');
  });

  test('a file of the user in the output is neither overwritten nor deleted', () => {
    const folder = hello();
    const target = path.join(folder, 'dist', path.basename(folder), 'yaml/default');
    fs.mkdirSync(target, { recursive: true });
    fs.writeFileSync(path.join(target, 'service-hello.yaml'), 'mine\n');
    fs.writeFileSync(path.join(target, 'notes.txt'), 'mine too\n');
    const refused = progressive(['synth'], { cwd: folder });
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain(
      'yaml/default/service-hello.yaml was not written by progressive; move it away, or pass --force to replace it',
    );
    expect(filesBelow(target)).toEqual({ 'notes.txt': 'mine too\n', 'service-hello.yaml': 'mine\n' });
    expect(progressive(['synth', '--force'], { cwd: folder }).code).toBe(0);
    expect(filesBelow(target)['notes.txt']).toBe('mine too\n');
  });

  test('takes the manifests of a stock cdk8s App', () => {
    const folder = hello(
      HELLO.replace('import { Chart }', 'import { App, Chart }')
        .replace('Microservice, ProgressiveApp', 'Microservice')
        .replace('new ProgressiveApp()', 'new App()'),
    );
    const stock = progressive(['synth', '--out', 'stock'], { cwd: folder });
    expect(stock.code).toBe(0);
    fs.writeFileSync(path.join(folder, 'main.ts'), HELLO);
    progressive(['synth', '--out', 'own'], { cwd: folder });
    const name = path.basename(folder);
    expect(filesBelow(path.join(folder, 'stock', name, 'yaml'))).toEqual(filesBelow(path.join(folder, 'own', name, 'yaml')));
  });

  test.each([
    [['synth'], {}, 'cdk8s.yaml is not there, and no --app is given'],
    [['synth', '-o', 'jsonnet'], { 'cdk8s.yaml': CONFIG }, "there is no output 'jsonnet'; there are yaml, helm, kustomize, gitops."],
    [['synth'], { 'cdk8s.yaml': 'language: typescript\n' }, 'cdk8s.yaml names no app'],
    [['synth'], { 'cdk8s.yaml': 'app: [1]\n' }, "cdk8s.yaml: 'app' is [1]; it must be a text."],
    [['synth'], { 'cdk8s.yaml': 'app: none.ts\n' }, 'the app none.ts is not there'],
    [['synth'], { 'cdk8s.yaml': 'app: [\n' }, 'cdk8s.yaml is no YAML: '],
    [['synth'], { 'cdk8s.yaml/none': '' }, 'cdk8s.yaml cannot be read: '],
    [['synth', '--format', 'yaml'], { 'cdk8s.yaml': CONFIG }, "argument 'yaml' is invalid. Allowed choices are text, json."],
    [['synth', '--color', 'pink'], { 'cdk8s.yaml': CONFIG }, 'Allowed choices are auto, always, never.'],
    [['sinth'], {}, "there is no command 'sinth'; did you mean 'synth'? There are check, "],
    [['synth'], { 'cdk8s.yaml': 'apps: apps/*/main.ts\n' }, "no file fits apps: 'apps/*/main.ts'"],
    [['synthesize'], {}, "there is no command 'synthesize'"],
    [['synth', '--frobnicate'], { 'cdk8s.yaml': CONFIG }, "unknown option '--frobnicate'"],
  ])('wrong use %j is exit code 2', (args, files, message) => {
    const { code, stderr } = progressive(args, { cwd: project(files as Record<string, string>) });
    expect(stderr).toContain(message);
    expect(code).toBe(2);
  });

  test('an output folder that is a file', () => {
    const folder = hello();
    fs.writeFileSync(path.join(folder, 'dist'), 'a file');
    const { code, stderr } = progressive(['synth'], { cwd: folder });
    expect(code).toBe(1);
    expect(stderr).toContain('nothing was written');
    expect(stderr).toContain(`${path.join(folder, 'dist')} is a file where a folder is needed; move it away`);
    expect(fs.readFileSync(path.join(folder, 'dist'), 'utf8')).toBe('a file');
  });
});

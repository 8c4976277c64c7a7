import { spawn } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { project, ROOT } from '../support/project';

const main = (tag: string) => `import { Chart } from 'cdk8s';
import { Microservice, ProgressiveApp } from 'cdk8s-progressive';
const app = new ProgressiveApp();
new Microservice(new Chart(app, 'shop', { namespace: 'shop' }), 'hello').addVersion('v1', { image: 'registry.example/hello:${tag}' });
app.synth();
`;

/** Runs until the last step is done; a step is what is waited for, and what is done then. */
function play(folder: string, steps: readonly (readonly [RegExp, () => void])[]): Promise<string> {
  const { NODE_OPTIONS: _, ...env } = process.env;
  const child = spawn(process.execPath, [path.join(ROOT, 'build/lib/cli/main.js'), 'synth', '--watch'], {
    cwd: folder,
    env: { ...env, NO_COLOR: '1' },
  });
  let said = '';
  let done = 0;
  return new Promise((resolve) => {
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const step = steps[done];
      if (!step?.[0].test(said)) return;
      done++;
      said = '';
      step[1]();
      if (done === steps.length) child.kill();
    });
    child.on('close', () => resolve(said));
  });
}

test('--watch synthesizes again after each change, and lives on when the app or the project file is wrong', async () => {
  const folder = project({ 'cdk8s.yaml': 'app: main.ts\n', 'src/none.ts': '', 'main.ts': main('1.0.0') });
  const write = (file: string, text: string) => () => fs.writeFileSync(path.join(folder, file), text);
  const seen: string[] = [];
  await play(folder, [
    [/✓ [^]*watching for changes/, write('main.ts', main('2.0.0'))],
    [/1 changed[^]*watching/, write('main.ts', 'throw new Error("half written");')],
    [/half written[^]*watching/, write('cdk8s.yaml', 'app: [')],
    [/cdk8s.yaml is no YAML[^]*watching/, () => write('main.ts', main('3.0.0'))() ?? write('cdk8s.yaml', 'app: main.ts\n')()],
    [/1 changed[^]*watching/, () => seen.push('end')],
  ]);
  expect(seen).toEqual(['end']);
  const deployment = path.join(folder, 'dist', path.basename(folder), 'yaml/default/deployment-hello.yaml');
  expect(fs.readFileSync(deployment, 'utf8')).toContain('hello:3.0.0');
}, 60_000);

import * as fs from 'node:fs';
import * as path from 'node:path';
import { progressive, project } from '../support/project';

const main = (outputs: string) => `import { Chart } from 'cdk8s';
import { Microservice, ProgressiveApp } from 'cdk8s-progressive';

const app = new ProgressiveApp({ outputs: ${outputs} });
const chart = new Chart(app, 'shop', { namespace: 'shop' });
new Microservice(chart, 'web').addVersion('v1', { image: 'shop/web:1.0.0' });
app.synth();
`;

function synth(outputs: string): { code: number | null; said: string; read(file: string): string; written: boolean } {
  const folder = project({ 'cdk8s.yaml': 'apps: apps/*/main.ts\n', 'apps/shop/main.ts': main(outputs) });
  const { code, stdout, stderr } = progressive(['synth', '-o', 'helm,kustomize,gitops'], { cwd: folder });
  const dist = path.join(folder, 'dist/shop');
  return { code, said: stdout + stderr, read: (file) => fs.readFileSync(path.join(dist, file), 'utf8'), written: fs.existsSync(dist) };
}

test('an app states its chart, the parts of its kustomization and its repository', () => {
  const { code, read } = synth(
    `{ chart: { version: '2.1.0', appVersion: 'v1' }, kustomize: { parts: true }, gitops: { repository: 'https://git.example.com/shops.git', branch: 'live' } }`,
  );
  expect(code).toBe(0);
  expect(read('helm/Chart.yaml')).toContain('version: "2.1.0"\nappVersion: v1\n');
  expect(read('kustomize/base/kustomization.yaml')).toContain('  - "001-shared"\n');
  expect(read('gitops/argo-cd/application-default.yaml')).toContain(
    'repoURL: https://git.example.com/shops.git\n    targetRevision: live\n',
  );
});

test('a version that Helm refuses is an error, and nothing is written', () => {
  expect(synth(`{ chart: { version: '1.0' } }`)).toMatchObject({
    code: 1,
    said: expect.stringContaining("'1.0' cannot be the version of a Helm chart: three numbers"),
    written: false,
  });
});

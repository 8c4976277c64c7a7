import * as fs from 'node:fs';
import * as path from 'node:path';
import { parse } from 'yaml';
import { filesBelow, progressive, project, ROOT } from './support/project';
import { SCHEMAS, validator } from './support/schemas';

const OLD = 'dist/hands-on/yaml/default';
const PROD = 'dist/hands-on/yaml/prod';
const REFUSED = 'test/conformance/sets/routing/refused-rules';
const TABLE = 'apps/hands-on/requests-prod.yaml';
const ENVIRONMENT = ['-e', 'prod', '--of', 'hands-on', '--dry-run'];

/** What each schema describes: commands, which get `--format json` besides. */
const OUTPUTS: readonly [name: string, ...commands: string[][]][] = [
  ['check', ['check', 'dist/upcommerce'], ['check', 'cdk8s.yaml']],
  ['route', ['route', PROD, '--host', 'review'], ['route', PROD, '--requests', TABLE], ['route', PROD, '--expect', TABLE]],
  ['simulate', ['simulate', 'dist/go-demo-6/yaml/staging'], ['simulate', 'dist/flaky-update/yaml/default']],
  ['diff', ['diff', OLD, PROD], ['diff', 'dist/flaky-update/yaml/default', 'dist/flaky-update/yaml/next'], ['diff', OLD, REFUSED]],
  ['strategies', ['strategies']],
  ['explain', ['explain'], ['explain', 'PD0101']],
  ['parameters', ['parameters']],
  [
    'change',
    ['set', 'review.v2.weight=35', ...ENVIRONMENT],
    ['shift', 'review', 'v2=35', ...ENVIRONMENT],
    ['promote', 'review', ...ENVIRONMENT],
  ],
];

function expectFits(name: string, stdout: string): void {
  const validate = validator(name);
  validate(JSON.parse(stdout));
  expect(validate.errors).toBeNull();
}

describe.each(OUTPUTS)('%s.schema.json', (name, ...commands) => {
  test.each(commands.map((command) => [command]))('describes what %j prints', (command) => {
    expectFits(name, progressive([...command, '--format', 'json'], { cwd: ROOT }).stdout);
  });

  test('describes nothing else', () => {
    expect(validator(name)({ more: 1 })).toBe(false);
  });
});

test('synth.schema.json describes what synth prints, of good apps and of bad ones', () => {
  const lines = (image: string) => `import { Chart } from 'cdk8s';
import { Microservice, ProgressiveApp } from 'cdk8s-progressive';

const app = new ProgressiveApp();
new Microservice(new Chart(app, 'shop', { namespace: 'shop' }), 'hello').addVersion('v1', { image: '${image}' });
app.synth();
`;
  const folder = project({
    'cdk8s.yaml': 'apps: apps/*/main.ts\n',
    'apps/good/main.ts': lines('registry.example/hello:1.0.0'),
    'apps/without-tag/main.ts': lines('registry.example/hello'),
    'apps/throws/main.ts': "throw new Error('no database');\n",
  });
  const { code, stdout } = progressive(['synth', '--format', 'json'], { cwd: folder });
  expect(code).toBe(1);
  expectFits('synth', stdout);
});

test('scenario.schema.json describes the scenarios of the apps, and nothing else', () => {
  const validate = validator('scenario');
  const files = Object.entries(filesBelow(path.join(ROOT, 'apps'))).filter(([file]) => file.includes('/scenarios/'));
  expect(files.length).toBeGreaterThan(9);
  for (const [file, text] of files) {
    validate(parse(text));
    expect({ file, errors: validate.errors }).toEqual({ file, errors: null });
  }
  expect(validate({ more: 1 })).toBe(false);
});

test('every schema is held against what it describes', () => {
  const described = [...OUTPUTS.map(([name]) => name), 'synth', 'scenario'].map((name) => `${name}.schema.json`);
  expect(fs.readdirSync(SCHEMAS).sort()).toEqual(described.sort());
});

import * as fs from 'node:fs';
import * as path from 'node:path';
import { progressive, project } from '../support/project';

const MAIN = `import { Chart } from 'cdk8s';
import { Microservice, Parameter, ProgressiveApp, Route, WeightedRelease } from 'cdk8s-progressive';

const app = new ProgressiveApp();
const chart = new Chart(app, 'shop', { namespace: 'shop' });
const review = new Microservice(chart, 'review');
const old = review.addVersion('v1', { image: 'shop/review:1.0.0' });
const next = review.addVersion('v2', { image: \`shop/review:\${Parameter.imageTag('review.v2.tag', { defaultValue: '2.0.0' })}\` });
const share = Parameter.percent('review.v2.weight', { defaultValue: 0, description: 'Share of requests that v2 takes.' });
review.release(WeightedRelease.onIstio({ routes: [Route.split(old.rest(), next.weight(share))] }));
const web = new Microservice(chart, 'web');
web.addVersion('v1', { image: 'shop/web:1.0.0' });
web.addVersion('v2', { image: 'shop/web:2.0.0' });
app.synth();
`;
const PROD = '# Production.\nreview:\n  v2:\n    weight: 10 # raised on Monday\n';
const FILE = 'apps/shop/environments/prod.yaml';

function shop(more: { readonly [file: string]: string } = {}): { run(...args: string[]): ReturnType<typeof progressive>; prod(): string } {
  const folder = project({ 'cdk8s.yaml': 'apps: apps/*/main.ts\n', 'apps/shop/main.ts': MAIN, [FILE]: PROD, ...more });
  return {
    run: (...args) => progressive(args, { cwd: folder }),
    prod: () => fs.readFileSync(path.join(folder, FILE), 'utf8'),
  };
}

test('parameters lists what varies, what it may be, and what each environment states', () => {
  const { stdout, code } = shop().run('parameters', '--format', 'json');
  expect(code).toBe(0);
  expect(JSON.parse(stdout).apps[0].parameters.find(({ name }: { name: string }) => name === 'review.v2.weight')).toEqual({
    name: 'review.v2.weight',
    type: 'percent',
    allowed: 'a whole number from 0 to 100',
    default: 0,
    description: 'Share of requests that v2 takes.',
    environments: { prod: 10 },
  });
});

test('shift, promote and rollback edit one value, keep comments, and say what it does to traffic', () => {
  const { run, prod } = shop();
  expect(run('shift', 'review', 'v2=20', '-e', 'prod')).toMatchObject({
    code: 0,
    stdout: `${FILE}: review.v2.weight 10 -> 20\nreview: v1 90 % -> 80 %, v2 10 % -> 20 %\n`,
  });
  expect(prod()).toBe(PROD.replace('10', '20'));
  expect(run('promote', 'review', '-e', 'prod').stdout).toContain('v2 20 % -> 100 %');
  expect(run('rollback', 'review', '-e', 'prod').stdout).toContain('review: v1 0 % -> 100 %, v2 100 % -> 0 %');
  expect(prod()).toBe(PROD.replace('10', '0'));
  expect(run('promote', 'web', '-e', 'prod').stdout).toBe(`${FILE}: web.current "v1" -> "v2"\nweb: v1 -> v2\n`);
  expect(prod()).toBe(`${PROD.replace('10', '0')}web:\n  current: v2\n`);
});

test('a change names the environments that extend the changed one and so change with it', () => {
  const { run } = shop({
    'apps/shop/environments/eu.yaml': 'extends: prod\n',
    'apps/shop/environments/us.yaml': 'extends: prod\nreview: { v2: { weight: 50 } }\n',
  });
  expect(run('shift', 'review', 'v2=20', '-e', 'prod', '--dry-run').stdout).toContain('\nthe same in eu, which extends prod\n');
  expect(run('shift', 'review', 'v2=20', '-e', 'us', '--dry-run').stdout).not.toContain('the same in');
  expect(run('shift', 'review', 'v2=20', '-e', 'pord')).toMatchObject({ code: 2, stderr: expect.stringContaining("Did you mean 'prod'?") });
});

test('set changes values by name; a dry run and what is wrong change nothing', () => {
  const { run, prod } = shop();
  expect(run('set', 'review.v2.tag=2.1.0', '-e', 'prod', '--dry-run').stdout).toBe(`${FILE}: review.v2.tag "2.0.0" -> "2.1.0"\n`);
  const wrong: [string[], number, string][] = [
    [['set', 'review.v2.tg=2', '-e', 'prod'], 2, "there is no parameter 'review.v2.tg'; did you mean 'review.v2.tag'?"],
    [['set', 'review.v2.weight=120', '-e', 'prod'], 2, `${FILE}:4:13: 'review.v2.weight' is 120; it must be a whole number from 0 to 100.`],
    [['set', 'review.v2.weight=x', '-e', 'prod'], 2, "'review.v2.weight' cannot be 'x'; it must be a whole number from 0 to 100."],
    [['shift', 'review', 'v2=200', '-e', 'prod'], 2, 'v2=200: a weight is a whole number from 0 to 100.'],
    [['shift', 'review', 'v3=20', '-e', 'prod'], 1, "review has no version 'v3' in its split; it has v1, v2."],
    [['shift', 'cart', 'v2=20', '-e', 'prod'], 2, "there is no service 'cart' whose versions a parameter decides; there are review, web."],
    [
      ['promote', 'review', '-e', 'prd'],
      2,
      `shop has no environment 'prd'. Did you mean 'prod'? An empty file ${FILE.replace('prod', 'prd')} makes it one.`,
    ],
    [['rollback', 'web', '-e', 'prod'], 1, 'web is at v1, the first of its versions (v1, v2).'],
    [['promote', 'review'], 2, "required option '-e, --env <name>' not specified"],
  ];
  for (const [args, code, message] of wrong) {
    const result = run(...args);
    expect({ code: result.code, stderr: result.stderr }).toEqual({ code, stderr: expect.stringContaining(message) });
  }
  expect(prod()).toBe(PROD);
});

test('synth refuses what an environment states wrongly, with its place, and an environment that is not there', () => {
  const { run } = shop();
  expect(run('synth', '-e', 'prd')).toMatchObject({
    code: 1,
    stderr: expect.stringContaining("there is no environment 'prd'; did you mean 'prod'?"),
  });
});

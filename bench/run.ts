import * as fs from 'node:fs';
import * as path from 'node:path';
import { transform } from 'sucrase';
import { type Contender, median, type Run, ratio, rounds } from './measure';

// npm run bench [-- --services N] [-- --rounds N]: prints a table, and leaves the figures in bench/results.json.
const ROOT = path.resolve(__dirname, '..');
const SCRATCH = path.join(__dirname, '.scratch');
const MAIN = path.join(ROOT, 'build/lib/cli/main.js');

function option(name: string, otherwise: number): number {
  const index = process.argv.indexOf(`--${name}`);
  return index < 0 ? otherwise : Number(process.argv[index + 1]);
}

/** Every contender as plain JavaScript, so that none pays for compiling. */
function compile(): void {
  fs.rmSync(SCRATCH, { recursive: true, force: true });
  const write = (target: string, source: string) => {
    fs.mkdirSync(path.dirname(path.join(SCRATCH, target)), { recursive: true });
    fs.writeFileSync(
      path.join(SCRATCH, target),
      transform(fs.readFileSync(path.join(__dirname, source), 'utf8'), { transforms: ['typescript', 'imports'] }).code,
    );
  };
  write('objects.js', 'objects.ts');
  for (const name of ['stringify', 'cdk8s-one-chart', 'cdk8s-chart-each', 'progressive'])
    write(`contenders/${name}.js`, `contenders/${name}.ts`);
  write('components/bench.js', 'contenders/kosko.ts');
  fs.writeFileSync(path.join(SCRATCH, 'kosko.toml'), 'components = ["bench"]\n');
  // kosko asks for its package of environments, which cannot be had from the registry and which nothing here uses.
  fs.mkdirSync(path.join(SCRATCH, 'node_modules/@kosko/env'), { recursive: true });
  fs.writeFileSync(path.join(SCRATCH, 'node_modules/@kosko/env/index.js'), 'module.exports = { __esModule: true, default: {} };\n');
  fs.mkdirSync(path.join(SCRATCH, 'small'));
  for (const file of ['main.ts', 'cdk8s.yaml']) fs.copyFileSync(path.join(__dirname, 'small', file), path.join(SCRATCH, 'small', file));
}

const contenders: { readonly [key: string]: Contender } = {
  progressive: {
    name: 'progressive synth --no-check',
    command: ['node', MAIN, 'synth', '--no-check', '--app', 'contenders/progressive.js', '--out', 'out'],
    cwd: SCRATCH,
  },
  checked: {
    name: 'progressive synth',
    command: ['node', MAIN, 'synth', '--app', 'contenders/progressive.js', '--out', 'out-checked'],
    cwd: SCRATCH,
  },
  stringify: { name: 'JSON.stringify and write', command: ['node', 'contenders/stringify.js'], cwd: SCRATCH },
  kosko: {
    name: 'kosko, not validating',
    command: ['node', path.join(__dirname, 'node_modules/@kosko/cli/bin/kosko.js'), 'generate', '--validate', 'false'],
    cwd: SCRATCH,
  },
  koskoValidating: {
    name: 'kosko, validating',
    command: ['node', path.join(__dirname, 'node_modules/@kosko/cli/bin/kosko.js'), 'generate'],
    cwd: SCRATCH,
  },
  oneChart: { name: 'stock cdk8s, one chart', command: ['node', 'contenders/cdk8s-one-chart.js'], cwd: SCRATCH },
  chartEach: { name: 'stock cdk8s, a chart each', command: ['node', 'contenders/cdk8s-chart-each.js'], cwd: SCRATCH },
};

interface Row {
  readonly contender: string;
  readonly services: number;
  readonly seconds: number;
  readonly mebibytes: number;
  /** How many times as long as `progressive synth --no-check`. */
  readonly times: number;
}

function measure(services: number, count: number, names: readonly string[]): Row[] {
  const environment = { BENCH_SERVICES: String(services) };
  fs.rmSync(path.join(SCRATCH, 'out'), { recursive: true, force: true });
  const chosen = names.map((name) => contenders[name] as Contender);
  const runs = rounds(chosen, count, environment, SCRATCH);
  const ours = runs.get((contenders.progressive as Contender).name) as Run[];
  return chosen.map(({ name }) => {
    const all = runs.get(name) as Run[];
    return {
      contender: name,
      services,
      seconds: median(all.map((run) => run.seconds)),
      mebibytes: Math.round(median(all.map((run) => run.mebibytes))),
      times: ratio(ours, all),
    };
  });
}

function smallApp(count: number): Row[] {
  const ours: Contender = {
    name: 'progressive synth, one TypeScript service',
    command: ['node', MAIN, 'synth', '--out', 'own'],
    cwd: path.join(SCRATCH, 'small'),
  };
  const stock: Contender = {
    name: 'cdk8s synth, the same app',
    command: ['node', path.join(__dirname, 'node_modules/cdk8s-cli/bin/cdk8s'), 'synth'],
    cwd: path.join(SCRATCH, 'small'),
  };
  const runs = rounds([ours, stock], count, {}, SCRATCH);
  return [ours, stock].map(({ name }) => {
    const all = runs.get(name) as Run[];
    return {
      contender: name,
      services: 1,
      seconds: median(all.map((run) => run.seconds)),
      mebibytes: Math.round(median(all.map((run) => run.mebibytes))),
      times: ratio(runs.get(ours.name) as Run[], all),
    };
  });
}

function table(rows: readonly Row[]): string {
  const head = '| | services | seconds | peak MiB | times ours |\n|---|---:|---:|---:|---:|\n';
  return (
    head +
    rows
      .map((row) => `| ${row.contender} | ${row.services} | ${row.seconds.toFixed(2)} | ${row.mebibytes} | ${row.times.toFixed(2)} |\n`)
      .join('')
  );
}

compile();
const services = option('services', 1000);
const count = option('rounds', 5);
const rows = [
  ...measure(services, count, ['progressive', 'checked', 'stringify', 'kosko', 'koskoValidating', 'oneChart']),
  ...measure(services, 1, ['progressive', 'chartEach']).slice(1),
  ...measure(services * 10, 3, ['progressive', 'stringify']),
  ...smallApp(count),
];
fs.writeFileSync(path.join(__dirname, 'results.json'), `${JSON.stringify(rows, null, 2)}\n`);
process.stdout.write(table(rows));

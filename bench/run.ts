import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { writeBlock } from './readme';
import { makeScratch, ROOT } from './scratch';
import { isMet, type Target, table } from './target';
import { MEASUREMENTS } from './targets';

// npm run bench [-- --services N] [--rounds N] [--only TEXT] [--readme]: prints a table, leaves the figures in bench/results.json and, where
// asked to, the table in the README.
function option(name: string): string | undefined {
  const index = process.argv.indexOf(`--${name}`);
  return index < 0 ? undefined : process.argv[index + 1];
}

const settings = { services: Number(option('services') ?? 1000), rounds: Number(option('rounds') ?? 5) };
const chosen = MEASUREMENTS.filter(({ name }) => name.includes(option('only') ?? ''));
const scratch = makeScratch();
process.env.BENCH_SCRATCH = scratch;
// It lies in memory: however the run ends, nothing of it stays.
process.on('exit', () => fs.rmSync(path.dirname(scratch), { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(1));
const targets: Target[] = [];
for (const { name, measure } of chosen) {
  process.stderr.write(`measuring ${name} ...\n`);
  targets.push(...measure(settings));
  fs.rmSync(path.join(scratch, 'runs'), { recursive: true, force: true });
}

const machine = `${os.cpus().length} × ${os.cpus()[0]?.model.trim()}, Node ${process.version}`;
const met = targets.filter(isMet).length;
const words = `${met} of ${targets.length} targets are met (${machine}; medians of ${settings.rounds} rounds in turn; files are written to memory).`;
fs.writeFileSync(path.join(__dirname, 'results.json'), `${JSON.stringify({ machine, ...settings, targets }, null, 2)}\n`);
process.stdout.write(`${table(targets)}\n${words}\n`);
if (process.argv.includes('--readme')) writeBlock(path.join(ROOT, 'README.md'), `${table(targets)}\n${words}\n`);

import { type ChildProcess, fork } from 'node:child_process';
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { inputOf } from './input';
import type { Done } from './worker';

/**
 * Feeds the reader and the checks with damaged and odd input for a while: `npm run fuzz -- --minutes 60 --seed 1 --log DIR`. A crash, a hang
 * (more than five seconds of processor time), an end for want of memory or an unclear finding is logged with its seed and its input; there is exit code 1.
 */
const HANG = 5_000;
const LOST = 300_000;
const HEAP = 768;

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '1' },
    seed: { type: 'string', default: '1' },
    log: { type: 'string', default: 'fuzz-log' },
  },
});
const end = Date.now() + Number(values.minutes) * 60_000;
const folder = values.log;
mkdirSync(folder, { recursive: true });

const totals = { runs: 0, defects: 0, slowest: 0, slowestSeed: 0, bytes: 0, shapes: {} as Record<string, number> };
let seed = Number(values.seed);
let child: ChildProcess | undefined;
let timer: NodeJS.Timeout | undefined;

function log(line: string): void {
  appendFileSync(join(folder, 'log.txt'), `${line}\n`);
}

function defect(what: readonly string[]): void {
  totals.defects++;
  const { shape, content } = inputOf(seed);
  writeFileSync(join(folder, `seed-${seed}.yaml`), content);
  log(`seed ${seed} (${shape}, ${content.length} bytes): ${what.join(' | ')}`);
}

function finish(): void {
  clearTimeout(timer);
  child?.removeAllListeners();
  child?.kill();
  log(JSON.stringify(totals));
  process.stdout.write(`${JSON.stringify(totals)}\n`);
  process.exitCode = totals.defects > 0 ? 1 : 0;
}

function next(): void {
  if (Date.now() >= end) {
    finish();
    return;
  }
  timer = setTimeout(() => {
    defect([`no answer within ${LOST} ms`]);
    child?.kill('SIGKILL');
  }, LOST);
  child?.send(seed);
}

function took({ milliseconds, shape, bytes, defects }: Done): void {
  clearTimeout(timer);
  totals.runs++;
  totals.bytes += bytes;
  totals.shapes[shape] = (totals.shapes[shape] ?? 0) + 1;
  if (milliseconds > totals.slowest) Object.assign(totals, { slowest: milliseconds, slowestSeed: seed });
  if (milliseconds > HANG) defect([`took ${milliseconds} ms`]);
  if (defects.length > 0) defect(defects);
  if (totals.runs % 5_000 === 0) log(JSON.stringify({ at: seed, ...totals }));
  seed++;
  next();
}

function start(): void {
  child = fork(join(__dirname, 'worker.ts'), { execArgv: ['--import', 'tsx', `--max-old-space-size=${HEAP}`] });
  child.on('message', (message: Done | 'ready') => (message === 'ready' ? next() : took(message)));
  child.on('exit', (code, signal) => {
    clearTimeout(timer);
    if (signal !== 'SIGKILL') defect([`the process ended: ${code ?? signal}`]);
    seed++;
    start();
  });
}

start();

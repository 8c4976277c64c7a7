import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';

/** A command that is measured as a whole process, or that measures a part of itself. */
export interface Contender {
  readonly name: string;
  /** `{run}` becomes a number that no other run has: nothing is written over, nothing is deleted while others are measured. */
  readonly command: readonly [string, ...string[]];
  readonly cwd: string;
  readonly environment?: Readonly<Record<string, string>>;
}

export interface Run {
  /** Of the whole process, or of the part that it measured itself. */
  readonly seconds: number;
  /** Peak resident memory of its largest process, in MiB. */
  readonly mebibytes: number;
}

let runs = 0;

/** One run of a command, its output thrown away. */
export function runOnce({ name, command, cwd, environment }: Contender): Run {
  const run = String(runs++);
  const scratch = path.join(process.env.BENCH_SCRATCH as string, 'runs', run);
  const memory = path.join(scratch, 'memory');
  const own = path.join(scratch, 'seconds');
  fs.mkdirSync(scratch, { recursive: true });
  const [program, ...args] = command.map((part) => part.replace('{run}', run));
  const started = process.hrtime.bigint();
  const child = spawnSync(program as string, args, {
    cwd,
    stdio: ['ignore', 'ignore', 'pipe'],
    maxBuffer: 1 << 28,
    env: {
      ...process.env,
      ...environment,
      BENCH_RUN: scratch,
      NODE_OPTIONS: `--require ${path.join(__dirname, 'memory.js')}`,
    },
  });
  const whole = Number(process.hrtime.bigint() - started) / 1e9;
  if (child.status !== 0) throw new Error(`${name} ended with ${child.status ?? child.signal}: ${child.stderr}`);
  const peaks = fs.readFileSync(memory, 'utf8').trim().split('\n').map(Number);
  const seconds = fs.existsSync(own) ? Number(fs.readFileSync(own, 'utf8')) : whole;
  return { seconds, mebibytes: Math.max(...peaks) / 1024 };
}

/** The contenders in turn, round after round, so that a machine whose speed drifts is the same for all; the runs of each in their order. */
export function rounds(contenders: readonly Contender[], count: number): Run[][] {
  const all = contenders.map((): Run[] => []);
  for (let round = 0; round < count; round++) {
    contenders.forEach((contender, index) => all[index]?.push(runOnce(contender)));
  }
  return all;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] as number;
}

export const seconds = (all: readonly Run[]): number => median(all.map((run) => run.seconds));

/** The median of our seconds by theirs, round by round. */
export function ratio(ours: readonly Run[], theirs: readonly Run[]): number {
  return median(ours.map((run, round) => run.seconds / (theirs[round] as Run).seconds));
}

import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';

export interface Run {
  readonly seconds: number;
  /** Peak resident memory of the largest process, in MiB. */
  readonly mebibytes: number;
}

export interface Contender {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
  readonly cwd: string;
}

/** One run of a command as a whole process, its output thrown away. */
export function runOnce({ name, command, cwd }: Contender, environment: Record<string, string>, scratch: string): Run {
  const memory = path.join(scratch, 'memory');
  fs.rmSync(memory, { force: true });
  const started = process.hrtime.bigint();
  const [program, ...args] = command;
  const child = spawnSync(program, args, {
    cwd,
    stdio: ['ignore', 'ignore', 'pipe'],
    maxBuffer: 1 << 28,
    env: {
      ...process.env,
      ...environment,
      BENCH_SCRATCH: scratch,
      BENCH_MEMORY: memory,
      NODE_OPTIONS: `--require ${path.join(__dirname, 'memory.js')}`,
    },
  });
  const seconds = Number(process.hrtime.bigint() - started) / 1e9;
  if (child.status !== 0) throw new Error(`${name} ended with ${child.status}: ${child.stderr}`);
  const peaks = fs.readFileSync(memory, 'utf8').trim().split('\n').map(Number);
  return { seconds, mebibytes: Math.max(...peaks) / 1024 };
}

/** The contenders in turn, round after round, so that a machine whose speed drifts is the same for all. */
export function rounds(
  contenders: readonly Contender[],
  count: number,
  environment: Record<string, string>,
  scratch: string,
): Map<string, Run[]> {
  const runs = new Map<string, Run[]>(contenders.map(({ name }) => [name, []]));
  for (let round = 0; round < count; round++) {
    for (const contender of contenders) runs.get(contender.name)?.push(runOnce(contender, environment, scratch));
  }
  return runs;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] as number;
}

/** The median of the ratios round by round. */
export function ratio(ours: readonly Run[], theirs: readonly Run[]): number {
  return median(ours.map(({ seconds }, round) => (theirs[round] as Run).seconds / seconds));
}

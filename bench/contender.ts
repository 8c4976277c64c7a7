import * as path from 'node:path';
import type { Contender } from './measure';
import { ROOT } from './scratch';

export const MAIN = path.join(ROOT, 'build/lib/cli/main.js');
const KOSKO = path.join(__dirname, 'node_modules/@kosko/cli/bin/kosko.js');

/** The scratch folder of this run. */
export const scratch = (...parts: string[]): string => path.join(process.env.BENCH_SCRATCH as string, ...parts);

const sized = (services: number) => ({ BENCH_SERVICES: String(services) });

/** A script of `contenders/`, run by Node. */
export const script = (name: string, file: string, services: number, ...args: string[]): Contender => ({
  name,
  command: ['node', scratch('bench/contenders', file), ...args],
  cwd: scratch(),
  environment: sized(services),
});

/** `progressive synth` of the app that is measured, into a folder of its own. */
export const synth = (services: number, ...options: string[]): Contender => ({
  name: `progressive synth ${options.join(' ')}`,
  command: ['node', MAIN, 'synth', '--app', 'bench/contenders/progressive.js', '--out', 'runs/{run}/out', ...options],
  cwd: scratch(),
  environment: sized(services),
});

/** A command of `progressive` that reads. */
export const reading = (...args: string[]): Contender => ({
  name: `progressive ${args[0]}`,
  command: ['node', MAIN, ...(args as [string, ...string[]])],
  cwd: scratch(),
});

export const kosko = (services: number, ...options: string[]): Contender => ({
  name: 'kosko',
  command: ['node', KOSKO, 'generate', ...options],
  cwd: scratch(),
  environment: sized(services),
});

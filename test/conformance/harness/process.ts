import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { ownFolder, removeTemporary, temporaryFolder } from './temporary';

export { temporaryFolder };

/** What a program that ran to its end left behind. */
export interface Result {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** How a program is run. */
export interface RunOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string;
  /** Milliseconds after which it is ended; 10 minutes unless given. */
  readonly limit?: number;
}

export const wait = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

/** The last lines of a text, for error messages; long lines are cut. */
export const tail = (text: string, lines = 25) =>
  text
    .trimEnd()
    .split('\n')
    .slice(-lines)
    .map((line) => (line.length > 1000 ? `${line.slice(0, 1000)} ...` : line))
    .join('\n');

// What is started dies with this process, even when this process is killed outright.
const SETPRIV = '/usr/bin/setpriv';
const bound = (program: string, args: readonly string[]): [string, string[]] =>
  existsSync(SETPRIV) ? [SETPRIV, ['--pdeathsig', 'KILL', program, ...args]] : [program, [...args]];

const running = new Set<ChildProcess>();

/** Starts a program in a process group of its own, so that it can be ended with all that it starts. */
export function start(
  program: string,
  args: readonly string[],
  { cwd, env, stdio }: Pick<RunOptions, 'cwd' | 'env'> & { stdio?: ('pipe' | number)[] } = {},
): ChildProcess {
  ownFolder(); // sets TMPDIR
  // Most are written in Go, which collects garbage often unless it may take more memory: a quarter of their processor time.
  const child = spawn(...bound(program, args), { cwd, stdio, detached: true, env: { GOGC: '400', ...process.env, ...env } });
  running.add(child);
  child.on('exit', () => running.delete(child));
  return child;
}

/** Ends a program and all that it started: nothing of theirs is worth a graceful end. */
export function kill(child: ChildProcess): void {
  try {
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
  } catch {
    child.kill('SIGKILL'); // it has not become the leader of its group yet, or it has ended
  }
}

/** Ends everything that was started here and removes every temporary folder. Called on exit by itself. */
export function stopAll(): void {
  for (const child of running) kill(child);
  running.clear();
  removeTemporary();
}
process.on('exit', stopAll);
for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const)
  process.on(signal, () => process.exit(code));

/** Runs a program to its end. A program that cannot be started is an error; a bad exit code is not. */
export function run(program: string, args: readonly string[], { input, limit, ...options }: RunOptions = {}): Promise<Result> {
  return new Promise((resolve, reject) => {
    const child = start(program, args, options);
    const timer = setTimeout(() => kill(child), limit ?? 600_000);
    const parts: { stdout: Buffer[]; stderr: Buffer[] } = { stdout: [], stderr: [] };
    child.stdout?.on('data', (part: Buffer) => parts.stdout.push(part));
    child.stderr?.on('data', (part: Buffer) => parts.stderr.push(part));
    child.stdin?.on('error', () => undefined); // a program may end without reading all of its input
    child.on('error', (error) => reject(new Error(`${program} cannot be started: ${error.message}`)));
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      const text = (list: Buffer[]) => Buffer.concat(list).toString();
      resolve({ code: code ?? 1, stdout: text(parts.stdout), stderr: text(parts.stderr) + (signal ? `\nended by ${signal}` : '') });
    });
    child.stdin?.end(input ?? '');
  });
}

/** Runs a program that must succeed; gives what it printed. */
export async function must(program: string, args: readonly string[], options: RunOptions = {}): Promise<string> {
  const result = await run(program, args, options);
  if (result.code === 0) return result.stdout;
  throw new Error(`${program} ${args.join(' ')}\nended with code ${result.code}:\n${tail(result.stderr + result.stdout)}`);
}

/** Does work on every item, on at most `limit` of them at a time. After an error nothing new is begun, and what goes on is waited for. */
export async function inParallel<T>(items: readonly T[], limit: number, work: (item: T, index: number) => Promise<void>): Promise<void> {
  const entries = [...items.entries()];
  const errors: unknown[] = [];
  const worker = async () => {
    for (let entry = entries.shift(); entry && !errors.length; entry = entries.shift())
      await work(entry[1], entry[0]).catch((error) => errors.push(error));
  };
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, worker));
  if (errors.length) throw errors[0];
}

const given = new Set<number>();

/** Ports of 127.0.0.1 that nobody listens on, and that were not given before. */
export async function freePorts(count: number): Promise<number[]> {
  const open = () =>
    new Promise<ReturnType<typeof createServer>>((resolve, reject) => {
      const server = createServer()
        .on('error', reject)
        .listen(0, '127.0.0.1', () => resolve(server));
    });
  const servers = await Promise.all(Array.from({ length: count }, open));
  const ports = servers.map((server) => (server.address() as { port: number }).port);
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  if (ports.some((port) => given.has(port))) return freePorts(count);
  for (const port of ports) given.add(port);
  return ports;
}

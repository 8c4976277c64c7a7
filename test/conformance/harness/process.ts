import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

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

/** The last lines of a text, for error messages. */
export const tail = (text: string, lines = 25) => text.trimEnd().split('\n').slice(-lines).join('\n');

// What is started dies with this process, even when this process is killed outright.
const SETPRIV = '/usr/bin/setpriv';
const bound = (program: string, args: readonly string[]): [string, string[]] =>
  existsSync(SETPRIV) ? [SETPRIV, ['--pdeathsig', 'KILL', program, ...args]] : [program, [...args]];

const running = new Set<ChildProcess>();
const folders = new Set<string>();

/** Ends everything that was started here and removes every temporary folder. Called on exit by itself. */
export function stopAll(): void {
  for (const child of running) child.kill('SIGKILL');
  running.clear();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  folders.clear();
}
process.on('exit', stopAll);
for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const)
  process.once(signal, () => process.exit(code));

/** A temporary folder that goes away with this process. */
export function temporaryFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `conformance-${name}-`));
  folders.add(folder);
  return folder;
}

/** Runs a program to its end. A program that cannot be started is an error; a bad exit code is not. */
export function run(program: string, args: readonly string[], options: RunOptions = {}): Promise<Result> {
  return new Promise((resolve, reject) => {
    const child = spawn(...bound(program, args), { cwd: options.cwd, env: { ...process.env, ...options.env } });
    running.add(child);
    const timer = setTimeout(() => child.kill('SIGKILL'), options.limit ?? 600_000);
    const parts: { stdout: Buffer[]; stderr: Buffer[] } = { stdout: [], stderr: [] };
    child.stdout.on('data', (part: Buffer) => parts.stdout.push(part));
    child.stderr.on('data', (part: Buffer) => parts.stderr.push(part));
    child.stdin.on('error', () => undefined); // a program may end without reading all of its input
    child.on('error', (error) => reject(new Error(`${program} cannot be started: ${error.message}`)));
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      running.delete(child);
      const text = (list: Buffer[]) => Buffer.concat(list).toString();
      resolve({ code: code ?? 1, stdout: text(parts.stdout), stderr: text(parts.stderr) + (signal ? `\nended by ${signal}` : '') });
    });
    child.stdin.end(options.input ?? '');
  });
}

/** Runs a program that must succeed; gives what it printed. */
export async function must(program: string, args: readonly string[], options: RunOptions = {}): Promise<string> {
  const result = await run(program, args, options);
  if (result.code === 0) return result.stdout;
  throw new Error(`${program} ${args.join(' ')}\nended with code ${result.code}:\n${tail(result.stderr + result.stdout)}`);
}

/** A program that runs in the background and writes a log. */
export class Service {
  private readonly log: string;
  private readonly child: ChildProcess;
  private failure: string | undefined;

  constructor(
    readonly name: string,
    program: string,
    args: readonly string[],
    folder: string,
    env: Readonly<Record<string, string>> = {},
  ) {
    this.log = join(folder, `${name}.log`);
    const out = openSync(this.log, 'a');
    this.child = spawn(...bound(program, args), { stdio: ['pipe', out, out], env: { ...process.env, ...env } });
    closeSync(out);
    running.add(this.child);
    this.child.on('error', (error) => {
      this.failure = error.message;
    });
    this.child.on('exit', () => running.delete(this.child));
  }

  /** Throws, with the end of its log, when the program has ended. */
  assertRunning(): void {
    if (this.failure === undefined && this.child.exitCode === null && this.child.signalCode === null) return;
    throw new Error(
      `${this.name} ended (${this.failure ?? this.child.exitCode ?? this.child.signalCode}); the end of its log:\n${this.logTail()}`,
    );
  }

  logTail(lines = 25): string {
    return existsSync(this.log) ? tail(readFileSync(this.log, 'utf8'), lines) : '(no log)';
  }

  /** Waits until `ready` gives true; throws with the end of the log when the program ends before, or after `seconds`. */
  async until(ready: () => Promise<boolean>, seconds = 90): Promise<void> {
    const end = Date.now() + seconds * 1000;
    for (;;) {
      this.assertRunning();
      if (await ready().catch(() => false)) return;
      if (Date.now() > end) throw new Error(`${this.name} is not ready after ${seconds} s; the end of its log:\n${this.logTail()}`);
      await wait(50);
    }
  }

  stop(): void {
    this.child.kill('SIGKILL'); // nothing of theirs is worth a graceful end
  }
}

/** Does work on every item, on at most `limit` of them at a time. */
export async function inParallel<T>(items: readonly T[], limit: number, work: (item: T, index: number) => Promise<void>): Promise<void> {
  const entries = [...items.entries()];
  const worker = async () => {
    for (let next = entries.shift(); next; next = entries.shift()) await work(next[1], next[0]);
  };
  await Promise.all(Array.from({ length: limit }, worker));
}

/** Ports of 127.0.0.1 that nobody listens on. */
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
  return ports;
}

/** True when an address answers with success. */
export const answers = (url: string) =>
  fetch(url).then(
    (response) => response.ok,
    () => false,
  );

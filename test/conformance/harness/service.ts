import type { ChildProcess } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { kill, start, tail, wait } from './process';

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
    this.child = start(program, args, { stdio: ['pipe', out, out], env });
    closeSync(out);
    this.child.on('error', (error) => {
      this.failure = error.message;
    });
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
    kill(this.child);
  }
}

/** True when an address answers with success. */
export const answers = (url: string) =>
  fetch(url).then(
    (response) => response.ok,
    () => false,
  );

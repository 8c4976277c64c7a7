import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';

export const ROOT = path.resolve(__dirname, '../..');
const MAIN = path.join(ROOT, 'build/lib/cli/main.js');

export interface CliResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the compiled `progressive` as a user would. */
export function progressive(args: readonly string[], options: { cwd: string; input?: string; env?: Record<string, string> }): CliResult {
  const { NODE_OPTIONS: _, ...inherited } = process.env;
  const run = spawnSync(process.execPath, [MAIN, ...args], {
    cwd: options.cwd,
    input: options.input ?? '',
    encoding: 'utf8',
    env: { ...inherited, NO_COLOR: '1', ...options.env },
  });
  return { code: run.status, stdout: run.stdout, stderr: run.stderr };
}

const made: string[] = [];

/** A project in a folder of its own that sees this library and its packages; gone after the test file. */
export function project(files: { readonly [file: string]: string }): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'progressive-test-'));
  made.push(folder);
  fs.symlinkSync(path.join(ROOT, 'node_modules'), path.join(folder, 'node_modules'));
  for (const [file, text] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    fs.writeFileSync(path.join(folder, file), text);
  }
  return folder;
}

afterAll(() => {
  for (const folder of made) fs.rmSync(folder, { recursive: true, force: true });
});

/** Every file below a folder with its text, by path. */
export function filesBelow(folder: string): { [file: string]: string } {
  const files = fs.existsSync(folder) ? (fs.readdirSync(folder, { recursive: true }) as string[]) : [];
  return Object.fromEntries(
    files
      .filter((file) => fs.lstatSync(path.join(folder, file)).isFile())
      .sort()
      .map((file) => [file, fs.readFileSync(path.join(folder, file), 'utf8')]),
  );
}

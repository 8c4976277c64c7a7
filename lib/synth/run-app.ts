import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import type { SynthAnswer } from './answer';
import { SYNTH_REQUEST, type SynthRequest } from './request';

/** How to start an app: a file for Node, or a shell command. */
export type AppCommand = { readonly file: string } | { readonly command: string };

/** What running an app gave: its answer, or why there is none. Whatever it prints goes to standard error. */
export type AppRun = { readonly answer: SynthAnswer } | { readonly failure: string };

/** Runs an app in a process of its own and takes its answer; an app that throws, exits or prints harms nothing. */
export function runApp(run: AppCommand, cwd: string, request: Omit<SynthRequest, 'answer'>): AppRun {
  const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'progressive-'));
  try {
    const answer = path.join(scratch, 'answer.json');
    const environment = {
      ...process.env,
      [SYNTH_REQUEST]: JSON.stringify({ ...request, answer }),
      CDK8S_OUTDIR: path.join(scratch, 'stock'),
    };
    // Manifests are many small objects that live until they are written: a larger nursery spares most of the garbage collection.
    const [program, args] =
      'file' in run
        ? [process.execPath, ['--max-semi-space-size=64', '--require', require.resolve('./typescript'), run.file]]
        : ['/bin/sh', ['-c', run.command]];
    const child = spawnSync(program, args, { cwd, env: environment, stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 64 * 1024 * 1024 });
    const said = `${child.stdout ?? ''}${child.stderr ?? ''}`;
    if (child.error) return { failure: `the app did not start: ${child.error.message}` };
    if (child.status !== 0)
      return { failure: `the app ended with ${child.signal ?? `exit code ${child.status}`}:\n${said.trim().replace(/^/gm, '    ')}` };
    if (said) process.stderr.write(said);
    if (!fs.existsSync(answer))
      return { failure: "the app ended without synthesizing; its last line must be 'app.synth()' of a ProgressiveApp" };
    return { answer: JSON.parse(fs.readFileSync(answer, 'utf8')) as SynthAnswer };
  } finally {
    fs.rmSync(scratch, { recursive: true, force: true });
  }
}

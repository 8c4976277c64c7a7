import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import type { SynthAnswer } from './answer';
import { SYNTH_REQUEST, type SynthRequest } from './request';

/** How to start an app: a file for Node, or a shell command. */
export type AppCommand = { readonly file: string } | { readonly command: string };

/** What running an app gave: its answer, or why there is none. */
export interface AppRun {
  readonly answer?: SynthAnswer;
  readonly failure?: string;
  /** Whatever the app printed: words for people, kept away from standard output. */
  readonly said: string;
}

/** Runs an app in a process of its own and takes its answer; an app that throws, exits or prints harms nothing. */
export function runApp(run: AppCommand, cwd: string, request: Omit<SynthRequest, 'answer'>): AppRun {
  const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'progressive-'));
  try {
    return runIn(scratch, run, cwd, { ...request, answer: path.join(scratch, 'answer.json') });
  } finally {
    fs.rmSync(scratch, { recursive: true, force: true });
  }
}

function runIn(scratch: string, run: AppCommand, cwd: string, request: SynthRequest): AppRun {
  const stock = path.join(scratch, 'stock');
  const [program, args] = commandOf(run);
  const child = spawnSync(program, args, {
    cwd,
    env: { ...process.env, [SYNTH_REQUEST]: JSON.stringify(request), CDK8S_OUTDIR: stock },
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 64 * 1024 * 1024,
  });
  const said = `${child.stdout ?? ''}${child.stderr ?? ''}`;
  if (child.error) return { failure: `the app did not start: ${child.error.message}`, said: '' };
  if (child.status !== 0) {
    return {
      failure: `the app ended with ${child.signal ?? `exit code ${child.status}`}:\n${said.trim().replace(/^/gm, '    ')}`,
      said: '',
    };
  }
  if (!fs.existsSync(request.answer) && !answerFromStock(stock, request)) {
    return { failure: "the app ended without synthesizing; its last line must be 'app.synth()'", said };
  }
  return { answer: JSON.parse(fs.readFileSync(request.answer, 'utf8')) as SynthAnswer, said };
}

function commandOf(run: AppCommand): [string, string[]] {
  if ('command' in run) return ['/bin/sh', ['-c', run.command]];
  // Manifests are many small objects that live until they are written: a larger nursery spares most of the garbage collection.
  return [process.execPath, ['--max-semi-space-size=64', '--require', require.resolve('./loader/preload'), run.file]];
}

/** Answers in place of an app that is a stock cdk8s App. */
function answerFromStock(folder: string, request: SynthRequest): boolean {
  if (!fs.existsSync(folder)) return false;
  // Loaded here only: an app of this library has answered in its own process.
  const { readStockManifests } = require('./stock') as typeof import('./stock');
  const { answerSynthRequest } = require('./answer') as typeof import('./answer');
  answerSynthRequest(request, () => readStockManifests(folder));
  return true;
}

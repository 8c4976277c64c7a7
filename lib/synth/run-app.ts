import { spawn } from 'node:child_process';
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
export async function runApp(run: AppCommand, cwd: string, request: Omit<SynthRequest, 'answer'>): Promise<AppRun> {
  const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'progressive-'));
  try {
    return await runIn(scratch, run, cwd, { ...request, answer: path.join(scratch, 'answer.json') });
  } finally {
    fs.rmSync(scratch, { recursive: true, force: true });
  }
}

async function runIn(scratch: string, run: AppCommand, cwd: string, request: SynthRequest): Promise<AppRun> {
  const stock = path.join(scratch, 'stock');
  const { end, said } = await processEnd(run, cwd, { [SYNTH_REQUEST]: JSON.stringify(request), CDK8S_OUTDIR: stock });
  if (end !== undefined)
    return {
      failure: said.trim() === '' ? end : `${end}:\n${shortened(said).trim().replace(/^/gm, '    ')}${missing(said, cwd)}`,
      said: '',
    };
  if (!fs.existsSync(request.answer) && !answerFromStock(stock, request)) {
    return { failure: "the app ended without synthesizing; its last line must be 'app.synth()'", said };
  }
  return { answer: JSON.parse(fs.readFileSync(request.answer, 'utf8')) as SynthAnswer, said };
}

interface ProcessEnd {
  /** How it failed; undefined when it did not. */
  readonly end?: string;
  readonly said: string;
}

function processEnd(run: AppCommand, cwd: string, env: { readonly [name: string]: string }): Promise<ProcessEnd> {
  const [program, args] = 'command' in run ? [run.command, []] : [process.execPath, [...NODE_OPTIONS, run.file]];
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: 'command' in run,
    });
    const chunks: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', ({ message }) => resolve({ end: `the app did not start: ${message}`, said: '' }));
    child.on('close', (code, signal) => {
      const end = code === 0 ? undefined : `the app ended with ${signal ?? `exit code ${code}`}`;
      resolve({ end, said: Buffer.concat(chunks).toString('utf8') });
    });
  });
}

// Manifests are many small objects that live until they are written: a larger nursery spares most of the garbage collection.
const NODE_OPTIONS = ['--max-semi-space-size=64', '--require', require.resolve('./loader/preload')];

/** What to do about a package that is not there. */
function missing(said: string, cwd: string): string {
  const [, name] = /Cannot find (?:module|package) '((?:@[\w.-]+\/)?\w[\w.-]*)/.exec(said) ?? [];
  return name === undefined ? '' : `\n'npm install' in ${cwd} installs '${name}', if its package.json names it.`;
}

/** Without what a stack trace says about Node and this library: the lines of the app remain. */
function shortened(said: string): string {
  return said
    .replace(/^\S+[\\/](?:cdk8s-progressive|build)[\\/]\S+:\d+\n.*\n *\^+\n\n?/m, '')
    .replace(/^ +at .*(?:\bnode:internal\/|[\\/]synth[\\/]loader[\\/]).*\n?/gm, '')
    .replace(/^Node\.js v\d.*\n?/m, '');
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

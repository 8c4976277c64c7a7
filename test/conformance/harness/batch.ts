import { join } from 'node:path';
import type { KubeObject } from './kube';
import { compareSets } from './objects';
import { must, temporaryFolder } from './process';
import { binary } from './programs';

/** The programs that do many jobs in one process; see programs/batch.go. */
export type BatchProgram = 'helm3' | 'helm4' | 'kustomize';

/** To render a chart, to build a kustomization, to read a folder of plain YAML. */
export type Job =
  | { readonly name: string; readonly chart: string; readonly values: string }
  | { kustomization: string }
  | { plain: string };

/** What became of a job: an error, or what was asked for. */
export interface Answer<T> {
  readonly error?: string;
  readonly result?: T;
}

async function ask(program: BatchProgram, what: 'text' | 'objects', jobs: readonly Job[]): Promise<string[]> {
  if (jobs.length === 0) return [];
  const home = temporaryFolder('batch');
  const env = { HELM_CACHE_HOME: join(home, 'cache'), HELM_CONFIG_HOME: join(home, 'config'), HELM_DATA_HOME: join(home, 'data') };
  const lines = (
    await must(await binary(program, 'batch'), [what], { input: jobs.map((job) => JSON.stringify(job)).join('\n'), env })
  ).split('\n');
  if (lines.length !== jobs.length + 1) throw new Error(`${program} answered ${lines.length - 1} of ${jobs.length} jobs`);
  return lines.slice(0, -1);
}

/** The objects that each job gives, read as kubectl reads YAML, as lines of JSON: equal sets are equal lines. */
export const batchLines = (program: BatchProgram, jobs: readonly Job[]): Promise<string[]> => ask(program, 'objects', jobs);

/** How two lines differ. */
export function compareLines(left: string, right: string): string[] {
  if (left === right && !left.startsWith('{"error"')) return [];
  const [one, other] = [left, right].map((line) => JSON.parse(line) as { error?: string; objects?: KubeObject[] });
  const error = one?.error ?? other?.error;
  return error === undefined ? compareSets(one?.objects ?? [], other?.objects ?? []) : [error];
}

/** The text that each job gives: what the program's own command prints. */
export async function batchTexts(program: BatchProgram, jobs: readonly Job[]): Promise<Answer<string>[]> {
  return (await ask(program, 'text', jobs)).map((line) => {
    const { error, text = '' } = JSON.parse(line) as { error?: string; text?: string };
    return error === undefined ? { result: text } : { error };
  });
}

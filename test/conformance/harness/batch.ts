import { join } from 'node:path';
import type { KubeObject } from './kube';
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

/** The objects that each job gives, read as kubectl reads YAML; parsed one at a time, because there may be many. */
export async function* batchObjects(program: BatchProgram, jobs: readonly Job[]): AsyncGenerator<Answer<KubeObject[]>> {
  for (const line of await ask(program, 'objects', jobs)) {
    const { error, objects = [] } = JSON.parse(line) as { error?: string; objects?: KubeObject[] };
    yield error === undefined ? { result: objects } : { error };
  }
}

/** The text that each job gives: what the program's own command prints. */
export async function batchTexts(program: BatchProgram, jobs: readonly Job[]): Promise<Answer<string>[]> {
  return (await ask(program, 'text', jobs)).map((line) => {
    const { error, text = '' } = JSON.parse(line) as { error?: string; text?: string };
    return error === undefined ? { result: text } : { error };
  });
}

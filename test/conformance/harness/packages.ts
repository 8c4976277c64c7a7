import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { CACHE, ROOT } from './paths';
import { must } from './process';

const ENVIRONMENT = { JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION: '1', PIP_DISABLE_PIP_VERSION_CHECK: '1' };

function sources(path: string): string[] {
  return readdirSync(path, { withFileTypes: true })
    .flatMap((entry) => (entry.isDirectory() ? sources(join(path, entry.name)) : [join(path, entry.name)]))
    .sort();
}

/** A folder of the cache that `make` fills, unless it is there; keyed on the contents of files and on what `make` depends on besides. */
export async function cached(
  name: string,
  files: readonly string[],
  more: string,
  make: (folder: string) => Promise<void>,
): Promise<string> {
  const hash = createHash('sha256').update(more);
  for (const file of files) hash.update(`\0${relative(ROOT, file)}\0`).update(readFileSync(file));
  const folder = join(CACHE, 'packages', `${name}-${hash.digest('hex').slice(0, 12)}`);
  if (existsSync(folder)) return folder;
  const staging = `${folder}.${process.pid}`;
  mkdirSync(staging, { recursive: true });
  try {
    await make(staging);
    renameSync(staging, folder);
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
  return folder;
}

/** The library as a package of another language, made by jsii from the compiled sources: about a minute when they changed. */
export async function packed(target: 'python' | 'java'): Promise<string> {
  await must('bash', [join(ROOT, 'scripts', 'build.sh')]);
  const files = [
    ...sources(join(ROOT, 'lib')),
    ...sources(join(ROOT, 'imports')),
    join(ROOT, 'package.json'),
    join(ROOT, 'package-lock.json'),
  ];
  const beside = target === 'java' ? await packedCdk8sPlus() : undefined;
  const folder = await cached(target, files, '', async (staging) => {
    if (beside !== undefined) cpSync(beside, staging, { recursive: true });
    await pack(target, staging, ROOT);
  });
  return join(folder, target);
}

/** cdk8s-plus-27 as a Maven repository, made from the npm package: its releases for Java are not on every mirror of Maven Central. */
async function packedCdk8sPlus(): Promise<string> {
  const project = join(ROOT, 'node_modules', 'cdk8s-plus-27');
  return cached('java-cdk8s-plus', [join(project, 'package.json')], '', (staging) => pack('java', staging, project));
}

/** jsii-pacmak also looks for dependencies in the folder that it writes to. */
async function pack(target: 'python' | 'java', folder: string, project: string): Promise<void> {
  await must('npx', ['--no-install', 'jsii-pacmak', '--target', target, '--outdir', folder, project], {
    cwd: ROOT,
    env: ENVIRONMENT,
    limit: 1_200_000,
  });
}

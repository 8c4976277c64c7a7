import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CACHE, PROGRAMS } from './paths';
import { must } from './process';

/** One folder of `programs/`: a Go module, or a Python requirement. */
export interface Program {
  readonly name: string;
  /** What `go install` is told: the module's own command, its tools, or both. None for a Python package. */
  readonly packages?: readonly string[];
  readonly linkerFlags?: string;
  /** Other names under which the module's own command is called. */
  readonly links?: readonly string[];
  /** Seconds that the build takes with empty caches on 2 cores. */
  readonly seconds: number;
}

const KUBERNETES_VERSION = '1.36.3';
const stamp = (name: string, value: string) => `-X k8s.io/component-base/version.${name}=${value}`;
const [major, minor] = KUBERNETES_VERSION.split('.') as [string, string];

/** In the order in which they are built: what most checks need comes first. `batch` does a tool's work many times in one process. */
export const ALL: readonly Program[] = [
  {
    name: 'cluster',
    packages: ['.', 'tool'],
    links: ['etcd', 'kube-apiserver', 'kube-controller-manager', 'kubectl'],
    // without a version the API server refuses to start
    linkerFlags: [
      stamp('gitVersion', `v${KUBERNETES_VERSION}`),
      stamp('gitMajor', major),
      stamp('gitMinor', minor),
      stamp('gitTreeState', 'clean'),
      stamp('gitCommit', 'none'),
      stamp('buildDate', '1970-01-01T00:00:00Z'),
    ].join(' '),
    seconds: 540,
  },
  { name: 'envoy', seconds: 10 },
  { name: 'istiosim', packages: ['.'], seconds: 480 },
  { name: 'kubeconform', packages: ['tool'], seconds: 8 },
  { name: 'kustomize', packages: ['tool', './batch'], seconds: 48 },
  { name: 'helm4', packages: ['tool', './batch'], seconds: 195 },
  { name: 'helm3', packages: ['tool', './batch'], seconds: 106 },
  { name: 'kube-score', packages: ['tool'], seconds: 47 },
  { name: 'promtool', packages: ['tool'], seconds: 422 },
];

const SOURCES = /((^|\/)go\.(mod|sum)|\.go|^requirements\.txt)$/;
let toolchain: Promise<string> | undefined;

/** The folder in the cache where a program lies: another one as soon as a source, a pinned version or the compiler changes. */
export async function folderOf(program: Program): Promise<string> {
  toolchain ??= must('go', ['env', 'GOVERSION', 'GOOS', 'GOARCH'], { env: { GOTOOLCHAIN: 'local' } }).catch((error: Error) => {
    throw new Error(`Go is needed (1.26 or newer): ${error.message}`);
  });
  const hash = createHash('sha256')
    .update(JSON.stringify(program))
    .update(program.packages ? await toolchain : process.arch);
  const from = join(PROGRAMS, program.name);
  for (const file of readdirSync(from, { recursive: true, encoding: 'utf8' })
    .filter((name) => SOURCES.test(name))
    .sort())
    hash.update(`\0${file}\0`).update(readFileSync(join(from, file)));
  return join(CACHE, 'programs', `${program.name}-${hash.digest('hex').slice(0, 12)}`);
}

/** The path of a binary of a program that has been installed. */
export async function binary(name: string, file = name): Promise<string> {
  const program = ALL.find((one) => one.name === name);
  if (!program) throw new Error(`no program is called ${name}: there are ${ALL.map((one) => one.name).join(', ')}`);
  const path = join(await folderOf(program), file);
  if (!existsSync(path)) throw new Error(`${file} is not installed (${path}): run "npm run conformance:install ${name}"`);
  return path;
}

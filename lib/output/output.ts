import type { ParametricManifest } from '../manifest/tree';
import type { Environment } from '../parameters/environment';

/** One file of an output: a path below the output's folder with `/` between its parts, and its text. */
export interface OutputFile {
  readonly path: string;
  readonly text: string;
}

/** What an output is given. */
export interface OutputInput {
  /** The name of the app: its folder's name below `apps/`. */
  readonly app: string;
  readonly manifests: readonly ParametricManifest[];
  /** At least one. */
  readonly environments: readonly Environment[];
  /** Default: those of a first chart. */
  readonly chart?: ChartOptions;
}

/** What a Helm chart says of itself. */
export interface ChartOptions {
  /** Semantic version of the chart. Default: 0.1.0. */
  readonly version?: string;
  /** Version of what it installs. Default: none. */
  readonly appVersion?: string;
  /** One sentence. Default: "Manifests of <app>". */
  readonly description?: string;
}

/** A form in which manifests are handed over. Pure: data in, files out; it never looks at the kind of a resource to decide how to write it. */
export interface Output {
  readonly name: OutputName;
  /** @throws SynthesisError when this output cannot express something, with every such problem. */
  files(input: OutputInput): OutputFile[];
  /** The environment that a file of this output is for; undefined when it is for all. */
  environmentOf(path: string): string | undefined;
}

export type OutputName = 'yaml' | 'helm' | 'kustomize' | 'gitops';

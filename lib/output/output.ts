import type { ParametricManifest } from '../manifest/tree';
import type { SourcedManifest } from '../model/sourced';
import type { Environment } from '../parameters/environment';
import type { FactsOf } from './facts';

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
  readonly options?: OutputOptions;
  /** What the read half knows of an environment's objects. Default: nothing. */
  readonly factsOf?: (manifests: readonly SourcedManifest[]) => FactsOf;
}

/** What can be adjusted in the outputs. */
export interface OutputOptions {
  readonly chart?: ChartOptions;
  readonly kustomize?: KustomizeOptions;
  readonly gitops?: GitopsOptions;
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

/** How the Kustomize tree is laid out. */
export interface KustomizeOptions {
  /** Split base and overlays into parts that can be applied one after the other: what all versions share, each version, the routing. Default: false. */
  readonly parts?: boolean;
}

/** Where the outputs are committed, for controllers that fetch them. */
export interface GitopsOptions {
  /** The address of the git repository. Default: `https://git.example.com/<app>.git`, to be replaced. */
  readonly repository?: string;
  /** The branch that is deployed. Default: main. */
  readonly branch?: string;
  /** The folder in the repository below which the outputs lie. Default: dist. */
  readonly folder?: string;
}

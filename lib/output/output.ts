import type { ParametricManifest } from '../manifest/tree';
import type { SourcedManifest } from '../model/sourced';
import type { Environment } from '../parameters/environment';
import type { FactsOf } from './facts';
import type { OutputOptions } from './options';

/** One file of an output: a path below the output's folder with `/` between its parts, and its text. */
export interface OutputFile {
  readonly path: string;
  readonly text: string;
}

/** How a person follows the release of an object: `kubectl get canary/reviews --watch`. */
export interface Watch {
  /** What is put in front of the object's name: `kubectl get canary/`. */
  readonly before: string;
  readonly after: string;
}

/** What an output is given. */
export interface OutputInput {
  /** The name of the app: its folder's name below `apps/`. */
  readonly app: string;
  readonly manifests: readonly ParametricManifest[];
  /** At least one. */
  readonly environments: readonly Environment[];
  readonly options?: OutputOptions;
  /** How a person follows the release of an object. Default: in no way. */
  readonly watchOf?: (manifest: ParametricManifest) => Watch | undefined;
  /** What the read half knows of an environment's objects. Default: nothing. */
  readonly factsOf?: (manifests: readonly SourcedManifest[]) => FactsOf;
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

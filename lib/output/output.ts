import type { ParametricManifest } from '../manifest/tree';
import type { ParameterValues } from '../parameters/expression';

/** One file of an output: a path below the output's folder with `/` between its parts, and its text. */
export interface OutputFile {
  readonly path: string;
  readonly text: string;
}

/** An environment: its name, and the values it states. */
export interface Environment {
  readonly name: string;
  readonly values: ParameterValues;
}

/** What an output is given. */
export interface OutputInput {
  /** The name of the app: its folder's name below `apps/`. */
  readonly app: string;
  readonly manifests: readonly ParametricManifest[];
  /** At least one. */
  readonly environments: readonly Environment[];
}

/** A form in which manifests are handed over. Pure: data in, files out; it never looks at the kind of a resource to decide how to write it. */
export interface Output {
  readonly name: OutputName;
  files(input: OutputInput): OutputFile[];
}

export type OutputName = 'yaml' | 'helm' | 'kustomize' | 'gitops';

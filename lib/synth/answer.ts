import * as fs from 'node:fs';
import { SynthesisError } from '../manifest/manifests-of';
import type { ParametricManifest } from '../manifest/tree';
import { WriteError, type WriteReport } from '../output/write-folder';
import type { EnvironmentFinding } from './check-all';
import { type AppParameters, parametersOfApp } from './parameters-of';
import type { SynthRequest } from './request';
import { synthesize } from './synthesize';

/** What came of a request, for the `progressive` command. */
export interface SynthAnswer {
  readonly objects: number;
  readonly environments: readonly string[];
  readonly findings: readonly EnvironmentFinding[];
  readonly written?: WriteReport;
  /** What the changed files do to requests, in sentences. */
  readonly effect?: readonly string[];
  /** What varies in the app, where only that was asked for. */
  readonly parameters?: AppParameters;
  /** Why nothing was written. */
  readonly problems: readonly string[];
}

/** Synthesizes and writes, and leaves the answer in its file; problems of the app become part of the answer, faults of ours are thrown. */
export function answerSynthRequest(request: SynthRequest, manifests: () => ParametricManifest[]): void {
  fs.writeFileSync(request.answer, JSON.stringify(answer(request, manifests)));
}

function answer(request: SynthRequest, manifests: () => ParametricManifest[]): SynthAnswer {
  try {
    if (request.parametersOnly) return { objects: 0, environments: [], findings: [], ...parametersOfApp(manifests()) };
    return synthesize(request, manifests());
  } catch (error) {
    if (error instanceof SynthesisError || error instanceof WriteError)
      return { objects: 0, environments: [], findings: [], problems: error.problems };
    throw error;
  }
}

import type { Duration } from 'cdk8s';
import type { Analysis } from '../../analysis/analysis';

/** Which pods an experiment runs. */
export enum ExperimentVersion {
  /** Those of the version that runs. */
  STABLE = 'stable',
  /** Those of the new version. */
  CANARY = 'canary',
}

/** Pods of an experiment. */
export interface ExperimentTemplate {
  /** Names the pods. */
  readonly name: string;
  /** Which version. Becomes `specRef`. */
  readonly version: ExperimentVersion;
  /** Default: 1. */
  readonly replicas?: number;
  /** Share of the requests that they get, 1 to 100. Needs traffic routing. Default: none. */
  readonly weight?: number;
}

/** An analysis of an experiment. */
export interface ExperimentAnalysis {
  /** Names the run. */
  readonly name: string;
  readonly analysis: Analysis;
  /** Whether the experiment waits for it. Becomes `requiredForCompletion`. Default: false. */
  readonly requiredForCompletion?: boolean;
}

/** See https://argo-rollouts.readthedocs.io/en/stable/features/experiment/ */
export interface ExperimentProps {
  readonly templates: ExperimentTemplate[];
  /** Default: until its required analyses end. */
  readonly duration?: Duration;
  readonly analyses?: ExperimentAnalysis[];
}

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
  /** How many pods. Becomes `replicas`. Default: 1. */
  readonly replicas?: number;
  /** Share of the requests that they get, 1 to 100. Needs traffic routing. Default: none. */
  readonly weight?: number;
}

/** An analysis of an experiment. */
export interface ExperimentAnalysis {
  /** Names the run. */
  readonly name: string;
  /** What it measures. Becomes an AnalysisTemplate, `templateName`. */
  readonly analysis: Analysis;
  /** Whether the experiment waits for it. Becomes `requiredForCompletion`. Default: false. */
  readonly requiredForCompletion?: boolean;
}

/** See https://argo-rollouts.readthedocs.io/en/stable/features/experiment/ */
export interface ExperimentProps {
  /** Which pods run, side by side. Becomes `templates`. */
  readonly templates: ExperimentTemplate[];
  /** How long they run. Becomes `duration`. Default: until its required analyses end. */
  readonly duration?: Duration;
  /** What is measured meanwhile. Becomes `analyses`. Default: nothing. */
  readonly analyses?: ExperimentAnalysis[];
}

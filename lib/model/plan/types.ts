import type { ObjectId } from '../../manifest/manifest';

/** What could not be read, or what the API server or the controller refuses, and what that means for the rollout. */
export interface PlanProblem {
  /** The field, for example `spec.analysis.stepWeights`. */
  readonly path: string;
  readonly message: string;
  /**
   * `refused`: the API server does not take the object. `invalid`: the controller does not act on it (Argo's InvalidSpec).
   * `unknown`: it is not modelled here, and the answer is left out or goes without it.
   */
  readonly effect: 'refused' | 'invalid' | 'unknown';
}

export interface PlanBase {
  /** The object that states the plan: a Deployment, Canary, Rollout, Service or Knative Service. */
  readonly object: ObjectId;
  /** The name of the service whose versions are exchanged, as a person calls it. */
  readonly service: string;
  readonly replicas: number;
  readonly problems: readonly PlanProblem[];
  /** What is taken for granted because the manifests do not say it. */
  readonly assumptions: readonly string[];
}

import type { ObjectId } from '../manifest/manifest';

/**
 * How one workload goes from one version to the next, as the manifests state it: the input of `rollout()`.
 * One type per controller, because each has a course of its own; times are in seconds, weights in percent.
 */
export type RolloutPlan = DeploymentPlan | FlaggerPlan | ArgoPlan | BlueGreenServicePlan | KnativePlan;

interface PlanBase {
  /** The object that states the plan: a Deployment, Canary, Rollout, Service or Knative Service. */
  readonly object: ObjectId;
  /** The name of the service whose versions are exchanged, as a person calls it. */
  readonly service: string;
  readonly replicas: number;
}

/** A Deployment's own strategy: a rolling update, or recreate. */
export interface DeploymentPlan extends PlanBase {
  readonly controller: 'deployment';
}

/** A Flagger Canary with its target. */
export interface FlaggerPlan extends PlanBase {
  readonly controller: 'flagger';
}

/** An Argo Rollout. */
export interface ArgoPlan extends PlanBase {
  readonly controller: 'argo-rollouts';
}

/** A Service whose selector is switched from one version to another. */
export interface BlueGreenServicePlan extends PlanBase {
  readonly controller: 'service';
}

/** A Knative Service with its revisions. */
export interface KnativePlan extends PlanBase {
  readonly controller: 'knative';
}

import type { ArgoPlan } from './plan/argo';
import type { BlueGreenServicePlan } from './plan/blue-green';
import type { DeploymentPlan } from './plan/deployment';
import type { FlaggerPlan } from './plan/flagger';
import type { KnativePlan } from './plan/knative';

export type { ArgoPlan } from './plan/argo';
export type { BlueGreenServicePlan } from './plan/blue-green';
export type { DeploymentPlan } from './plan/deployment';
export type { FlaggerPlan } from './plan/flagger';
export type { KnativePlan } from './plan/knative';
export { plansOf } from './plan/plans-of';
export type { PlanProblem } from './plan/types';

/**
 * How one workload goes from one version to the next, as the manifests state it: the input of `rollout()`.
 * One type per controller, because each has a course of its own; times are in seconds, weights in percent.
 */
export type RolloutPlan = DeploymentPlan | FlaggerPlan | ArgoPlan | BlueGreenServicePlan | KnativePlan;

import type { DeploymentPlan } from './deployment';
import type { PlanBase } from './types';

/** A Flagger Canary with its target. */
export interface FlaggerPlan extends PlanBase {
  readonly controller: 'flagger';
  /** The Deployment that is the target; absent where it is not among the manifests or is of another kind. */
  readonly target?: DeploymentPlan;
  /** `istio`, `kubernetes`, `gatewayapi:v1`, ...; Flagger's own `-mesh-provider` where the Canary states none. */
  readonly provider: string;
  readonly analysis: FlaggerAnalysis;
  readonly skipAnalysis: boolean;
  readonly suspend: boolean;
  /** Default 600. */
  readonly progressDeadlineSeconds: number;
  readonly autoscaler?: FlaggerAutoscaler;
  readonly revertOnDeletion: boolean;
  /** The ConfigMaps and Secrets of the pods whose change starts a canary: `ConfigMap/app`. */
  readonly trackedConfigs: readonly string[];
}

export interface FlaggerAnalysis {
  /** Seconds between two looks: at least 10, default 60. */
  readonly interval: number;
  /** Failed checks until the rollback; at least 1. */
  readonly threshold: number;
  readonly maxWeight?: number;
  readonly stepWeight?: number;
  readonly stepWeights: readonly number[];
  readonly stepWeightPromotion: number;
  readonly iterations: number;
  readonly mirror: boolean;
  /** One text for each match: `x-canary=always`. Empty where there are none. */
  readonly match: readonly string[];
  readonly metrics: readonly FlaggerMetric[];
  readonly webhooks: readonly FlaggerWebhook[];
  readonly primaryReadyThreshold: number;
  readonly canaryReadyThreshold: number;
  /** The name of the cookie that ties a caller to the version it met. */
  readonly affinityCookie?: string;
}

export interface FlaggerMetric {
  readonly name: string;
  readonly min?: number;
  readonly max?: number;
  readonly query?: string;
  /** The MetricTemplate, as `namespace/name`, and whether it is among the manifests. */
  readonly template?: { readonly id: string; readonly found: boolean; readonly query?: string };
}

export interface FlaggerWebhook {
  readonly name: string;
  readonly type:
    | 'confirm-rollout'
    | 'pre-rollout'
    | 'rollout'
    | 'confirm-traffic-increase'
    | 'confirm-promotion'
    | 'post-rollout'
    | 'rollback'
    | 'event';
}

export interface FlaggerAutoscaler {
  readonly name: string;
  readonly kind: string;
  readonly minReplicas?: number;
}

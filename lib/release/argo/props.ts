import type { Duration } from 'cdk8s';
import type { Analysis } from '../../analysis/analysis';
import type { NumberParameter } from '../../parameters/parameter';
import type { ObjectMetadata } from '../support/metadata';
import type { Step } from './step';
import type { ArgoTraffic } from './traffic';

/** What happens to a Deployment whose pods a Rollout takes over. Becomes `workloadRef.scaleDown`. */
export enum WorkloadScaleDown {
  /** It is stated with no replicas. */
  NEVER = 'never',
  /** It goes when the Rollout is healthy. */
  ON_SUCCESS = 'onsuccess',
  /** Its pods go as the Rollout's come. */
  PROGRESSIVELY = 'progressively',
}

/** Whether pods of both versions may share a node. */
export enum AntiAffinity {
  /** Rather not. Becomes `preferredDuringSchedulingIgnoredDuringExecution` with weight 100. */
  PREFERRED = 'preferred',
  /** Never. Becomes `requiredDuringSchedulingIgnoredDuringExecution`. */
  REQUIRED = 'required',
}

/** What every release by Argo Rollouts can state. See https://argo-rollouts.readthedocs.io/en/stable/features/specification/ */
export interface ArgoProps {
  /** Keeps the pods in a Deployment that the Rollout refers to, for moving over without a gap. Becomes `workloadRef`. Default: the Rollout has them itself. */
  readonly workload?: WorkloadScaleDown;
  /** Time for pods to become ready. Becomes `progressDeadlineSeconds`. Default: 10 minutes. */
  readonly progressDeadline?: Duration;
  /** Goes back when that time is over. Becomes `progressDeadlineAbort`. Default: false, which only says so. */
  readonly progressDeadlineAbort?: boolean;
  /** How long a pod must be ready before it counts. Becomes `minReadySeconds`. Default: 0. */
  readonly minReady?: Duration;
  /** How many old ReplicaSets are kept. Becomes `revisionHistoryLimit`. Default: 10. */
  readonly revisionHistoryLimit?: number;
  /** Going back to one of so many last versions skips steps and analyses. Becomes `rollbackWindow.revisions`. Default: never. */
  readonly rollbackWindow?: number;
  /** Whether old and new pods may share a node. Becomes `antiAffinity`. Default: they may. */
  readonly antiAffinity?: AntiAffinity;
  /** How long the new version's pods stay after it was given up. Becomes `abortScaleDownDelaySeconds`. Default: 30 seconds. */
  readonly abortScaleDownDelay?: Duration;
  /** How long the old version's pods stay after the change. Becomes `scaleDownDelaySeconds`. Default: 30 seconds. */
  readonly scaleDownDelay?: Duration;
  /** How many old versions stay for that time. Becomes `scaleDownDelayRevisionLimit`. Default: all. */
  readonly scaleDownDelayRevisionLimit?: number;
  /** Further labels and annotations of the Rollout, for example notification subscriptions. Default: none. */
  readonly metadata?: ObjectMetadata;
}

/** A canary, step by step. See https://argo-rollouts.readthedocs.io/en/stable/features/canary/ */
export interface ArgoCanaryProps extends ArgoProps {
  /** One after the other. Becomes `canary.steps`. Default: none, as a rolling update. */
  readonly steps?: Step[];
  /** How requests are moved. Default: by the number of pods. */
  readonly traffic?: ArgoTraffic;
  /** Runs beside all steps. Becomes `canary.analysis`. Its alerts become notifications. Default: none. */
  readonly analysis?: Analysis;
  /** The step, from 0, with which it begins. Becomes `analysis.startingStep`. Default: 0. */
  readonly startingStep?: number;
  /** How many pods may be added at a time. Becomes `maxSurge`. Default: 1. */
  readonly maxSurge?: number | string;
  /** How many pods may be missing at a time. Becomes `maxUnavailable`. Default: 0. */
  readonly maxUnavailable?: number | string;
  /** The old version shrinks as the new one grows. Becomes `dynamicStableScale`. Needs traffic routing. Default: false. */
  readonly dynamicStableScale?: boolean;
  /** Fewest pods of each version while it has any. Becomes `minPodsPerReplicaSet`. Needs traffic routing. Default: 1. */
  readonly minPodsPerReplicaSet?: number;
  /** Labels and annotations that the new version's pods have until they are the stable ones. Becomes `canaryMetadata`. Default: none. */
  readonly canaryMetadata?: ObjectMetadata;
  /** Labels and annotations of the stable version's pods. Becomes `stableMetadata`. Default: none. */
  readonly stableMetadata?: ObjectMetadata;
}

/** A switch between two full sets of pods. See https://argo-rollouts.readthedocs.io/en/stable/features/bluegreen/ */
export interface ArgoBlueGreenProps extends ArgoProps {
  /** Whether the new version takes over by itself. Becomes `autoPromotionEnabled`. Default: true. */
  readonly autoPromotion?: boolean;
  /** Takes over by itself after this time. Becomes `autoPromotionSeconds`. Default: at once. */
  readonly autoPromotionAfter?: Duration;
  /** Whether there is a Service for the new version: `<service>-preview`. Becomes `previewService`. Default: true. */
  readonly preview?: boolean;
  /** Pods of the new version before it takes over. Becomes `previewReplicaCount`. Default: all. */
  readonly previewReplicas?: number | NumberParameter;
  /** What must hold before the new version takes over. Becomes `prePromotionAnalysis`. Default: none. */
  readonly prePromotion?: Analysis;
  /** What must hold after it has, else it goes back. Becomes `postPromotionAnalysis`. Default: none. */
  readonly postPromotion?: Analysis;
  /** How many pods may be missing while the new version starts. Becomes `maxUnavailable`. Default: 25 percent. */
  readonly maxUnavailable?: number | string;
  /** Labels and annotations of the pods that take requests. Becomes `activeMetadata`. Default: none. */
  readonly activeMetadata?: ObjectMetadata;
  /** Labels and annotations of the pods that do not yet. Becomes `previewMetadata`. Default: none. */
  readonly previewMetadata?: ObjectMetadata;
}

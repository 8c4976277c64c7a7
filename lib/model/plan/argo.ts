import type { Amount } from './amount';
import type { PlanBase } from './types';

/** An Argo Rollout. */
export interface ArgoPlan extends PlanBase {
  readonly controller: 'argo-rollouts';
  readonly strategy: ArgoCanary | ArgoBlueGreen;
  readonly minReadySeconds: number;
  /** Default 600. */
  readonly progressDeadlineSeconds: number;
  readonly progressDeadlineAbort: boolean;
  readonly rollbackWindow: number;
  readonly paused: boolean;
  /** The Deployment whose pod template the Rollout takes. */
  readonly workload?: { readonly name: string; readonly scaleDown: 'never' | 'onsuccess' | 'progressively'; readonly replicas: number };
}

export interface ArgoCanary {
  readonly kind: 'canary';
  readonly steps: readonly ArgoStep[];
  readonly maxSurge: Amount;
  readonly maxUnavailable: Amount;
  readonly canaryService?: string;
  readonly stableService?: string;
  /** Absent where traffic follows the number of pods. */
  readonly traffic?: ArgoTraffic;
  readonly dynamicStableScale: boolean;
  readonly minPodsPerReplicaSet: number;
  readonly scaleDownDelaySeconds: number;
  readonly scaleDownDelayRevisionLimit: number;
  readonly abortScaleDownDelay: AbortDelay;
  readonly background?: ArgoAnalysis & { readonly startingStep: number };
}

/** `seconds` absent: the aborted pods stay. */
export interface AbortDelay {
  readonly seconds?: number;
  readonly stated: boolean;
}

export interface ArgoTraffic {
  /** `istio`, `nginx`, `alb`, ... */
  readonly routers: readonly string[];
  /** Whether Istio tells the versions apart by subsets of one Service, or by two Services. */
  readonly level: 'host' | 'subset';
  readonly managedRoutes: readonly string[];
  readonly pingPong: boolean;
  readonly maxWeight: number;
}

export type ArgoStep =
  | { readonly kind: 'setWeight'; readonly weight: number }
  | { readonly kind: 'pause'; readonly seconds?: number }
  | { readonly kind: 'setCanaryScale'; readonly replicas?: number; readonly weight?: number; readonly matchTrafficWeight: boolean }
  | { readonly kind: 'setHeaderRoute'; readonly name: string; readonly match: readonly string[] }
  | { readonly kind: 'setMirrorRoute'; readonly name: string; readonly match: readonly string[]; readonly percentage?: number }
  | { readonly kind: 'analysis'; readonly analysis: ArgoAnalysis }
  | { readonly kind: 'experiment'; readonly experiment: ArgoExperiment }
  | { readonly kind: 'plugin'; readonly name: string };

export interface ArgoExperiment {
  /** Seconds; absent where it lasts as long as its analyses. */
  readonly duration?: number;
  readonly templates: readonly {
    readonly name: string;
    readonly spec: 'canary' | 'stable';
    readonly replicas: number;
    readonly weight?: number;
  }[];
  readonly analyses: readonly { readonly name: string; readonly required: boolean; readonly analysis: ArgoAnalysis }[];
  readonly scaleDownDelaySeconds: number;
}

/** The metrics of the templates that one analysis names, together. */
export interface ArgoAnalysis {
  readonly templates: readonly string[];
  readonly metrics: readonly ArgoMetric[];
  /** Why the run is an Error before it measures anything. */
  readonly error?: string;
}

export interface ArgoMetric {
  readonly name: string;
  /** The provider's field name: `prometheus`, `web`, `job`, ... */
  readonly provider: string;
  readonly query?: string;
  readonly interval?: number;
  readonly initialDelay: number;
  /** Absent where it is measured for ever. */
  readonly count?: number;
  readonly failureLimit: number;
  readonly inconclusiveLimit: number;
  readonly consecutiveErrorLimit: number;
  /** 0 where there is none. */
  readonly consecutiveSuccessLimit: number;
  readonly successCondition?: string;
  readonly failureCondition?: string;
  readonly dryRun: boolean;
}

export interface ArgoBlueGreen {
  readonly kind: 'blueGreen';
  readonly activeService: string;
  readonly previewService?: string;
  readonly autoPromotionEnabled: boolean;
  readonly autoPromotionSeconds: number;
  readonly previewReplicaCount?: number;
  readonly scaleDownDelaySeconds: number;
  readonly scaleDownDelayStated: boolean;
  readonly scaleDownDelayRevisionLimit: number;
  readonly abortScaleDownDelay: AbortDelay;
  readonly prePromotion?: ArgoAnalysis;
  readonly postPromotion?: ArgoAnalysis;
}

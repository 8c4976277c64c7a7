import { type Room, roomOf } from '../../../model/plan/amount';
import type { ArgoBlueGreen, ArgoCanary, ArgoMetric, ArgoPlan, ArgoStep } from '../../../model/plan/argo';
import { PodSet } from '../cluster/pod-set';
import type { Check } from '../course';
import type { MetricSource } from '../metric-guess';
import type { Scenario, VersionName } from '../scenario/scenario';
import { SeriesReader } from '../scenario/series';
import type { AnalysisRun } from './analysis-run';
import type { ExperimentRun } from './experiment-run';

export type PauseReason = 'CanaryPauseStep' | 'BlueGreenPause' | 'InconclusiveAnalysisRun' | 'InconclusiveExperiment';

export interface PauseCondition {
  readonly reason: PauseReason;
  readonly start: number;
}

/** The condition Progressing. */
export interface Progressing {
  reason:
    | 'NewReplicaSetCreated'
    | 'ReplicaSetUpdated'
    | 'NewReplicaSetAvailable'
    | 'ReplicaSetNotAvailable'
    | 'RolloutPaused'
    | 'RolloutResumed'
    | 'RolloutRetry'
    | 'RolloutAborted'
    | 'ProgressDeadlineExceeded';
  message: string;
  since: number;
}

/** A Rollout's status, as far as its course depends on it. */
export interface ArgoStatus {
  stable: VersionName;
  current: VersionName;
  index: number | undefined;
  abort: boolean;
  pauses: PauseCondition[];
  controllerPause: boolean;
  promoteFull: boolean;
  weights: { canary: number; stable: number; canaryVersion: VersionName; stableVersion: VersionName } | undefined;
  replicas: number;
  updated: number;
  ready: number;
  available: number;
  active: VersionName;
  preview: VersionName;
  scaleUpCheckPoint: boolean;
  progressing: Progressing;
  healthy: boolean;
  stepRun: AnalysisRun | undefined;
  backgroundRun: AnalysisRun | undefined;
  preRun: AnalysisRun | undefined;
  postRun: AnalysisRun | undefined;
  experiment: ExperimentRun | undefined;
  phase: string;
  message: string;
}

/** A ReplicaSet of a Rollout, with what the controller saw of it when its present look began. */
export class ArgoSet {
  /** When it is to be scaled down. */
  deadline: number | undefined;
  seen = { size: 0, available: 0 };
  constructor(
    readonly pods: PodSet,
    public revision: number,
    readonly createdNth: number,
  ) {}

  get version(): VersionName {
    return this.pods.version;
  }
}

export interface ManagedRoute {
  readonly name: string;
  readonly text: string;
  /** Percent of the requests that it sends to the canary, as a share of those that match. */
  readonly canary: number;
}

/** A Rollout with its ReplicaSets, Services and routes, in the middle of a course. */
export class ArgoState {
  now = 0;
  template: VersionName = 'old';
  replicas: number;
  userPaused: boolean;
  revision = 1;
  status: ArgoStatus;
  readonly sets: ArgoSet[] = [];
  /** Which version each Service selects: stable and canary, or active and preview. */
  readonly services: Record<string, VersionName> = {};
  managed: ManagedRoute[] = [];
  /** The weight that the routes give the canary. */
  routed = 0;
  readonly runs: AnalysisRun[] = [];
  readonly experiments: ExperimentRun[] = [];
  workloadReplicas: number | undefined;
  events: string[] = [];
  checks: Check[] = [];
  readonly assumptions = new Set<string>();
  readonly reader = new SeriesReader();
  /** Where the measurements of a metric come from, by the version that they are of. */
  readonly sources = new Map<ArgoMetric, Partial<Record<VersionName, MetricSource>>>();

  constructor(
    readonly plan: ArgoPlan,
    readonly scenario: Scenario,
  ) {
    this.replicas = plan.replicas;
    this.userPaused = plan.paused;
    const pods = PodSet.settled('old', scenario.versions.old.pods, plan.minReadySeconds, this.replicas);
    this.sets.push(new ArgoSet(pods, 1, 0));
    this.status = this.healthyStatus();
    if (plan.strategy.kind === 'blueGreen') {
      this.services.active = 'old';
      if (plan.strategy.previewService) this.services.preview = 'old';
    } else if (plan.strategy.traffic || plan.strategy.stableService || plan.strategy.canaryService) {
      this.services.stable = 'old';
      this.services.canary = 'old';
    }
    if (plan.workload) this.workloadReplicas = plan.workload.scaleDown === 'never' ? plan.workload.replicas : 0;
  }

  private healthyStatus(): ArgoStatus {
    const { replicas } = this;
    const canary = this.canary;
    return {
      stable: 'old',
      current: 'old',
      index: canary && canary.steps.length > 0 ? canary.steps.length : undefined,
      abort: false,
      pauses: [],
      controllerPause: false,
      promoteFull: false,
      weights: canary?.traffic ? { canary: 0, stable: canary.traffic.maxWeight, canaryVersion: 'old', stableVersion: 'old' } : undefined,
      replicas,
      updated: replicas,
      ready: replicas,
      available: replicas,
      active: 'old',
      preview: 'old',
      scaleUpCheckPoint: false,
      progressing: { reason: 'NewReplicaSetAvailable', message: '', since: Number.NEGATIVE_INFINITY },
      healthy: true,
      stepRun: undefined,
      backgroundRun: undefined,
      preRun: undefined,
      postRun: undefined,
      experiment: undefined,
      phase: 'Healthy',
      message: '',
    };
  }

  get canary(): ArgoCanary | undefined {
    return this.plan.strategy.kind === 'canary' ? this.plan.strategy : undefined;
  }

  get blueGreen(): ArgoBlueGreen | undefined {
    return this.plan.strategy.kind === 'blueGreen' ? this.plan.strategy : undefined;
  }

  get room(): Room {
    const { canary, replicas } = this;
    return canary ? roomOf(canary.maxSurge, canary.maxUnavailable, replicas) : { surge: 0, unavailable: 0 };
  }

  get steps(): readonly ArgoStep[] {
    return this.canary?.steps ?? [];
  }

  find(version: VersionName): ArgoSet | undefined {
    return this.sets.find((set) => set.version === version);
  }

  event(text: string): void {
    this.events.push(text);
  }
}

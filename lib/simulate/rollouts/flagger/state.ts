import type { DeploymentPlan } from '../../../model/plan/deployment';
import { QUARTER } from '../../../model/plan/deployment';
import type { FlaggerPlan } from '../../../model/plan/flagger';
import { DeploymentSimulation } from '../cluster/deployment';
import type { Check } from '../course';
import type { Scenario, VersionName } from '../scenario/scenario';
import { SeriesReader } from '../scenario/series';

export type FlaggerPhase =
  | 'Initialized'
  | 'Waiting'
  | 'Progressing'
  | 'WaitingPromotion'
  | 'Promoting'
  | 'Finalising'
  | 'Succeeded'
  | 'Failed'
  | 'Terminated';

export interface Routes {
  primary: number;
  canary: number;
  mirrored: boolean;
}

const DEFAULTS: Pick<DeploymentPlan, 'strategy' | 'maxSurge' | 'maxUnavailable' | 'minReadySeconds'> = {
  strategy: 'RollingUpdate',
  maxSurge: QUARTER,
  maxUnavailable: QUARTER,
  minReadySeconds: 0,
};

/** A Canary with its two Deployments and its routes, in the middle of a course. */
export class FlaggerState {
  tick = 0;
  now = 0;
  phase: FlaggerPhase = 'Initialized';
  failedChecks = 0;
  iterations = 0;
  canaryWeight = 0;
  readonly routes: Routes = { primary: 100, canary: 0, mirrored: false };
  /** The template that the present or last analysis is about, and the one that was promoted last. */
  lastApplied: VersionName = 'old';
  lastPromoted: VersionName = 'old';
  /** Revisions of the tracked ConfigMaps and Secrets: the live one, and the one that was looked at last. */
  config = 0;
  trackedConfig = 0;
  suspended: boolean;
  /** Why it was rolled back or failed. */
  why = '';
  events: string[] = [];
  checks: Check[] = [];
  readonly assumptions = new Set<string>();
  readonly reader = new SeriesReader();
  readonly target: DeploymentSimulation;
  readonly primary: DeploymentSimulation;
  readonly name: string;

  constructor(
    readonly plan: FlaggerPlan,
    readonly scenario: Scenario,
  ) {
    const strategy = plan.target ?? DEFAULTS;
    const deadline = plan.target?.progressDeadlineSeconds ?? 600;
    this.target = new DeploymentSimulation(
      { ...strategy, progressDeadlineSeconds: deadline },
      'old',
      0,
      (version) => scenario.versions[version].pods,
    );
    // Kubernetes' own default of 600 s would end a promotion that no pod ever completes; a course shows the state before that and says so at its end.
    const primaryDeadline = plan.target?.deadlineStated ? deadline : Number.POSITIVE_INFINITY;
    this.primary = new DeploymentSimulation(
      { ...strategy, progressDeadlineSeconds: primaryDeadline },
      'old',
      plan.replicas,
      (version) => scenario.versions[version].primaryPods,
    );
    this.suspended = plan.suspend;
    this.name = plan.object.namespace ? `${plan.object.name}.${plan.object.namespace}` : plan.object.name;
  }

  event(text: string): void {
    this.events.push(text);
  }

  setRoutes(primary: number, canary: number, mirrored: boolean): void {
    Object.assign(this.routes, { primary, canary, mirrored });
  }

  /** Writes the whole status, as a new or a restarted analysis does. */
  sync(phase: FlaggerPhase, canaryWeight = 0): void {
    this.phase = phase;
    this.canaryWeight = canaryWeight;
    this.failedChecks = 0;
    this.iterations = 0;
    this.lastApplied = this.target.template;
    this.trackedConfig = this.config;
  }

  /** Changes the phase; all but Progressing, Waiting and Promoting take the weight and the count of iterations back. */
  setPhase(phase: FlaggerPhase): void {
    this.phase = phase;
    if (phase !== 'Progressing' && phase !== 'Waiting' && phase !== 'Promoting') {
      this.canaryWeight = 0;
      this.iterations = phase === 'WaitingPromotion' ? this.iterationsWanted - 1 : 0;
    }
    if (phase === 'Succeeded') this.lastPromoted = this.lastApplied;
  }

  /** Whether the target differs from what was looked at last; what was promoted last starts nothing again. */
  get changed(): boolean {
    const template = this.target.template;
    return (template !== this.lastPromoted && template !== this.lastApplied) || this.config !== this.trackedConfig;
  }

  scaleTarget(replicas: number): void {
    this.target.replicas = replicas;
    this.target.settle(this.now);
  }

  /** Without routes there is only blue/green, of 10 iterations where the Canary states none. */
  get iterationsWanted(): number {
    const { analysis, provider } = this.plan;
    return provider === 'kubernetes' && analysis.iterations < 1 ? 10 : analysis.iterations;
  }

  /** The weight that the routes give the canary, as Flagger reads it; without routes it follows the count of iterations. */
  get routedWeight(): number {
    return this.plan.provider === 'kubernetes' ? (this.iterations > 0 ? 100 : 0) : this.routes.canary;
  }
}

import type { ArgoExperiment } from '../../../model/plan/argo';
import type { PodSet } from '../cluster/pod-set';
import type { AnalysisRun, RunPhase } from './analysis-run';

interface Analysis {
  readonly name: string;
  readonly required: boolean;
  readonly start: () => AnalysisRun;
  run?: AnalysisRun;
}

/** An Experiment of a step: own pods of both versions, analyses beside them, until its duration is over or what is required is complete. */
export class ExperimentRun {
  phase: RunPhase = 'Running';
  message = '';
  /** When all its pods were available. */
  availableAt: number | undefined;
  private endedAt: number | undefined;
  readonly sets: { readonly name: string; readonly pods: PodSet; readonly weight: number }[];

  constructor(
    private readonly experiment: ArgoExperiment,
    private readonly startedAt: number,
    private readonly deadline: number,
    makeSet: (spec: 'canary' | 'stable') => PodSet,
    readonly analyses: readonly Analysis[],
  ) {
    this.sets = experiment.templates.map((template) => {
      const pods = makeSet(template.spec);
      pods.scale(template.replicas, startedAt);
      return { name: template.name, pods, weight: template.weight ?? 0 };
    });
  }

  /** The weight that the routes give its own pods. */
  get routedWeight(): number {
    return this.phase === 'Running' && this.availableAt !== undefined ? this.sets.reduce((sum, set) => sum + set.weight, 0) : 0;
  }

  advance(now: number): void {
    if (this.endedAt !== undefined && now >= this.endedAt + this.experiment.scaleDownDelaySeconds)
      for (const set of this.sets) set.pods.scale(0, now);
    if (this.phase !== 'Running') return;
    if (this.availableAt === undefined) {
      const ready = this.sets.every((set) => set.pods.available(now) === set.pods.size);
      if (!ready && now >= this.startedAt + this.deadline)
        return this.end('Failed', `Template exceeded its progressDeadlineSeconds (${this.deadline})`, now);
      if (!ready) return undefined;
      this.availableAt = now;
      for (const analysis of this.analyses) analysis.run = analysis.start();
    }
    for (const { run } of this.analyses) run?.advance(now);
    this.judge(now);
  }

  private judge(now: number): void {
    const bad = this.analyses.find(({ run }) => run?.phase === 'Failed' || run?.phase === 'Error' || run?.phase === 'Inconclusive');
    if (bad?.run) return this.end(bad.run.phase as Exclude<RunPhase, 'Running'>, bad.run.message, now);
    const required = this.analyses.filter((one) => one.required);
    const complete = required.length > 0 && required.every(({ run }) => run?.completed);
    const { duration } = this.experiment;
    const over = duration !== undefined && this.availableAt !== undefined && now >= this.availableAt + duration;
    const allDone =
      duration === undefined && required.length === 0 && this.analyses.length > 0 && this.analyses.every(({ run }) => run?.completed);
    if (complete || over || allDone) this.end('Successful', '', now);
  }

  private end(phase: Exclude<RunPhase, 'Running'>, message: string, now: number): void {
    this.phase = phase;
    this.message = message;
    this.endedAt = now;
    for (const { run } of this.analyses) run?.terminate(now);
  }

  terminate(now: number): void {
    if (this.phase === 'Running') this.end('Successful', '', now);
  }

  next(now: number): number {
    const moments = [
      ...this.sets.map((set) => set.pods.next(now)),
      ...this.analyses.map(({ run }) => run?.next(now) ?? Number.POSITIVE_INFINITY),
    ];
    if (this.phase === 'Running' && this.availableAt === undefined) moments.push(this.startedAt + this.deadline);
    if (this.phase === 'Running' && this.availableAt !== undefined && this.experiment.duration !== undefined)
      moments.push(this.availableAt + this.experiment.duration);
    if (this.endedAt !== undefined && this.sets.some((set) => set.pods.size > 0))
      moments.push(this.endedAt + this.experiment.scaleDownDelaySeconds);
    return Math.min(...moments.filter((moment) => moment > now), Number.POSITIVE_INFINITY);
  }
}

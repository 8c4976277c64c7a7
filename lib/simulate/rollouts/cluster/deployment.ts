import { type Room, roomOf } from '../../../model/plan/amount';
import type { DeploymentPlan } from '../../../model/plan/deployment';
import type { PodBehaviour, VersionName } from '../scenario/scenario';
import { PodSet } from './pod-set';
import { ProgressWatch } from './progress';
import { scaledInProportion } from './proportion';

type Strategy = Pick<DeploymentPlan, 'strategy' | 'maxSurge' | 'maxUnavailable' | 'minReadySeconds' | 'progressDeadlineSeconds'>;

/** A Deployment with its ReplicaSets, as the deployment controller moves them. */
export class DeploymentSimulation {
  /** Oldest first. */
  readonly sets: PodSet[] = [];
  readonly progress: ProgressWatch;
  private mostBefore: number;

  constructor(
    private readonly plan: Strategy,
    public template: VersionName,
    public replicas: number,
    private readonly behaviourOf: (version: VersionName) => PodBehaviour,
  ) {
    this.sets.push(PodSet.settled(template, behaviourOf(template), plan.minReadySeconds, replicas));
    this.mostBefore = replicas + this.room.surge;
    this.progress = new ProgressWatch(plan.progressDeadlineSeconds, replicas);
  }

  get room(): Room {
    return roomOf(this.plan.maxSurge, this.plan.maxUnavailable, this.replicas);
  }

  get current(): PodSet {
    const found = this.sets.find((set) => set.version === this.template);
    if (found) return found;
    const made = new PodSet(this.template, this.behaviourOf(this.template), this.plan.minReadySeconds);
    this.sets.push(made);
    return made;
  }

  private get older(): PodSet[] {
    return this.sets.filter((set) => set.version !== this.template);
  }

  setTemplate(version: VersionName, now: number): void {
    if (version === this.template) return;
    this.template = version;
    this.progress.started(now);
  }

  total(of: (set: PodSet) => number): number {
    return this.sets.reduce((sum, set) => sum + of(set), 0);
  }

  available(now: number): number {
    return this.total((set) => set.available(now));
  }

  /** Moves until nothing more can be done at this moment. */
  settle(now: number): void {
    while (this.move(now)) this.observe(now);
    this.observe(now);
  }

  private observe(now: number): void {
    const current = this.current;
    this.progress.observe(now, {
      replicas: this.replicas,
      updated: current.size,
      total: this.total((set) => set.size),
      ready: this.total((set) => set.ready(now)),
      available: this.available(now),
      least: this.replicas - this.room.unavailable,
    });
  }

  private move(now: number): boolean {
    const most = this.replicas + (this.replicas > 0 ? this.room.surge : 0);
    if (most !== this.mostBefore) {
      const before = this.mostBefore;
      this.mostBefore = most;
      if (this.share(now, before)) return true;
    }
    return this.plan.strategy === 'Recreate' ? this.recreate(now) : this.roll(now);
  }

  /** A changed number of replicas goes to the only active version, or to all of them in proportion. */
  private share(now: number, before: number): boolean {
    const active = this.sets.filter((set) => set.size > 0);
    if (active.length <= 1) return this.scale(active[0] ?? this.current, this.replicas, now);
    if (this.plan.strategy === 'Recreate') return false;
    const sizes = scaledInProportion(active, this.replicas, this.replicas > 0 ? this.replicas + this.room.surge : 0, before);
    return active.map((set, i) => this.scale(set, sizes[i] ?? set.size, now)).some(Boolean);
  }

  private recreate(now: number): boolean {
    const down = this.older.map((set) => this.scale(set, 0, now)).some(Boolean);
    if (down || this.older.some((set) => set.terminating(now) > 0)) return down;
    return this.scale(this.current, this.replicas, now);
  }

  private roll(now: number): boolean {
    const current = this.current;
    if (current.size > this.replicas) return this.scale(current, this.replicas, now);
    const spare = this.replicas + this.room.surge - this.total((set) => set.size);
    if (current.size < this.replicas && spare > 0) return this.scale(current, Math.min(this.replicas, current.size + spare), now);
    return this.scaleDownOlder(now);
  }

  private scaleDownOlder(now: number): boolean {
    const current = this.current;
    const least = this.replicas - this.room.unavailable;
    let spare = this.total((set) => set.size) - least - (current.size - current.available(now));
    if (spare <= 0) return false;
    let moved = false;
    for (const set of this.older) {
      const unhealthy = Math.min(spare, set.size - set.available(now));
      if (unhealthy > 0 && this.scale(set, set.size - unhealthy, now)) {
        moved = true;
        spare -= unhealthy;
      }
    }
    let over = this.available(now) - least;
    for (const set of this.older) {
      const down = Math.min(over, set.size);
      if (down > 0 && this.scale(set, set.size - down, now)) {
        moved = true;
        over -= down;
      }
    }
    return moved;
  }

  private scale(set: PodSet, size: number, now: number): boolean {
    if (set.size === size) return false;
    set.scale(size, now);
    return true;
  }

  /** The next moment at which something happens without anyone doing anything. */
  next(now: number): number {
    return Math.min(this.progress.next(now), ...this.sets.map((set) => set.next(now)));
  }
}

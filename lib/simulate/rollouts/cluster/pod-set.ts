import type { PodBehaviour, VersionName } from '../scenario/scenario';

interface Pod {
  readonly readyAt: number;
  readonly deadAt: number;
}

/** The pods of one version that one owner keeps: a ReplicaSet with the kubelet's part of it. */
export class PodSet {
  private pods: Pod[] = [];
  private stopping: number[] = [];
  private made = 0;
  private lastReadyAt = Number.NEGATIVE_INFINITY;

  constructor(
    readonly version: VersionName,
    private readonly behaviour: PodBehaviour,
    private readonly minReadySeconds: number,
  ) {}

  /** A set of pods that have been there and ready for long. */
  static settled(version: VersionName, behaviour: PodBehaviour, minReadySeconds: number, count: number): PodSet {
    const set = new PodSet(version, behaviour, minReadySeconds);
    for (let i = 0; i < count; i++)
      set.pods.push({ readyAt: Number.NEGATIVE_INFINITY, deadAt: behaviour.diesAfter ?? Number.POSITIVE_INFINITY });
    return set;
  }

  /** How many pods are wanted, which is how many there are: a pod is made at once. */
  get size(): number {
    return this.pods.length;
  }

  scale(size: number, now: number): void {
    while (this.pods.length < size) this.pods.push(this.newPod(now));
    if (this.pods.length <= size) return;
    const order = [...this.pods].sort((a, b) => Number(this.isReady(b, now)) - Number(this.isReady(a, now)) || a.readyAt - b.readyAt);
    const gone = this.pods.length - size;
    this.pods = order.slice(0, size);
    if (this.behaviour.terminationSeconds > 0) {
      for (let i = 0; i < gone; i++) this.stopping.push(now + this.behaviour.terminationSeconds);
    }
  }

  private newPod(now: number): Pod {
    const nth = this.made++;
    const { ready, readyAfter, readyEvery, diesAfter } = this.behaviour;
    if (!(Math.ceil((nth + 1) * ready - 1e-9) > Math.ceil(nth * ready - 1e-9)))
      return { readyAt: Number.POSITIVE_INFINITY, deadAt: Number.POSITIVE_INFINITY };
    const readyAt = Math.max(now + readyAfter, readyEvery > 0 ? this.lastReadyAt + readyEvery : now);
    this.lastReadyAt = readyAt;
    return { readyAt, deadAt: diesAfter === undefined ? Number.POSITIVE_INFINITY : readyAt + diesAfter };
  }

  private isDown(now: number): boolean {
    return this.behaviour.down.length > 0 && this.behaviour.down.some((gap) => gap.from <= now && now < gap.to);
  }

  private isReady(pod: Pod, now: number): boolean {
    return pod.readyAt <= now && now < pod.deadAt && !this.isDown(now);
  }

  /** Since when nothing has kept all pods from being ready. */
  private upSince(now: number): number {
    let since = Number.NEGATIVE_INFINITY;
    for (const gap of this.behaviour.down) if (gap.to <= now) since = Math.max(since, gap.to);
    return since;
  }

  ready(now: number): number {
    return this.count(now, 0);
  }

  available(now: number): number {
    return this.count(now, this.minReadySeconds);
  }

  /** Pods that are ready, and have been for some seconds. */
  private count(now: number, seconds: number): number {
    if (this.isDown(now)) return 0;
    const up = seconds > 0 ? this.upSince(now) : Number.NEGATIVE_INFINITY;
    let count = 0;
    for (const pod of this.pods) if (now < pod.deadAt && Math.max(pod.readyAt, up) + seconds <= now) count++;
    return count;
  }

  terminating(now: number): number {
    return this.stopping.filter((until) => now < until).length;
  }

  /** The next moment at which a pod changes by itself. */
  next(now: number): number {
    let next = Number.POSITIVE_INFINITY;
    const may = (moment: number) => {
      if (moment > now && moment < next) next = moment;
    };
    for (const pod of this.pods) {
      may(pod.readyAt);
      may(pod.readyAt + this.minReadySeconds);
      may(pod.deadAt);
    }
    for (const gap of this.pods.length > 0 ? this.behaviour.down : []) {
      may(gap.from);
      may(gap.to);
      may(gap.to + this.minReadySeconds);
    }
    for (const end of this.stopping) may(end);
    return next;
  }
}

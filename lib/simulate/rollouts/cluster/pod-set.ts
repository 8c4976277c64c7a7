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
    return this.behaviour.down.some((gap) => gap.from <= now && now < gap.to);
  }

  private isReady(pod: Pod, now: number): boolean {
    return pod.readyAt <= now && now < pod.deadAt && !this.isDown(now);
  }

  private readySince(pod: Pod, now: number): number {
    return Math.max(pod.readyAt, ...this.behaviour.down.filter((gap) => gap.to <= now).map((gap) => gap.to));
  }

  ready(now: number): number {
    return this.pods.filter((pod) => this.isReady(pod, now)).length;
  }

  available(now: number): number {
    return this.pods.filter((pod) => this.isReady(pod, now) && now >= this.readySince(pod, now) + this.minReadySeconds).length;
  }

  terminating(now: number): number {
    return this.stopping.filter((until) => now < until).length;
  }

  /** The next moment at which a pod changes by itself. */
  next(now: number): number {
    const moments = this.pods.flatMap((pod) => [pod.readyAt, pod.readyAt + this.minReadySeconds, pod.deadAt]);
    if (this.pods.length > 0) moments.push(...this.behaviour.down.flatMap((gap) => [gap.from, gap.to, gap.to + this.minReadySeconds]));
    return Math.min(...[...moments, ...this.stopping].filter((moment) => moment > now), Number.POSITIVE_INFINITY);
  }
}

interface Counts {
  readonly replicas: number;
  readonly updated: number;
  readonly total: number;
  readonly ready: number;
  readonly available: number;
  /** Pods that have to be available for the Deployment to count as available. */
  readonly least: number;
}

/** The conditions Progressing and Available of a Deployment. */
export class ProgressWatch {
  private reason: 'NewReplicaSetCreated' | 'ReplicaSetUpdated' | 'NewReplicaSetAvailable' | 'ProgressDeadlineExceeded' =
    'NewReplicaSetAvailable';
  private lastProgress = Number.NEGATIVE_INFINITY;
  private before: Counts;
  /** Since when the Deployment is not available; undefined while it is. */
  unavailableSince: number | undefined;

  constructor(
    private readonly deadline: number,
    replicas: number,
  ) {
    this.before = { replicas, updated: replicas, total: replicas, ready: replicas, available: replicas, least: replicas };
  }

  get exceeded(): boolean {
    return this.reason === 'ProgressDeadlineExceeded';
  }

  get complete(): boolean {
    return this.reason === 'NewReplicaSetAvailable';
  }

  /** A new template made a new ReplicaSet. */
  started(now: number): void {
    this.reason = 'NewReplicaSetCreated';
    this.lastProgress = now;
  }

  observe(now: number, counts: Counts): void {
    if (counts.available >= counts.least) this.unavailableSince = undefined;
    else this.unavailableSince ??= now;
    const { before } = this;
    this.before = counts;
    if (this.complete && counts.total === counts.updated) return;
    if (counts.updated === counts.replicas && counts.total === counts.replicas && counts.available >= counts.replicas) {
      this.reason = 'NewReplicaSetAvailable';
    } else if (
      counts.updated > before.updated ||
      counts.total - counts.updated < before.total - before.updated ||
      counts.ready > before.ready ||
      counts.available > before.available
    ) {
      this.reason = 'ReplicaSetUpdated';
      this.lastProgress = now;
    } else if (now >= this.lastProgress + this.deadline) this.reason = 'ProgressDeadlineExceeded';
  }

  next(now: number): number {
    if (this.complete || this.exceeded) return Number.POSITIVE_INFINITY;
    const end = this.lastProgress + this.deadline;
    return end > now ? end : Number.POSITIVE_INFINITY;
  }
}

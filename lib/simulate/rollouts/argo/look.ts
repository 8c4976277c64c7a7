import { PodSet } from '../cluster/pod-set';
import { ArgoSet, type ArgoState, type ArgoStatus, type PauseReason } from './state';

/** One reconciliation: what the controller sees when it begins, and what it decides. */
export class Look {
  readonly before: ArgoStatus;
  readonly next: ArgoStatus;
  readonly fresh: ArgoSet;
  readonly stable: ArgoSet | undefined;
  readonly others: readonly ArgoSet[];
  private addPause: PauseReason[] = [];
  private removePause: PauseReason[] = [];
  private clearPauses = false;
  private addAbort = false;
  private removeAbort = false;
  abortMessage = '';

  constructor(readonly state: ArgoState) {
    this.before = state.status;
    this.next = { ...state.status, pauses: [...state.status.pauses], progressing: { ...state.status.progressing } };
    this.fresh = state.find(state.template) ?? this.create();
    for (const set of state.sets) set.seen = { size: set.pods.size, available: set.pods.available(state.now) };
    this.stable = state.find(this.before.stable);
    this.others = state.sets.filter((set) => set !== this.fresh && set !== this.stable);
    // What is fully promoted cannot be aborted.
    if (this.fullyPromoted && this.before.abort) this.removeAbort = true;
  }

  private create(): ArgoSet {
    const { state } = this;
    state.revision = Math.max(...state.sets.map((set) => set.revision)) + 1;
    const set = new ArgoSet(
      new PodSet(state.template, state.scenario.versions[state.template].pods, state.plan.minReadySeconds),
      state.revision,
      state.sets.length,
    );
    state.sets.push(set);
    this.next.progressing = { reason: 'NewReplicaSetCreated', message: '', since: state.now };
    return set;
  }

  get fullyPromoted(): boolean {
    return this.before.stable === this.before.current;
  }

  get aborted(): boolean {
    return !this.removeAbort && (this.addAbort || this.before.abort);
  }

  get pauseAdded(): boolean {
    return this.addPause.length > 0;
  }

  pausedFor(reason: PauseReason): { readonly start: number } | undefined {
    return this.before.pauses.find((pause) => pause.reason === reason);
  }

  /** Why pods and Services are left as they are. */
  get halted(): boolean {
    return this.state.userPaused || this.pausedFor('InconclusiveAnalysisRun') !== undefined;
  }

  pause(reason: PauseReason): void {
    this.addPause.push(reason);
  }

  unpause(reason: PauseReason): void {
    this.removePause.push(reason);
  }

  clearPause(): void {
    this.clearPauses = true;
  }

  abort(message: string): void {
    this.addAbort = true;
    this.abortMessage = message;
  }

  clearAbort(): void {
    this.removeAbort = true;
  }

  /** Writes what was decided about pauses and aborts into the new status. */
  settlePauses(): void {
    const { next, before, state } = this;
    next.abort = this.aborted;
    next.pauses = [];
    next.controllerPause = false;
    if (next.abort || this.clearPauses) return;
    const pauses = before.pauses.filter((pause) => !this.removePause.includes(pause.reason));
    let { controllerPause } = before;
    for (const reason of this.addPause) {
      if (before.pauses.some((pause) => pause.reason === reason) || pauses.some((pause) => pause.reason === reason)) continue;
      pauses.push({ reason, start: state.now });
      controllerPause = true;
    }
    if (pauses.length === 0) return;
    next.pauses = pauses;
    next.controllerPause = controllerPause;
  }
}

import type { Look } from './look';

/** Why the new version becomes the stable one now; undefined where it does not. */
export function fullPromotion(look: Look, rollback: boolean): string | undefined {
  const { state, before, next, fresh, stable } = look;
  if (!stable) return 'Initial deploy';
  if (state.canary) {
    if (look.aborted || fresh.seen.available < state.replicas) return undefined;
    if (before.promoteFull) return 'Full promotion requested';
    if (rollback) return 'Rollback within window';
    // The index that the look began with: a step that is completed now counts only at the next look.
    return state.steps.length === 0 || before.index === state.steps.length ? `Completed all ${state.steps.length} canary steps` : undefined;
  }
  if (next.active !== next.current) return undefined;
  if (before.promoteFull) return 'Full promotion requested';
  if (rollback) return 'Rollback within window';
  if (look.aborted) return undefined;
  if (state.blueGreen?.postPromotion && fresh.deadline === undefined && next.postRun?.phase !== 'Successful') return undefined;
  return 'Completed blue-green update';
}

/** The new version becomes the stable one; its old ReplicaSet is left to its delay. */
export function promote(look: Look, reason: string): void {
  const { next, state } = look;
  look.clearPause();
  look.clearAbort();
  Object.assign(next, { promoteFull: false, scaleUpCheckPoint: false });
  if (state.canary) next.index = state.steps.length > 0 ? state.steps.length : undefined;
  if (next.stable !== next.current) {
    next.stable = next.current;
    state.event(`Rollout completed update to revision ${look.fresh.revision} (${next.current}): ${reason}`);
  }
}

import { basicMove, routedCounts } from './counts';
import type { Look } from './look';
import type { ArgoSet } from './state';

/** Sets the size of a ReplicaSet; whether that changed anything. */
function scale(look: Look, set: ArgoSet, size: number): boolean {
  if (set.pods.size === size) return false;
  look.state.event(`Scaled ${size > set.pods.size ? 'up' : 'down'} ${set.version} from ${set.pods.size} to ${size}`);
  set.pods.scale(size, look.state.now);
  if (size === 0 && !delaysOnAbort(look)) set.deadline = undefined;
  return true;
}

/** The ReplicaSets of a canary: the stable one, then the new one, then the older ones; one of them at a time. */
export function scaleCanary(look: Look): boolean {
  if (look.halted) return false;
  removeDeadlines(look);
  return scaleStable(look) || scaleFresh(look) || scaleOlder(look);
}

export function scaleBlueGreen(look: Look): void {
  const { state, stable } = look;
  removeDeadlines(look);
  if (stable) scale(look, stable, state.replicas);
  scaleFresh(look);
  scaleOlder(look);
}

/** A version that is wanted again is no longer to be scaled down. */
function removeDeadlines(look: Look): void {
  if (!delaysOnAbort(look)) look.fresh.deadline = undefined;
  if (look.stable && (look.stable !== look.fresh || !delaysOnAbort(look))) look.stable.deadline = undefined;
}

/** Whether the pods of an aborted version stay for abortScaleDownDelaySeconds. */
function delaysOnAbort(look: Look): boolean {
  const { canary, blueGreen } = look.state;
  if (!look.aborted || !look.stable || (canary && !canary.traffic)) return false;
  const delay = (canary ?? blueGreen)?.abortScaleDownDelay;
  if (delay?.seconds === undefined) return false;
  return !canary?.dynamicStableScale || delay.stated;
}

function scaleStable(look: Look): boolean {
  const { state, stable, fresh } = look;
  if (!stable || stable === fresh) return false;
  return scale(look, stable, state.canary?.traffic ? routedCounts(look, look.before.weights).stable : basicMove(look).stable);
}

function scaleFresh(look: Look): boolean {
  const { state, fresh, stable } = look;
  let size = freshSize(look);
  if (delaysOnAbort(look)) {
    const delay = (state.canary ?? state.blueGreen)?.abortScaleDownDelay.seconds ?? 0;
    if (fresh.deadline === undefined) {
      // Only once the stable version can serve alone.
      if (stable?.seen.available === state.replicas) fresh.deadline = state.now + delay;
      return false;
    }
    if (state.now < fresh.deadline) return false;
    size = 0;
  }
  return scale(look, fresh, size);
}

/** How many pods of the new version are wanted now. */
export function freshSize(look: Look): number {
  const { state } = look;
  if (state.blueGreen) return previewSize(look);
  return state.canary?.traffic ? routedCounts(look, look.next.weights).canary : basicMove(look).canary;
}

function previewSize(look: Look): number {
  const { state, before, fresh } = look;
  const preview = state.blueGreen?.previewReplicaCount;
  const active = state.find(before.active);
  if (preview === undefined || !active || active === fresh || before.promoteFull) return state.replicas;
  if (fresh.version !== before.current) return preview;
  return !state.userPaused && before.pauses.length === 0 && before.scaleUpCheckPoint ? state.replicas : preview;
}

function scaleOlder(look: Look): boolean {
  const active = look.others.filter((set) => set.pods.size > 0);
  if (active.length === 0) return false;
  return look.state.blueGreen ? olderOfBlueGreen(look, active) : olderOfCanary(look, active);
}

/** Unhealthy pods of older versions go first; the rest as far as enough pods stay available. */
function olderOfCanary(look: Look, older: readonly ArgoSet[]): boolean {
  const { state } = look;
  for (const set of older) {
    if (set.pods.size !== set.seen.available) scale(look, set, Math.min(set.pods.size, set.seen.available));
  }
  let most = state.sets.reduce((sum, set) => sum + set.seen.available, 0) - (state.replicas - state.room.unavailable);
  if (most <= 0) return false;
  let annotated = 0;
  let scaled = false;
  for (const set of newestFirst(older)) {
    if (most <= 0) break;
    const size = set.pods.size;
    if (size === 0 || (state.canary?.traffic && referenced(look, set))) continue;
    let wanted = 0;
    if (!state.canary?.traffic) wanted = Math.max(0, size - most);
    else if ((look.fullyPromoted || set.deadline !== undefined) && !state.canary.dynamicStableScale) {
      ({ annotated, wanted } = delayed(look, set, annotated, size));
    }
    if (scale(look, set, wanted)) {
      scaled = true;
      most -= size - wanted;
    }
  }
  return scaled;
}

function olderOfBlueGreen(look: Look, older: readonly ArgoSet[]): boolean {
  const { state, before } = look;
  if (look.pausedFor('InconclusiveAnalysisRun')) return false;
  const { blueGreen } = state;
  const postRunning =
    before.stable !== look.fresh.version && before.active === look.fresh.version && before.postRun?.phase !== 'Successful';
  if (blueGreen?.postPromotion && !blueGreen.scaleDownDelayStated && postRunning) return false;
  let annotated = 0;
  let scaled = false;
  for (const set of newestFirst(older)) {
    if (referenced(look, set) || set.pods.size === 0) continue;
    let wanted = 0;
    ({ annotated, wanted } = delayed(look, set, annotated, state.replicas));
    scaled = scale(look, set, wanted) || scaled;
  }
  return scaled;
}

/** Newest revision first, as limits of revisions count. */
function newestFirst(sets: readonly ArgoSet[]): ArgoSet[] {
  return [...sets].sort((a, b) => b.revision - a.revision);
}

/** An old version stays at its size until its delay is over, and only so many old versions do. */
function delayed(look: Look, set: ArgoSet, annotated: number, size: number): { annotated: number; wanted: number } {
  const { state } = look;
  const strategy = state.canary ?? state.blueGreen;
  const limit = strategy?.scaleDownDelayRevisionLimit ?? Number.MAX_SAFE_INTEGER;
  const seconds = strategy?.scaleDownDelaySeconds ?? 0;
  if (set.deadline === undefined) {
    if (annotated >= limit) return { annotated, wanted: 0 };
    set.deadline = seconds > 0 ? state.now + seconds : undefined;
    return { annotated: annotated + 1, wanted: set.pods.size };
  }
  const wanted = annotated + 1 <= limit && state.now < set.deadline ? size : 0;
  return { annotated: annotated + 1, wanted };
}

/** Whether something still sends requests to a version. */
function referenced(look: Look, set: ArgoSet): boolean {
  const { before, state } = look;
  const { version } = set;
  if (before.stable === version || before.current === version) return true;
  if (state.blueGreen && (before.active === version || before.preview === version)) return true;
  if (before.weights && (before.weights.canaryVersion === version || before.weights.stableVersion === version)) return true;
  return Object.values(state.services).includes(version);
}

import { reconcileAnalyses } from './analyses';
import { rollsBackWithinWindow } from './canary';
import type { Look } from './look';
import { fullPromotion, promote } from './promotion';
import { readyForPause, saturated } from './saturation';
import { scaleBlueGreen } from './scale';
import { observe } from './status';

/** One reconciliation of a Rollout with the blueGreen strategy. */
export function reconcileBlueGreen(look: Look): void {
  const { state, before, next, fresh } = look;
  if (!look.halted && state.services.preview !== undefined) state.services.preview = fresh.version;
  const changed = before.current !== fresh.version;
  if (changed) Object.assign(next, { promoteFull: false, preRun: undefined, postRun: undefined, scaleUpCheckPoint: false });
  if (changed) {
    look.clearPause();
    look.clearAbort();
  } else {
    scaleBlueGreen(look);
    reconcilePause(look);
    switchActive(look);
    reconcileAnalyses(look);
  }
  observe(look);
  if (changed) next.promoteFull = false;
  const rollback = rollsBackWithinWindow(look);
  if (before.promoteFull || rollback) {
    look.clearPause();
    look.clearAbort();
  }
  next.active = state.services.active ?? before.active;
  next.preview = state.services.preview ?? before.preview;
  const reason = fullPromotion(look, rollback);
  if (reason) promote(look, reason);
  else if (!changed) next.scaleUpCheckPoint = checkPoint(look);
  const active = state.find(next.active);
  if (active) {
    next.available = active.seen.available;
    next.ready = active.pods.ready(state.now);
  }
}

function fastTracked(look: Look): boolean {
  return look.fresh.deadline !== undefined || look.before.promoteFull || look.state.services.active === look.fresh.version;
}

function needsPause(look: Look): boolean {
  const { blueGreen } = look.state;
  return blueGreen !== undefined && (!blueGreen.autoPromotionEnabled || blueGreen.autoPromotionSeconds > 0);
}

function analysedBefore(look: Look): boolean {
  return !look.state.blueGreen?.prePromotion || look.before.preRun?.phase === 'Successful';
}

function reconcilePause(look: Look): void {
  const { before } = look;
  if (before.abort || !readyForPause(look) || look.halted) return;
  if (fastTracked(look) || before.scaleUpCheckPoint || !needsPause(look)) return look.unpause('BlueGreenPause');
  if (!analysedBefore(look)) return;
  if (look.pausedFor('BlueGreenPause')) {
    if (pauseCompleted(look)) look.unpause('BlueGreenPause');
  } else if (!before.controllerPause) look.pause('BlueGreenPause');
}

/** Whether the pause is over: its seconds have passed, or someone promoted. */
function pauseCompleted(look: Look): boolean {
  const { state, before } = look;
  const { blueGreen } = state;
  const paused = look.pausedFor('BlueGreenPause');
  if (look.pauseAdded) return false;
  if (before.scaleUpCheckPoint) return true;
  if (blueGreen?.autoPromotionEnabled) {
    if (blueGreen.autoPromotionSeconds === 0) return true;
    return paused !== undefined && state.now >= paused.start + blueGreen.autoPromotionSeconds;
  }
  return before.controllerPause && !paused;
}

function switchActive(look: Look): void {
  const { state, before, fresh } = look;
  if (look.halted || !readyForPause(look) || !saturated(look)) return;
  let to = state.services.active;
  if (fastTracked(look) || (pauseCompleted(look) && analysedBefore(look))) to = fresh.version;
  if (before.abort) to = before.stable;
  if (to === undefined || to === state.services.active) return;
  state.event(`Switched selector of the active Service from ${state.services.active} to ${to}`);
  state.services.active = to;
}

/** With previewReplicaCount: whether the preview has passed its pause and its analysis, so that it may grow. */
function checkPoint(look: Look): boolean {
  const { state, before, fresh } = look;
  const preview = state.blueGreen?.previewReplicaCount;
  if (preview === undefined) return false;
  if (before.scaleUpCheckPoint) return true;
  return analysedBefore(look) && pauseCompleted(look) && fresh.seen.available === preview;
}

import { reconcileAnalyses } from './analyses';
import { atDesiredCounts } from './counts';
import { reconcileExperiment } from './experiments';
import type { Look } from './look';
import { fullPromotion, promote } from './promotion';
import { scaleCanary } from './scale';
import { observe } from './status';
import { pointServices, routeTraffic } from './traffic';
import { currentStep } from './weights';

/** One reconciliation of a Rollout with the canary strategy. */
export function reconcileCanary(look: Look): void {
  const { before, next, fresh, state } = look;
  const { steps } = state;
  if (before.current !== fresh.version) return startOver(look);
  pointServices(look);
  routeTraffic(look);
  reconcileExperiment(look);
  reconcileAnalyses(look);
  if (!look.pauseAdded && !scaleCanary(look)) pauseAtStep(look);
  observe(look);
  const rollback = rollsBackWithinWindow(look);
  let { index } = before;
  if (before.promoteFull || rollback) {
    look.clearPause();
    look.clearAbort();
    if (steps.length > 0) index = steps.length;
  }
  const reason = fullPromotion(look, rollback);
  if (reason) return promote(look, reason);
  if (look.aborted) {
    if (steps.length > 0) next.index = before.stable === next.current ? steps.length : 0;
    return;
  }
  if (stepCompleted(look)) {
    index = (index ?? 0) + 1;
    next.stepRun = undefined;
    state.event(`Step ${index}/${steps.length} completed`);
    look.unpause('CanaryPauseStep');
  }
  next.index = index;
}

/** Whether the new image is an older one than the stable, few enough revisions back. */
export function rollsBackWithinWindow(look: Look): boolean {
  const { state, fresh, stable } = look;
  if (!stable || fresh.createdNth >= stable.createdNth || state.plan.rollbackWindow <= 0) return false;
  const between = state.sets.filter((set) => set.createdNth > fresh.createdNth && set.createdNth < stable.createdNth).length;
  return between < state.plan.rollbackWindow;
}

/** A new template: all that was under way begins anew; the stable template goes straight to the end of the steps. */
function startOver(look: Look): void {
  const { next, fresh, before, state } = look;
  look.clearPause();
  look.clearAbort();
  Object.assign(next, { promoteFull: false, stepRun: undefined, backgroundRun: undefined, index: state.steps.length > 0 ? 0 : undefined });
  if (state.steps.length > 0) {
    const back = before.stable === fresh.version;
    if (back || (rollsBackWithinWindow(look) && fresh.seen.size > 0)) {
      next.index = state.steps.length;
      state.event(back ? 'Rollback to stable ReplicaSets' : 'Rollback to active ReplicaSets within RollbackWindow');
    }
  }
  observe(look);
}

function pauseAtStep(look: Look): void {
  const { before, state } = look;
  if (state.userPaused || before.promoteFull || currentStep(look)?.kind !== 'pause') return;
  if (!look.pausedFor('CanaryPauseStep') && !before.controllerPause) look.pause('CanaryPauseStep');
}

function stepCompleted(look: Look): boolean {
  const { before, next, state } = look;
  const step = currentStep(look);
  if (state.userPaused || !step) return false;
  switch (step.kind) {
    case 'pause': {
      const paused = look.pausedFor('CanaryPauseStep');
      if (before.controllerPause && !paused) return true;
      return step.seconds !== undefined && paused !== undefined && state.now >= paused.start + step.seconds;
    }
    case 'setWeight':
    case 'setCanaryScale':
      return atDesiredCounts(look, next.weights);
    case 'experiment':
      return before.experiment?.phase === 'Successful';
    case 'analysis':
      return step.analysis.templates.length > 0 && next.stepRun?.phase === 'Successful';
    default:
      return true;
  }
}

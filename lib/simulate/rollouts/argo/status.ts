import type { Look } from './look';
import type { ArgoStatus } from './state';
import { currentStep } from './weights';

/** Writes the counts of pods, as seen when the look began. */
export function observe(look: Look): void {
  const { state, next, fresh, before } = look;
  const { now, sets } = state;
  next.current = fresh.version;
  next.replicas = sets.reduce((sum, set) => sum + set.seen.size, 0);
  next.updated = fresh.seen.size;
  next.ready = sets.reduce((sum, set) => sum + set.pods.ready(now), 0);
  next.available = sets.reduce((sum, set) => sum + set.seen.available, 0);
  next.promoteFull = next.current !== before.stable && before.promoteFull;
}

/** The conditions at the beginning of a look: a pause and its end count as progress. Where they change, the phase that is shown until the look has ended. */
export function notePause(look: Look): string | undefined {
  const { state, before, next } = look;
  const first = next.progressing;
  const paused = before.pauses.length > 0 || state.userPaused;
  const noted = before.progressing.reason === 'RolloutPaused';
  const aborted = before.progressing.reason === 'RolloutAborted';
  if (paused !== noted && !aborted && before.stable !== before.current)
    next.progressing = { reason: paused ? 'RolloutPaused' : 'RolloutResumed', message: '', since: state.now };
  if (!before.abort && aborted) next.progressing = { reason: 'RolloutRetry', message: '', since: state.now };
  return next.progressing === first ? undefined : phaseOf(look)[0];
}

/** Writes the conditions, the pauses and the phase: the end of a look. */
export function conclude(look: Look): void {
  const { state, before, next } = look;
  const paused = before.pauses.length > 0 || state.userPaused;
  const healthy = isHealthy(look);
  const becameUnhealthy = before.healthy && (paused || !healthy);
  next.healthy = !paused && healthy;
  if (look.aborted) abortCondition(look);
  else if (healthy) {
    if (next.progressing.reason !== 'NewReplicaSetAvailable')
      next.progressing = { reason: 'NewReplicaSetAvailable', message: '', since: state.now };
  } else if (progressed(before, next, look) || becameUnhealthy) {
    const back = next.stable === next.current && becameUnhealthy;
    next.progressing = { reason: back ? 'ReplicaSetNotAvailable' : 'ReplicaSetUpdated', message: '', since: state.now };
  } else if (!mayTakeLong(look) && timedOut(look)) deadlineExceeded(look);
  look.settlePauses();
  [next.phase, next.message] = phaseOf(look);
  state.status = next;
}

function abortCondition(look: Look): void {
  const { next, state } = look;
  if (next.progressing.reason === 'RolloutAborted') return;
  const why = look.abortMessage ? `: ${look.abortMessage}` : '';
  const message = `Rollout aborted update to revision ${look.fresh.revision}${why}`;
  next.progressing = { reason: 'RolloutAborted', message, since: state.now };
  state.event(message);
}

function deadlineExceeded(look: Look): void {
  const { next, state, before } = look;
  const message = `ReplicaSet "${state.plan.object.name}" (${look.fresh.version}) has timed out progressing.`;
  if (before.progressing.reason !== 'ProgressDeadlineExceeded')
    next.progressing = { reason: 'ProgressDeadlineExceeded', message, since: state.now };
  if (state.plan.progressDeadlineAbort) look.abort(message);
}

function isHealthy(look: Look): boolean {
  const { state, next } = look;
  const counts = next.updated === state.replicas && next.available === state.replicas;
  if (state.blueGreen) return counts && next.active === next.current && (!state.blueGreen.previewService || next.preview === next.current);
  const done = next.index === undefined || next.index === state.steps.length;
  return counts && done && next.stable === next.current && next.replicas === state.replicas;
}

function progressed(before: ArgoStatus, next: ArgoStatus, look: Look): boolean {
  const services = look.state.blueGreen
    ? before.active !== next.active || before.preview !== next.preview
    : before.stable !== next.stable || before.index !== next.index;
  return (
    next.updated !== before.updated ||
    next.replicas - next.updated < before.replicas - before.updated ||
    next.ready > before.ready ||
    next.available > before.available ||
    services
  );
}

/** Steps that take as long as they take, and old versions that only wait for their delay. */
function mayTakeLong(look: Look): boolean {
  const step = currentStep(look)?.kind;
  return (
    step === 'experiment' ||
    step === 'analysis' ||
    step === 'pause' ||
    look.before.pauses.length > 0 ||
    look.others.some((set) => set.deadline !== undefined)
  );
}

function timedOut(look: Look): boolean {
  const { reason, since } = look.next.progressing;
  if (reason === 'RolloutAborted' || reason === 'RolloutPaused') return false;
  return reason === 'ProgressDeadlineExceeded' || look.state.now >= since + look.state.plan.progressDeadlineSeconds;
}

function phaseOf(look: Look): [phase: string, message: string] {
  const { state, next } = look;
  const { reason, message } = next.progressing;
  if (reason === 'RolloutAborted' || reason === 'ProgressDeadlineExceeded') return ['Degraded', `${reason}: ${message}`];
  if (state.userPaused) return ['Paused', 'manually paused'];
  const [pause] = next.pauses;
  if (pause) return ['Paused', pause.reason];
  if (next.updated < state.replicas) return ['Progressing', 'more replicas need to be updated'];
  if (next.available < next.updated) return ['Progressing', 'updated replicas are still becoming available'];
  if (state.blueGreen) {
    if (next.active !== next.current) return ['Progressing', 'active service cutover pending'];
    if (next.stable !== next.current)
      return [
        'Progressing',
        state.blueGreen.postPromotion && !next.postRun?.completed
          ? 'waiting for analysis to complete'
          : 'waiting for post-promotion verification to complete',
      ];
    return ['Healthy', ''];
  }
  if (!state.canary?.traffic && next.replicas > next.updated) return ['Progressing', 'old replicas are pending termination'];
  if (next.stable !== next.current) return ['Progressing', 'waiting for all steps to complete'];
  return ['Healthy', ''];
}

import { firstFailing, rollbackAsked, rolloutConfirmed, runPostRollout } from './hooks';
import { metricsPass } from './metrics';
import { readiness } from './readiness';
import type { FlaggerState } from './state';
import { copyToPrimary, proceed } from './strategies';

const UNDER_WAY = ['Progressing', 'Waiting', 'WaitingPromotion', 'Promoting', 'Finalising'];

/** One look of Flagger at a Canary: it does one thing. */
export function look(state: FlaggerState): void {
  const { plan, now } = state;
  if (state.suspended) return state.event('skipping canary run as object is suspended');
  if (!UNDER_WAY.includes(state.phase) && !noticed(state)) return;
  if (!plan.skipAnalysis) {
    const primary = readiness(state.primary, now, plan.progressDeadlineSeconds, plan.analysis.primaryReadyThreshold);
    if (!primary.ready) return primaryNotReady(state, primary.message, primary.retriable);
  }
  if (!UNDER_WAY.includes(state.phase) || state.phase === 'Waiting') return begin(state);
  if ((state.phase === 'Progressing' || state.phase === 'WaitingPromotion') && state.changed) return restart(state);
  const canary = readiness(state.target, now, plan.progressDeadlineSeconds, plan.analysis.canaryReadyThreshold);
  if (!canary.ready) {
    state.event(`canary deployment ${state.name} not ready: ${canary.message}`);
    if (!canary.retriable) rollBack(state, `the new version's pods were not ready within ${plan.progressDeadlineSeconds} s`);
    return;
  }
  if (plan.skipAnalysis) return promoteAtOnce(state);
  if ((state.phase === 'Progressing' || state.phase === 'WaitingPromotion') && rollbackAsked(state)) {
    state.event(`Rolling back ${state.name} manual webhook invoked`);
    return rollBack(state, 'a rollback webhook asked for it');
  }
  if (state.phase === 'Promoting') return shiftToPrimary(state);
  if (state.phase === 'Finalising') return finish(state);
  if (state.failedChecks >= plan.analysis.threshold)
    return rollBack(state, `${state.failedChecks} checks failed (threshold ${plan.analysis.threshold})`);
  if (checkPasses(state)) proceed(state);
  else state.failedChecks += 1;
}

/** Whether there is something new to look at. A failed Canary notes what it sees each time, so that it sees a change only once. */
function noticed(state: FlaggerState): boolean {
  const { changed } = state;
  if (state.phase === 'Failed') {
    state.lastApplied = state.target.template;
    state.trackedConfig = state.config;
  }
  return changed;
}

function primaryNotReady(state: FlaggerState, message: string, retriable: boolean): void {
  state.event(`${state.plan.object.name}-primary not ready: ${message}`);
  if (retriable) return;
  if (state.phase !== 'Promoting' && state.phase !== 'Finalising') return rollBack(state, `the primary is not ready: ${message}`);
  state.event(`Promotion of ${state.name} failed, primary not ready`);
  state.setRoutes(0, 100, false);
  state.sync('Failed', 100);
  state.why = `the primary did not become ready with the new version (${message}); all requests stay with the canary`;
  runPostRollout(state);
}

function begin(state: FlaggerState): void {
  if (!rolloutConfirmed(state)) return;
  state.event(`New revision detected! Scaling up ${state.name}`);
  state.scaleTarget(scaleFromZero(state));
  state.sync('Progressing');
}

function scaleFromZero(state: FlaggerState): number {
  const { target, primary, plan } = state;
  if (target.replicas > 0) return target.replicas;
  if (!plan.autoscaler) return Math.max(1, primary.replicas);
  return Math.max(1, plan.autoscaler.minReplicas ?? 1);
}

function restart(state: FlaggerState): void {
  state.event(`New revision detected! Restarting analysis for ${state.name}`);
  state.setRoutes(100, 0, false);
  state.sync('Progressing');
}

/** The first check comes before any traffic and asks only the pre-rollout webhooks. */
function checkPasses(state: FlaggerState): boolean {
  const { analysis } = state.plan;
  if (state.routedWeight === 0 && state.iterations === 0 && !(analysis.mirror && state.routes.mirrored)) {
    state.event(`Starting canary analysis for ${state.name}`);
    const failed = firstFailing(state, 'pre-rollout');
    if (failed) state.event(`Halt ${state.name} advancement pre-rollout check ${failed.name} failed`);
    return !failed;
  }
  const failed = firstFailing(state, 'rollout');
  if (failed) state.event(`Halt ${state.name} advancement external check ${failed.name} failed`);
  return !failed && metricsPass(state);
}

function rollBack(state: FlaggerState, why: string): void {
  if (state.failedChecks >= state.plan.analysis.threshold)
    state.event(`Rolling back ${state.name} failed checks threshold reached ${state.failedChecks}`);
  state.event(`Canary failed! Scaling down ${state.name}`);
  state.why = why;
  state.setRoutes(100, 0, false);
  state.scaleTarget(0);
  state.sync('Failed');
  runPostRollout(state);
}

function shiftToPrimary(state: FlaggerState): void {
  const { routes, plan } = state;
  const step = plan.analysis.stepWeightPromotion;
  if (plan.provider === 'kubernetes') return state.setPhase('Finalising');
  if (step === 0) {
    state.event('Routing all traffic to primary');
    state.setRoutes(100, 0, false);
    return state.setPhase('Finalising');
  }
  if (routes.canary <= 0) return;
  state.setRoutes(Math.min(100, routes.primary + step), Math.max(0, routes.canary - step), false);
  state.event(`Advance ${state.name} primary weight ${routes.primary}`);
  if (routes.primary === 100) state.setPhase('Finalising');
  else state.canaryWeight = routes.canary;
}

function finish(state: FlaggerState): void {
  state.scaleTarget(0);
  state.setPhase('Succeeded');
  runPostRollout(state);
  state.event(`Promotion completed! Scaling down ${state.name}`);
}

function promoteAtOnce(state: FlaggerState): void {
  state.setRoutes(100, 0, false);
  state.event(`Copying ${state.name} template spec to ${state.plan.object.name}-primary`);
  copyToPrimary(state);
  state.scaleTarget(0);
  state.setPhase('Succeeded');
  runPostRollout(state);
  state.event(`Promotion completed! Canary analysis was skipped for ${state.name}`);
}

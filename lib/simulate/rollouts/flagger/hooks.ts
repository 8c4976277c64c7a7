import type { FlaggerWebhook } from '../../../model/plan/flagger';
import type { FlaggerState } from './state';

/** Flagger takes every status up to 202 for success; 204 is a failure. */
function succeeds(answer: 'ok' | 'fails' | number): boolean {
  return typeof answer === 'number' ? answer <= 202 : answer === 'ok';
}

function call(state: FlaggerState, webhook: FlaggerWebhook): boolean {
  const { scenario } = state;
  const key = scenario.webhooks[webhook.name] ? webhook.name : webhook.type;
  const series = scenario.webhooks[key];
  const usual = webhook.type === 'rollback' ? 'fails' : 'ok';
  if (!series)
    state.assumptions.add(
      `webhook ${webhook.name} (${webhook.type}) is not in the scenario: it is taken to ${usual === 'ok' ? 'succeed' : 'signal no rollback'}.`,
    );
  const answer = series
    ? state.reader.read(`webhooks.${webhook.name}`, series, { tick: state.tick, t: state.now, weight: state.routedWeight })
    : usual;
  const ok = succeeds(answer);
  state.checks.push({ name: webhook.name, kind: 'webhook', ok, value: String(answer), why: webhook.type });
  return ok;
}

/** Calls the webhooks of a type in the order of the list until one fails; that one, if any. */
export function firstFailing(state: FlaggerState, type: FlaggerWebhook['type']): FlaggerWebhook | undefined {
  return state.plan.analysis.webhooks.find((webhook) => webhook.type === type && !call(state, webhook));
}

/** Calls the rollback webhooks until one asks for it. */
export function rollbackAsked(state: FlaggerState): boolean {
  return state.plan.analysis.webhooks.some((webhook) => webhook.type === 'rollback' && call(state, webhook));
}

/** Asks `confirm-rollout`; closed, the Canary waits with nothing scaled. */
export function rolloutConfirmed(state: FlaggerState): boolean {
  const closed = firstFailing(state, 'confirm-rollout');
  if (!closed) return true;
  if (state.phase !== 'Waiting') {
    state.setPhase('Waiting');
    state.event(`Halt ${state.name} advancement waiting for approval ${closed.name}`);
  }
  return false;
}

/** Asks `confirm-traffic-increase`; closed, the weight stays and nothing counts as failed. */
export function increaseConfirmed(state: FlaggerState): boolean {
  const closed = firstFailing(state, 'confirm-traffic-increase');
  if (closed) state.event(`Halt ${state.name} advancement waiting for traffic increase approval ${closed.name}`);
  return !closed;
}

/** Asks `confirm-promotion`; closed, the phase is WaitingPromotion, and each further refusal takes one iteration back. */
export function promotionConfirmed(state: FlaggerState): boolean {
  const closed = firstFailing(state, 'confirm-promotion');
  if (!closed) return true;
  if (state.phase !== 'WaitingPromotion') {
    state.setPhase('WaitingPromotion');
    state.event(`Halt ${state.name} advancement waiting for promotion approval ${closed.name}`);
  } else state.iterations = state.iterationsWanted - 1;
  return false;
}

/** Calls `post-rollout`; its failure changes nothing. */
export function runPostRollout(state: FlaggerState): void {
  const failed = firstFailing(state, 'post-rollout');
  if (failed) state.event(`Post-rollout hook ${failed.name} failed`);
}

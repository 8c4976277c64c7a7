import type { CourseEnd, EndKind } from '../course';
import { rounded } from '../exposure';
import type { Timeline } from '../timeline';
import { readiness } from './readiness';
import type { FlaggerState } from './state';
import { nextStep } from './weights';

/** Whether something is still to come: an event or a value of the scenario, a pod, a deadline, or a change that the next look will notice. */
export function stillMoving(state: FlaggerState, timeline: Timeline): boolean {
  const { now, tick } = state;
  if (timeline.lastTick > tick || timeline.lastTime > now || Number.isFinite(timeline.next)) return true;
  if (['Succeeded', 'Failed', 'Initialized'].includes(state.phase)) return state.changed && !state.suspended;
  if (Number.isFinite(state.target.next(now)) || Number.isFinite(state.primary.next(now))) return true;
  if (state.suspended) return false;
  const deadline = state.plan.progressDeadlineSeconds;
  return [state.primary, state.target].some((one) => {
    const since = one.progress.unavailableSince;
    const waits = one === state.primary ? !state.plan.skipAnalysis : ['Progressing', 'WaitingPromotion'].includes(state.phase);
    return waits && since !== undefined && now <= since + deadline;
  });
}

/** How a course ended, or where it stands when no one looks any longer. */
export function endOf(state: FlaggerState, how: 'resting' | 'unfinished'): CourseEnd {
  const { what, reason } = how === 'unfinished' ? { what: 'unfinished' as const, reason: 'The scenario ends here.' } : resting(state);
  return { what, reason, phase: state.phase, t: rounded(state.now), tick: state.tick };
}

function resting(state: FlaggerState): { what: EndKind; reason: string } {
  const { phase, plan } = state;
  if (phase === 'Terminated')
    return {
      what: 'deleted',
      reason: 'The Canary was deleted: its primary, Services and routes are gone; the target keeps its present pods.',
    };
  if (state.suspended) return { what: 'suspended', reason: 'The Canary is suspended: Flagger does nothing until it is resumed.' };
  if (phase === 'Initialized')
    return { what: 'unchanged', reason: 'Nothing starts: neither the pod template nor a tracked ConfigMap or Secret changed.' };
  if (phase === 'Succeeded') {
    if (state.primary.template === 'old')
      return { what: 'rolledBack', reason: 'The old image was put back and went through the analysis itself: the primary runs it.' };
    return {
      what: 'promoted',
      reason: plan.skipAnalysis
        ? 'The new version was copied to the primary without an analysis.'
        : 'The analysis succeeded and the primary runs the new version.',
    };
  }
  if (phase === 'Failed')
    return {
      what: state.routes.canary > 0 ? 'failed' : 'rolledBack',
      reason: `${state.routes.canary > 0 ? 'Failed' : 'Rolled back'}: ${state.why}.`,
    };
  return blocked(state);
}

function blocked(state: FlaggerState): { what: EndKind; reason: string } {
  const { phase, plan, now } = state;
  if (phase === 'Waiting') return { what: 'waiting', reason: 'The confirm-rollout webhook stays closed: nothing is scaled up.' };
  if (phase === 'WaitingPromotion')
    return {
      what: 'waiting',
      reason: `The confirm-promotion webhook stays closed: the weights stay at ${state.routes.primary}/${state.routes.canary}.`,
    };
  const primary = readiness(state.primary, now, plan.progressDeadlineSeconds, plan.analysis.primaryReadyThreshold);
  if (!primary.ready) {
    const later =
      phase === 'Promoting' && !plan.target?.deadlineStated
        ? ' The Deployment states no progressDeadlineSeconds; Kubernetes sets 600 s, and where that passes Flagger marks the Canary Failed with routes 0/100.'
        : '';
    return {
      what: 'stuck',
      reason: `The primary never becomes ready (${primary.message}): no look of Flagger gets past it, and the weights stay at ${state.routes.primary}/${state.routes.canary}.${later}`,
    };
  }
  const target = readiness(state.target, now, plan.progressDeadlineSeconds, plan.analysis.canaryReadyThreshold);
  if (!target.ready)
    return {
      what: 'stuck',
      reason: `The canary's pods never become ready (${target.message}), and its Deployment counts as available, so that no deadline runs.`,
    };
  if (plan.analysis.webhooks.some((webhook) => webhook.type === 'confirm-traffic-increase'))
    return { what: 'waiting', reason: `The confirm-traffic-increase webhook stays closed: the weight stays at ${state.routes.canary}.` };
  if (nextStep(plan.analysis, state.routes.canary) <= 0)
    return {
      what: 'stuck',
      reason: `The next step is not above the present weight of ${state.routes.canary}: nothing happens any more, without an event.`,
    };
  if (plan.analysis.mirror && plan.provider.startsWith('gatewayapi'))
    return { what: 'stuck', reason: 'With the Gateway API a canary with mirror never gets past its mirror step.' };
  return { what: 'waiting', reason: 'A gate stays closed.' };
}

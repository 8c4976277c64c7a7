import type { CourseEnd, EndKind } from '../course';
import { rounded } from '../exposure';
import type { ArgoState } from './state';

/** Seconds for which a rollout may show no change while its analyses still measure, before it counts as at rest. */
export function patience(state: ArgoState): number {
  const { plan } = state;
  const { strategy } = plan;
  const analyses =
    strategy.kind === 'blueGreen'
      ? [strategy.prePromotion, strategy.postPromotion]
      : [strategy.background, ...strategy.steps.map((step) => (step.kind === 'analysis' ? step.analysis : undefined))];
  const pauses =
    strategy.kind === 'blueGreen'
      ? [strategy.autoPromotionSeconds, strategy.scaleDownDelaySeconds, strategy.abortScaleDownDelay.seconds ?? 0]
      : [
          strategy.scaleDownDelaySeconds,
          strategy.abortScaleDownDelay.seconds ?? 0,
          ...strategy.steps.map((step) =>
            step.kind === 'pause'
              ? (step.seconds ?? 0)
              : step.kind === 'experiment'
                ? (step.experiment.duration ?? 0) + step.experiment.scaleDownDelaySeconds
                : 0,
          ),
        ];
  const metrics = analyses.flatMap((analysis) => analysis?.metrics ?? []);
  const spans = metrics.map(
    (metric) =>
      metric.initialDelay +
      Math.max(10, metric.interval ?? 10) *
        (Math.max(
          metric.count ?? 0,
          metric.failureLimit + metric.inconclusiveLimit + metric.consecutiveErrorLimit + metric.consecutiveSuccessLimit,
        ) +
          2),
  );
  return Math.max(plan.progressDeadlineSeconds + 1, ...pauses.map((seconds) => seconds + 1), ...spans);
}

export function endOf(state: ArgoState, t: number, how: { readonly deleted: boolean; readonly unfinished: boolean }): CourseEnd {
  const { what, reason } = how.deleted
    ? { what: 'deleted' as const, reason: 'The Rollout was deleted: its pods are gone.' }
    : judged(state, how.unfinished);
  return { what, reason, phase: state.status.phase, t: rounded(t) };
}

function judged(state: ArgoState, unfinished: boolean): { what: EndKind; reason: string } {
  const { status } = state;
  if (status.abort) return { what: 'rolledBack', reason: status.message };
  if (status.phase === 'Healthy') {
    if (status.stable !== 'old') return { what: 'promoted', reason: 'The new version is the stable one and has all its pods.' };
    return state.sets.length > 1
      ? { what: 'rolledBack', reason: 'The old image was put back: it is the stable version and has all its pods.' }
      : { what: 'unchanged', reason: 'Nothing starts: the pod template did not change.' };
  }
  if (status.phase === 'Degraded')
    return { what: 'stuck', reason: `${status.message} It is not aborted: pods and weights stay as they are.` };
  if (state.userPaused) return { what: 'suspended', reason: 'The Rollout is paused by hand (spec.paused).' };
  if (unfinished) return { what: 'unfinished', reason: 'The scenario ends here.' };
  if (status.phase === 'Paused') return { what: 'waiting', reason: waitingFor(status.message) };
  return { what: 'stuck', reason: `${status.message}: nothing changes any more.` };
}

function waitingFor(message: string): string {
  if (message === 'CanaryPauseStep') return 'Paused at a step without a duration: it waits for a promote.';
  if (message === 'BlueGreenPause') return 'Paused before the active Service is switched: it waits for a promote.';
  return `Paused because an analysis was inconclusive (${message}): it waits for a promote or an abort.`;
}

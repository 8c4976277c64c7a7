import type { ArgoAnalysis } from '../../../model/plan/argo';
import { AnalysisRun } from './analysis-run';
import type { Look } from './look';
import { measured } from './measured';
import { saturated } from './saturation';
import { currentStep } from './weights';

/** Starts, keeps, judges and ends the analysis runs of a rollout. */
export function reconcileAnalyses(look: Look): void {
  const { state, before, next, fresh } = look;
  const runs = [before.stepRun, before.backgroundRun, before.preRun, before.postRun];
  if (look.aborted || before.promoteFull || fresh.deadline !== undefined) {
    for (const run of runs) run?.terminate(state.now);
    return;
  }
  if (state.canary) {
    next.stepRun = stepRun(look);
    next.backgroundRun = backgroundRun(look);
  } else {
    next.preRun = promotionRun(look, 'pre');
    judgePromotion(look, next.preRun, 'pre');
    next.postRun = promotionRun(look, 'post');
    judgePromotion(look, next.postRun, 'post');
  }
  const kept = [next.stepRun, next.backgroundRun, next.preRun, next.postRun];
  for (const run of runs) {
    if (run && !kept.includes(run)) run.terminate(state.now);
  }
}

function start(look: Look, analysis: ArgoAnalysis, kind: string, step?: number): AnalysisRun {
  const { state } = look;
  const run = new AnalysisRun(
    analysis,
    kind,
    state.now,
    step,
    (metric) => measured(state, metric),
    (check) => state.checks.push(check),
  );
  state.runs.push(run);
  state.event(`Created ${kind} analysis run of ${analysis.templates.join(', ')}`);
  return run;
}

/** A run is made where there is none, and again after an inconclusive one that someone let pass. */
function needsNew(look: Look, run: AnalysisRun | undefined): run is undefined {
  if (!run) return true;
  const { before } = look;
  const resumed = before.controllerPause && !look.pausedFor('CanaryPauseStep') && !look.pausedFor('BlueGreenPause');
  return resumed && run.phase === 'Inconclusive';
}

function judge(look: Look, run: AnalysisRun, title: string): void {
  if (run.phase === 'Inconclusive') look.pause('InconclusiveAnalysisRun');
  if (run.phase === 'Error' || run.phase === 'Failed') look.abort(`${title} phase error/failed${run.message ? `: ${run.message}` : ''}`);
}

function stepRun(look: Look): AnalysisRun | undefined {
  const { before, state } = look;
  if (before.pauses.length > 0 || before.abort) return before.stepRun;
  const step = currentStep(look);
  const run = before.stepRun;
  if (step?.kind !== 'analysis' || step.analysis.templates.length === 0 || (run && run.step !== before.index)) {
    run?.terminate(state.now);
    return undefined;
  }
  if (needsNew(look, run)) return start(look, step.analysis, 'step', before.index);
  judge(look, run, 'Step-based analysis');
  return run;
}

function backgroundRun(look: Look): AnalysisRun | undefined {
  const { state, before } = look;
  const analysis = state.canary?.background;
  if (!analysis || look.fullyPromoted || (before.index !== undefined && before.index < analysis.startingStep)) return undefined;
  const run = before.backgroundRun;
  if (look.pausedFor('InconclusiveAnalysisRun')) return run;
  if (needsNew(look, run)) return start(look, analysis, 'background');
  judge(look, run, 'Background analysis');
  return run;
}

/** The analysis of a blue/green rollout before or after the active Service is switched. */
function promotionRun(look: Look, when: 'pre' | 'post'): AnalysisRun | undefined {
  const { state, before } = look;
  const analysis = when === 'pre' ? state.blueGreen?.prePromotion : state.blueGreen?.postPromotion;
  const run = when === 'pre' ? before.preRun : before.postRun;
  if (!analysis) return undefined;
  if (skips(look, when, run)) {
    run?.terminate(state.now);
    return run;
  }
  if (look.pausedFor('InconclusiveAnalysisRun')) return run;
  return needsNew(look, run) ? start(look, analysis, `${when}-promotion`) : run;
}

function skips(look: Look, when: 'pre' | 'post', run: AnalysisRun | undefined): boolean {
  const { state, before, fresh } = look;
  const active = before.active === fresh.version;
  if (before.stable === fresh.version || (when === 'pre' ? active : !active)) return true;
  if (run) return false;
  const preview = state.blueGreen?.previewReplicaCount;
  if (when === 'pre' && preview !== undefined) return fresh.seen.size !== preview || fresh.seen.available !== preview;
  return !saturated(look);
}

function judgePromotion(look: Look, run: AnalysisRun | undefined, when: 'pre' | 'post'): void {
  if (run) judge(look, run, `Blue/green ${when}-promotion analysis`);
}

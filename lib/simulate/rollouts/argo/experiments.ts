import { PodSet } from '../cluster/pod-set';
import { AnalysisRun } from './analysis-run';
import { ExperimentRun } from './experiment-run';
import type { Look } from './look';
import { measured } from './measured';
import { currentStep } from './weights';

/** Makes the Experiment of the present step, and judges it. */
export function reconcileExperiment(look: Look): void {
  const { state, before, next, stable } = look;
  const running = before.experiment;
  if (look.aborted || before.promoteFull) {
    running?.terminate(state.now);
    next.experiment = undefined;
    return;
  }
  if (look.pausedFor('InconclusiveAnalysisRun')) return;
  const step = currentStep(look);
  if (step?.kind !== 'experiment') {
    running?.terminate(state.now);
    next.experiment = undefined;
    return;
  }
  if (!running) {
    if (!stable) return;
    next.experiment = start(look, step.experiment);
    return;
  }
  if (running.phase === 'Inconclusive') look.pause('InconclusiveExperiment');
  if (running.phase === 'Error' || running.phase === 'Failed')
    look.abort(`Experiment analysis phase is error/failed${running.message ? `: ${running.message}` : ''}`);
}

function start(look: Look, experiment: ConstructorParameters<typeof ExperimentRun>[0]): ExperimentRun {
  const { state, fresh, stable } = look;
  const analyses = experiment.analyses.map((one) => ({
    name: one.name,
    required: one.required,
    start: () =>
      new AnalysisRun(
        one.analysis,
        'experiment',
        state.now,
        undefined,
        (metric) => measured(state, metric),
        (check) => state.checks.push(check),
      ),
  }));
  const { versions } = state.scenario;
  const run = new ExperimentRun(
    experiment,
    state.now,
    state.plan.progressDeadlineSeconds,
    (spec) => {
      const version = (spec === 'stable' ? stable : fresh)?.version ?? fresh.version;
      return new PodSet(version, versions[version].pods, state.plan.minReadySeconds);
    },
    analyses,
  );
  state.experiments.push(run);
  state.event('Created Experiment');
  return run;
}

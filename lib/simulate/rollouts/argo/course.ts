import type { ArgoPlan } from '../../../model/plan/argo';
import type { Check, Course, CourseRow } from '../course';
import { ExposureMeter } from '../exposure';
import type { Scenario } from '../scenario/scenario';
import { Timeline } from '../timeline';
import { reconcileBlueGreen } from './blue-green';
import { reconcileCanary } from './canary';
import { act } from './commands';
import { endOf, patience } from './end';
import { Look } from './look';
import { rowOf, sharesOf, stateText, whoMeets } from './rows';
import { ArgoState } from './state';
import { conclude, notePause } from './status';

/** Looks at one moment, and rows of one course: guards, not limits of the format. */
const MOST_LOOKS = 500;
const MOST_ROWS = 5000;

type Row = CourseRow & { readonly checks: Check[]; readonly events: string[] };

/** How a Rollout goes: one row for each change that can be seen. */
export function argoCourse(plan: ArgoPlan, scenario: Scenario): Course {
  const state = new ArgoState(plan, scenario);
  const timeline = new Timeline(scenario);
  const meter = new ExposureMeter(scenario);
  const rows: Row[] = [];
  const { change } = scenario;
  if (change.image) state.template = 'new';
  if (change.replicas !== undefined) state.replicas = change.replicas;
  if (change.config && !change.image)
    state.assumptions.add('A change of a ConfigMap or Secret alone does not start a rollout of Argo Rollouts.');
  const until = scenario.until ?? Number.POSITIVE_INFINITY;
  const longest = patience(state);
  let quietSince = 0;
  let stillUntil = 0;
  let shares = sharesOf(state);
  let deleted = false;
  for (;;) {
    const due = timeline.due(state.now);
    for (const event of due) {
      deleted = deleted || event.action === 'delete';
      act(state, event);
    }
    if (deleted) break;
    if (due.length > 0 || state.now >= stillUntil || !onlyMeasures(state, rows)) {
      if (settle(state, rows)) quietSince = state.now;
      stillUntil = nextOfPods(state);
      shares = sharesOf(state);
    }
    const next = nextMoment(state, timeline, stillUntil);
    const restless =
      next <= until &&
      rows.length < MOST_ROWS &&
      (Number.isFinite(timeline.next) || timeline.lastTime >= state.now || next - quietSince <= longest);
    if (!Number.isFinite(next) || !restless) break;
    meter.add(state.now, next, 0, shares);
    state.now = next;
  }
  const end = endOf(state, settledAt(rows), {
    deleted,
    unfinished: scenario.until !== undefined && Number.isFinite(nextMoment(state, timeline, nextOfPods(state))),
  });
  return { course: rows, end, exposure: meter.exposure(whoMeets(plan), end.t), assumptions: [...plan.assumptions, ...state.assumptions] };
}

/** When the last phase began; what old pods do after it is not part of the rollout. */
function settledAt(rows: readonly CourseRow[]): number {
  const phase = rows.at(-1)?.phase;
  let first = rows.length - 1;
  while (first > 0 && rows[first - 1]?.phase === phase) first--;
  return rows[first]?.t ?? 0;
}

/**
 * Takes the measurements of a moment at which nothing else is due; whether that is all that happens. As long as no analysis run ends by it, the
 * controller sees what it saw before.
 */
function onlyMeasures(state: ArgoState, rows: Row[]): boolean {
  const running = state.runs.filter((run) => !run.completed);
  for (const run of running) run.advance(state.now);
  const row = rows.at(-1);
  if (!row || running.some((run) => run.completed)) return false;
  row.checks.push(...state.checks);
  state.checks = [];
  return true;
}

/** Lets the controllers look until none of them changes anything; whether something changed that can be seen. */
function settle(state: ArgoState, rows: Row[]): boolean {
  const first = rows.length;
  let before = fullText(state);
  for (let i = 0; i < MOST_LOOKS; i++) {
    for (const run of state.runs) run.advance(state.now);
    for (const experiment of state.experiments) experiment.advance(state.now);
    const look = new Look(state);
    const phase = notePause(look);
    const meanwhile = phase === undefined ? undefined : { ...rowOf(state), phase, checks: [], events: [...state.events] };
    if (state.canary) reconcileCanary(look);
    else reconcileBlueGreen(look);
    conclude(look);
    scaleWorkload(state);
    if (meanwhile && ![rows.at(-1)?.phase, state.status.phase].includes(meanwhile.phase)) {
      rows.push(meanwhile);
      state.events.splice(0, meanwhile.events.length);
    }
    note(state, rows);
    const after = fullText(state);
    if (after === before) break;
    before = after;
  }
  return rows.length > first;
}

function note(state: ArgoState, rows: Row[]): void {
  const row = rowOf(state);
  const { checks, events } = state;
  const last = rows.at(-1);
  if (last && stateText(last) === stateText(row)) {
    // What was asked at the same moment belongs to the row that is there.
    last.checks.push(...checks);
    last.events.push(...events);
  } else rows.push({ ...row, checks, events });
  state.checks = [];
  state.events = [];
}

/** A Deployment that a Rollout takes its template from goes to 0 once the first revision is Healthy. */
function scaleWorkload(state: ArgoState): void {
  if (state.plan.workload && state.plan.workload.scaleDown !== 'never') state.workloadReplicas = 0;
}

function fullText(state: ArgoState): string {
  const { status } = state;
  return JSON.stringify([
    {
      ...status,
      stepRun: status.stepRun?.state,
      backgroundRun: status.backgroundRun?.state,
      preRun: status.preRun?.state,
      postRun: status.postRun?.state,
      experiment: status.experiment?.phase,
    },
    state.sets.map((set) => [set.version, set.pods.size, set.pods.available(state.now), set.deadline]),
    [state.services, state.routed, state.managed],
    state.experiments.map((one) => [one.phase, one.availableAt, one.sets.map((set) => set.pods.size)]),
  ]);
}

function nextMoment(state: ArgoState, timeline: Timeline, stillUntil: number): number {
  let next = Math.min(timeline.next, stillUntil);
  for (const run of state.runs) next = Math.min(next, run.next(state.now));
  return next;
}

/** When something changes for the controller by itself, other than by a measurement of its analysis runs. */
function nextOfPods(state: ArgoState): number {
  const { status, now, plan } = state;
  const moments = [
    ...state.sets.flatMap((set) => [set.pods.next(now), set.deadline ?? Number.POSITIVE_INFINITY]),
    ...state.experiments.map((one) => one.next(now)),
  ];
  const step = status.index === undefined ? undefined : state.steps[status.index];
  for (const pause of status.pauses) {
    if (pause.reason === 'CanaryPauseStep' && step?.kind === 'pause' && step.seconds !== undefined)
      moments.push(pause.start + step.seconds);
    if (pause.reason === 'BlueGreenPause') moments.push(pause.start + (state.blueGreen?.autoPromotionSeconds || Number.POSITIVE_INFINITY));
  }
  if (status.phase === 'Progressing') moments.push(status.progressing.since + plan.progressDeadlineSeconds);
  return Math.min(...moments.filter((moment) => moment > now), Number.POSITIVE_INFINITY);
}

import type { FlaggerPlan } from '../../../model/plan/flagger';
import type { Course, CourseRow } from '../course';
import { ExposureMeter, rounded } from '../exposure';
import type { Scenario, ScenarioEvent } from '../scenario/scenario';
import { Timeline } from '../timeline';
import { endOf, stillMoving } from './end';
import { newVersionShare, routesBeside, sharesOf, whoMeets } from './exposed';
import { FlaggerState } from './state';
import { look } from './tick';

/** More looks than any course needs; a guard, not a limit of the format. */
const MOST_TICKS = 5000;

/** How a Canary goes, one row for each look of Flagger. The first look comes one interval after the change. */
export function flaggerCourse(plan: FlaggerPlan, scenario: Scenario): Course {
  const state = new FlaggerState(plan, scenario);
  const timeline = new Timeline(scenario, plan.analysis.interval);
  const meter = new ExposureMeter(scenario);
  const rows: CourseRow[] = [];
  const seen = new Set<string>();
  state.assumptions.add(`Flagger's first look comes one interval (${plan.analysis.interval} s) after the change.`);
  applyChange(state);
  let end = endOf(state, 'unfinished');
  for (let tick = 1; tick <= MOST_TICKS; tick++) {
    const until = tick * plan.analysis.interval;
    if (scenario.until !== undefined && until > scenario.until) break;
    elapse(state, timeline, meter, until);
    state.tick = tick;
    if (state.phase === 'Terminated') {
      rows.push(rowOf(state));
      end = endOf(state, 'resting');
      break;
    }
    look(state);
    rows.push(rowOf(state));
    const signature = signatureOf(state);
    const again = seen.has(signature);
    seen.add(signature);
    const resting = stillMoving(state, timeline) ? undefined : again || ['Succeeded', 'Failed', 'Initialized'].includes(state.phase);
    end = endOf(state, resting ? 'resting' : 'unfinished');
    if (resting) break;
  }
  return { course: rows, end, exposure: meter.exposure(whoMeets(plan), end.t), assumptions: [...plan.assumptions, ...state.assumptions] };
}

function applyChange(state: FlaggerState): void {
  const { change } = state.scenario;
  if (change.image) state.target.setTemplate('new', 0);
  if (change.config) changeConfig(state);
  if (change.replicas !== undefined) state.target.replicas = change.replicas;
  state.target.settle(0);
  state.primary.settle(0);
}

function changeConfig(state: FlaggerState): void {
  if (state.plan.trackedConfigs.length === 0)
    return void state.assumptions.add('The target refers to no tracked ConfigMap or Secret: a change of one starts nothing.');
  state.config += 1;
  if (state.target.template === 'old') {
    // The same pods with other configuration behave as the new version does in the scenario.
    state.target.setTemplate('new', state.now);
  }
}

function act(state: FlaggerState, event: ScenarioEvent): void {
  const { target } = state;
  if (event.action === 'release') target.setTemplate(target.template === 'old' ? 'new' : 'newer', state.now);
  else if (event.action === 'restore') target.setTemplate('old', state.now);
  else if (event.action === 'scale') target.replicas = event.replicas ?? target.replicas;
  else if (event.action === 'config') changeConfig(state);
  else if (event.action === 'suspend') state.suspended = true;
  else if (event.action === 'resume') state.suspended = false;
  else if (event.action === 'delete') remove(state);
  target.settle(state.now);
}

/** What Flagger made goes; the target keeps its present pods. */
function remove(state: FlaggerState): void {
  if (state.plan.revertOnDeletion) {
    state.event(`Terminating canary ${state.name}`);
    state.event(`Terminated canary ${state.name}`);
  }
  state.sync('Terminated');
  state.setRoutes(0, 0, false);
  state.primary.replicas = 0;
  state.primary.settle(state.now);
}

/** Lets the Deployments move until the next look. */
function elapse(state: FlaggerState, timeline: Timeline, meter: ExposureMeter, until: number): void {
  while (state.now < until) {
    const next = Math.min(until, state.target.next(state.now), state.primary.next(state.now), timeline.next);
    meter.add(state.now, next, state.tick, sharesOf(state));
    state.now = next;
    for (const event of timeline.due(next)) act(state, event);
    state.target.settle(next);
    state.primary.settle(next);
  }
}

function rowOf(state: FlaggerState): CourseRow {
  const { target, primary, now } = state;
  const row: CourseRow = {
    tick: state.tick,
    t: rounded(now),
    phase: state.phase,
    weights: { primary: state.routes.primary, canary: state.routes.canary },
    newVersion: newVersionShare(state),
    replicas: { primary: primary.replicas, canary: target.replicas },
    available: { primary: primary.available(now), canary: target.available(now) },
    failedChecks: state.failedChecks,
    iterations: state.iterations,
    canaryWeight: state.canaryWeight,
    routes: routesBeside(state),
    checks: state.checks,
    events: state.events,
  };
  state.checks = [];
  state.events = [];
  return row;
}

function signatureOf(state: FlaggerState): string {
  const { target, primary, now, scenario, reader } = state;
  const sets = [target, primary].map((one) => one.sets.map((set) => [set.version, set.size, set.available(now)]));
  const series = [
    ...Object.entries(scenario.metrics).map(([name, one]) => reader.position(`metrics.${name}`, one)),
    ...state.plan.analysis.webhooks.map(({ name, type }) =>
      reader.position(`webhooks.${name}`, scenario.webhooks[name] ?? scenario.webhooks[type] ?? { kind: 'always', value: 'ok' }),
    ),
    ...Object.entries(scenario.versions).flatMap(([name, one]) => [
      reader.position(`${name}.successRate`, one.successRate),
      reader.position(`${name}.latency`, one.latency),
    ]),
  ];
  return JSON.stringify([
    [state.phase, state.failedChecks, state.iterations, state.canaryWeight, state.routes, state.lastApplied, state.lastPromoted],
    [
      state.suspended,
      state.config,
      state.trackedConfig,
      target.template,
      target.replicas,
      primary.template,
      primary.replicas,
      sets,
      series,
    ],
  ]);
}

import type { DeploymentPlan } from '../../../model/plan/deployment';
import { DeploymentSimulation } from '../cluster/deployment';
import type { Course, CourseEnd, CourseRow } from '../course';
import { ExposureMeter, rounded, type Shares } from '../exposure';
import type { Scenario, ScenarioEvent } from '../scenario/scenario';
import { Timeline } from '../timeline';
import { byVersion, percentages } from './amounts';

const MOST_ROWS = 10_000;

/** How a Deployment goes from one version to the next: one row for each move of the deployment controller. */
export function deploymentCourse(plan: DeploymentPlan, scenario: Scenario): Course {
  const deployment = new DeploymentSimulation(plan, 'old', plan.replicas, (version) => scenario.versions[version].pods);
  const timeline = new Timeline(scenario);
  const meter = new ExposureMeter(scenario);
  const assumptions = [...plan.assumptions];
  const rows: CourseRow[] = [];
  const { change } = scenario;
  if (change.config && !change.image)
    assumptions.push('A change of a ConfigMap or Secret alone does not restart the pods of a Deployment.');
  if (change.replicas !== undefined) deployment.replicas = change.replicas;
  let paused = plan.paused;
  let wanted: 'old' | 'new' | 'newer' = change.image ? 'new' : 'old';
  const apply = (event: ScenarioEvent): void => {
    if (event.action === 'release') wanted = wanted === 'old' ? 'new' : 'newer';
    else if (event.action === 'restore') wanted = 'old';
    else if (event.action === 'scale') deployment.replicas = event.replicas ?? deployment.replicas;
    else if (event.action === 'suspend') paused = true;
    else if (event.action === 'resume') paused = false;
  };
  let now = 0;
  let before = '';
  for (;;) {
    for (const event of timeline.due(now)) apply(event);
    if (!paused) deployment.setTemplate(wanted, now);
    deployment.settle(now);
    const row = rowOf(deployment, now, paused);
    const { t: _, ...state } = row;
    const text = JSON.stringify(state);
    if (text !== before) rows.push({ ...row, events: moves(rows.at(-1), row) });
    before = text;
    const next = Math.min(deployment.next(now), timeline.next);
    if (!Number.isFinite(next) || next > (scenario.until ?? Number.POSITIVE_INFINITY) || rows.length > MOST_ROWS) break;
    meter.add(now, next, 0, sharesOf(deployment, now));
    now = next;
  }
  const end = endOf(deployment, now, paused, wanted !== 'old' || rows.length > 1, scenario);
  return { course: rows, end, exposure: meter.exposure(['everyone, in proportion to the ready pods'], end.t), assumptions };
}

function sharesOf(deployment: DeploymentSimulation, now: number): Shares {
  return percentages(byVersion(deployment.sets, (set) => set.ready(now)));
}

function phaseOf(deployment: DeploymentSimulation, paused: boolean): string {
  if (paused) return 'Paused';
  if (deployment.progress.exceeded) return 'ProgressDeadlineExceeded';
  return deployment.progress.complete ? 'Complete' : 'Progressing';
}

function rowOf(deployment: DeploymentSimulation, now: number, paused: boolean): CourseRow {
  const shares = sharesOf(deployment, now);
  const names = byVersion(deployment.sets, () => 0);
  const weights = Object.fromEntries(Object.keys(names).map((name) => [name, shares[name as keyof Shares] ?? 0]));
  return {
    t: rounded(now),
    phase: phaseOf(deployment, paused),
    weights,
    newVersion: rounded((shares.new ?? 0) + (shares.newer ?? 0)),
    replicas: byVersion(deployment.sets, (set) => set.size),
    available: byVersion(deployment.sets, (set) => set.available(now)),
    events: [],
  };
}

function moves(before: CourseRow | undefined, row: CourseRow): string[] {
  const events: string[] = [];
  for (const [name, size] of Object.entries(row.replicas)) {
    const was = before?.replicas[name];
    if (was !== undefined && was !== size) events.push(`Scaled ${size > was ? 'up' : 'down'} ${name} from ${was} to ${size}`);
  }
  if (before && before.phase !== row.phase)
    events.push(row.phase === 'ProgressDeadlineExceeded' ? 'Progressing=False ProgressDeadlineExceeded' : row.phase);
  return events;
}

function endOf(deployment: DeploymentSimulation, now: number, paused: boolean, started: boolean, scenario: Scenario): CourseEnd {
  const at = { phase: phaseOf(deployment, paused), t: rounded(now) };
  const missing = deployment.replicas - deployment.available(now);
  if (!started) return { what: 'unchanged', reason: 'Nothing starts: the pod template did not change.', ...at };
  if (paused) return { what: 'suspended', reason: 'The Deployment is paused: nothing moves until it is resumed.', ...at };
  if (deployment.progress.complete && missing > 0)
    return {
      what: 'promoted',
      reason: `All pods run the ${deployment.template === 'old' ? 'old' : 'new'} version, but ${missing} of ${deployment.replicas} are no longer available; a Deployment does not go back by itself.`,
      ...at,
    };
  if (deployment.progress.complete)
    return deployment.template === 'old'
      ? { what: 'rolledBack', reason: 'All pods run the old version again.', ...at }
      : { what: 'promoted', reason: 'All pods run the new version.', ...at };
  if (scenario.until !== undefined && Number.isFinite(deployment.next(now)))
    return { what: 'unfinished', reason: 'The scenario ends here.', ...at };
  const old = deployment.sets.filter((set) => set.version !== deployment.template).reduce((sum, set) => sum + set.size, 0);
  return {
    what: 'stuck',
    reason: `The new pods do not become available: ${old} pods of the older version stay, and a Deployment never goes back by itself.`,
    ...at,
  };
}

import type { KnativePlan } from '../../../model/plan/knative';
import { PodSet } from '../cluster/pod-set';
import type { Course, CourseRow, EndKind } from '../course';
import { ExposureMeter, rounded } from '../exposure';
import type { Scenario } from '../scenario/scenario';

/** A new revision of a Knative Service: it gets its share of the stated traffic once it is ready, and nothing before. */
export function knativeCourse(plan: KnativePlan, scenario: Scenario): Course {
  const size = plan.initialScale;
  const old = PodSet.settled('old', scenario.versions.old.pods, 0, size);
  const fresh = new PodSet('new', scenario.versions.new.pods, 0);
  const meter = new ExposureMeter(scenario);
  const share = shareOfNew(plan);
  const rows: CourseRow[] = [];
  let now = 0;
  let before = '';
  let phase = scenario.change.image ? 'Deploying' : 'Ready';
  let weight = 0;
  if (scenario.change.image) fresh.scale(size, 0);
  for (;;) {
    if (phase === 'Deploying' && fresh.ready(now) > 0) {
      phase = 'Ready';
      weight = share;
    } else if (phase === 'Deploying' && now >= plan.progressDeadlineSeconds) phase = 'RevisionFailed';
    const state = {
      phase,
      weights: { old: 100 - weight, new: weight },
      newVersion: fresh.ready(now) > 0 ? weight : 0,
      replicas: { old: old.size, new: fresh.size },
      available: { old: old.available(now), new: fresh.available(now) },
    };
    const text = JSON.stringify(state);
    if (text !== before) rows.push({ t: rounded(now), ...state, events: [] });
    before = text;
    const deadline = phase === 'Deploying' ? plan.progressDeadlineSeconds : Number.POSITIVE_INFINITY;
    const next = Math.min(old.next(now), fresh.next(now), deadline > now ? deadline : Number.POSITIVE_INFINITY);
    if (!Number.isFinite(next) || next > (scenario.until ?? Number.POSITIVE_INFINITY)) break;
    meter.add(now, next, 0, { ...(old.ready(now) > 0 ? { old: 100 - weight } : {}), ...(fresh.ready(now) > 0 ? { new: weight } : {}) });
    now = next;
  }
  const end = endOf(plan, phase, weight, fresh.size > 0);
  const assumptions = [...plan.assumptions, 'Autoscaling by requests, to zero as well, is not simulated.'];
  return {
    course: rows,
    end: { ...end, phase, t: rounded(now) },
    exposure: meter.exposure(['everyone, by the percents of spec.traffic'], now),
    assumptions,
  };
}

/** The percent that goes to the revision that the template makes: by name, or as the latest one. */
function shareOfNew(plan: KnativePlan): number {
  if (plan.traffic.length === 0) return 100;
  const mine = plan.traffic.filter(
    (target) => target.revision === undefined || (plan.revision !== undefined && target.revision === plan.revision),
  );
  return Math.min(
    100,
    mine.reduce((sum, target) => sum + target.percent, 0),
  );
}

function endOf(plan: KnativePlan, phase: string, weight: number, started: boolean): { what: EndKind; reason: string } {
  if (!started) return { what: 'unchanged', reason: 'Nothing starts: the template did not change.' };
  if (phase !== 'Ready')
    return {
      what: 'stuck',
      reason: `The new revision did not become ready within ${plan.progressDeadlineSeconds} s: all requests stay with the old one.`,
    };
  if (weight === 100) return { what: 'promoted', reason: 'The new revision takes all requests.' };
  return {
    what: 'waiting',
    reason: `The new revision takes ${weight} % of the requests, as spec.traffic states; changing that is up to a person.`,
  };
}

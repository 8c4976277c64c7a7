import type { BlueGreenServicePlan } from '../../../model/plan/blue-green';
import { PodSet } from '../cluster/pod-set';
import type { Course, CourseRow, EndKind } from '../course';
import { ExposureMeter, rounded } from '../exposure';
import type { Scenario } from '../scenario/scenario';
import { Timeline } from '../timeline';

/** Blue/green by a Service's selector: both versions run; a person or a pipeline switches the selector, and back. */
export function serviceCourse(plan: BlueGreenServicePlan, scenario: Scenario): Course {
  const { active, preview } = plan;
  const old = PodSet.settled('old', scenario.versions.old.pods, active.deployment.minReadySeconds, active.deployment.replicas);
  const fresh = new PodSet('new', scenario.versions.new.pods, preview.deployment.minReadySeconds);
  const timeline = new Timeline(scenario);
  const meter = new ExposureMeter(scenario);
  const assumptions = [...plan.assumptions];
  const stated = scenario.events.some((event) => event.action === 'switch');
  if (!stated)
    assumptions.push(
      'The scenario does not say when the selector is switched: it is switched once all pods of the other version are available.',
    );
  let selected = 'old' as 'old' | 'new';
  let switches = 0;
  let now = 0;
  let before = '';
  const rows: CourseRow[] = [];
  const flip = (to: 'old' | 'new', events: string[]) => {
    if (selected === to) return;
    selected = to;
    switches += 1;
    events.push(`Service ${plan.service} selects ${plan.label}=${to === 'new' ? preview.value : active.value}`);
  };
  if (scenario.change.image) fresh.scale(preview.deployment.replicas, 0);
  for (;;) {
    const events: string[] = [];
    for (const event of timeline.due(now)) {
      if (event.action === 'switch') flip(selected === 'old' ? 'new' : 'old', events);
      if (event.action === 'restore') flip('old', events);
      if (event.action === 'scale') (selected === 'old' ? old : fresh).scale(event.replicas ?? 0, now);
    }
    if (!stated && switches === 0 && fresh.size > 0 && fresh.available(now) === fresh.size) flip('new', events);
    const set = selected === 'new' ? fresh : old;
    const up = set.ready(now) > 0;
    const state = {
      phase: switches > 0 ? 'Switched' : 'Preview',
      weights: { old: selected === 'old' ? 100 : 0, new: selected === 'new' ? 100 : 0 },
      newVersion: selected === 'new' && up ? 100 : 0,
      replicas: { old: old.size, new: fresh.size },
      available: { old: old.available(now), new: fresh.available(now) },
      services: { [plan.service]: selected },
    };
    const text = JSON.stringify(state);
    if (text !== before) rows.push({ t: rounded(now), ...state, events });
    before = text;
    const next = Math.min(old.next(now), fresh.next(now), timeline.next);
    if (!Number.isFinite(next) || next > (scenario.until ?? Number.POSITIVE_INFINITY)) break;
    meter.add(now, next, 0, up ? { [selected]: 100 } : {});
    now = next;
  }
  const what: EndKind = fresh.size === 0 ? 'unchanged' : selected === 'new' ? 'promoted' : switches > 0 ? 'rolledBack' : 'waiting';
  const reasons: Partial<Record<EndKind, string>> = {
    unchanged: 'Nothing starts: no new version was applied.',
    promoted: 'The Service selects the new version.',
    rolledBack: 'The Service selects the old version again.',
    waiting: `The Service still selects the old version; of the other one ${fresh.available(now)} of ${fresh.size} pods are available.`,
  };
  const end = { what, reason: reasons[what] ?? '', phase: rows.at(-1)?.phase ?? 'Preview', t: rounded(now) };
  return { course: rows, end, exposure: meter.exposure(['nobody before the switch, everyone after it'], end.t), assumptions };
}

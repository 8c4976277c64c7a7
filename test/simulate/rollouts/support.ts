import { parseAllDocuments } from 'yaml';
import type { Manifest } from '../../../lib/manifest/manifest';
import { plansOf, type RolloutPlan } from '../../../lib/model/plan';
import type { Course, CourseRow } from '../../../lib/simulate/rollouts/course';
import { rollout } from '../../../lib/simulate/rollouts/rollout';

export function planFrom(...objects: readonly object[]): RolloutPlan {
  const [plan] = plansOf({ all: objects.map((manifest) => ({ manifest: manifest as Manifest, origin: {} })) });
  if (!plan) throw new Error('no plan');
  return plan;
}

export function planFromYaml(text: string): RolloutPlan {
  return planFrom(...parseAllDocuments(text).map((document) => document.toJS() as object));
}

export function play(objects: readonly object[], scenario: unknown = {}): Course {
  return rollout(planFrom(...objects), undefined, scenario);
}

/** The weights in their order, without repetitions: `100/0 80/20`. */
export function weights(course: Course): string {
  return runs(course, (row) => Object.values(row.weights).join('/'));
}

export function phases(course: Course): string {
  return runs(course, (row) => row.phase);
}

export function replicas(course: Course): string {
  return runs(course, (row) => Object.values(row.replicas).join('/'));
}

export function runs(course: Course, of: (row: CourseRow) => string): string {
  const seen: string[] = [];
  for (const row of course.course) {
    const text = of(row);
    if (seen.at(-1) !== text) seen.push(text);
  }
  return seen.join(' ');
}

import type { ArgoPlan } from '../../../lib/model/plan';
import type { Course, CourseRow } from '../../../lib/simulate/rollouts/course';

/** What is compared of a Rollout's course: all that does not depend on how fast pods start. */
export interface ArgoSummary {
  readonly phases: readonly string[];
  /** As the VirtualService has them, stable first. */
  readonly weights: readonly string[];
  /** At each pause: the step's index, and the pods wanted of each version. */
  readonly rests: readonly string[];
  /** Pods wanted of each version at the end. */
  readonly pods: string;
  /** The message at the end. */
  readonly end: string;
  /** Measurements that were not successful. */
  readonly checks: { readonly failed: number; readonly inconclusive: number; readonly error: number };
}

export const podsOf = ({ replicas }: CourseRow) => ['old', 'new', 'newer'].flatMap((version) => replicas[version] ?? []).join('/');

function runs(texts: readonly string[]): string[] {
  return texts.filter((text, i) => text !== texts[i - 1]);
}

/** The same of what was foretold. */
export function argoSummary(plan: ArgoPlan, { course, end }: Course): ArgoSummary {
  const none = { failed: 0, inconclusive: 0, error: 0 };
  if (end.what === 'refused') return { phases: [], weights: [], rests: [], pods: '', end: 'InvalidSpec', checks: none };
  const routed = plan.strategy.kind === 'canary' && plan.strategy.traffic;
  const outcomes = course.flatMap((row) => (row.checks ?? []).map((check) => check.why?.split(': ')[1]));
  const count = (outcome: string) => outcomes.filter((one) => one === outcome).length;
  const pauses = course.filter((row, i) => row.phase === 'Paused' && course[i - 1]?.phase !== 'Paused');
  const last = course.at(-1);
  return {
    phases: runs(course.map((row) => row.phase)),
    weights: routed ? runs(course.map((row) => `${row.weights.stable}/${row.weights.canary}`)) : [],
    rests: runs(pauses.map((row) => `${row.index ?? '-'}: ${podsOf(row)}`)),
    pods: last ? podsOf(last) : '',
    end: (last?.message ?? '').replace(/ReplicaSet "[^"]+"( \(\w+\))?/, 'ReplicaSet'),
    checks: { failed: count('Failed'), inconclusive: count('Inconclusive'), error: count('Error') },
  };
}

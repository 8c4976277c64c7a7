import type { Manifest } from '../../manifest/manifest';
import { at, boolean, list, number, pods, text, words } from './data';
import { idOf } from './objects';
import type { PlanBase, PlanProblem } from './types';

/** A Knative Service with its revisions. */
export interface KnativePlan extends PlanBase {
  readonly controller: 'knative';
  /** The stated split; empty means that all requests go to the latest ready revision. */
  readonly traffic: readonly KnativeTarget[];
  /** The name that the next revision will have, where the template states one. */
  readonly revision?: string;
  /** Pods a revision starts with before it counts as ready. */
  readonly initialScale: number;
  /** Seconds the new revision has to become ready, by default 600. */
  readonly progressDeadlineSeconds: number;
}

export interface KnativeTarget {
  /** Absent where it follows the latest ready revision. */
  readonly revision?: string;
  readonly tag?: string;
  readonly percent: number;
}

export function knativePlan(manifest: Manifest): KnativePlan {
  const spec = at(manifest, 'spec');
  const problems: PlanProblem[] = [];
  const traffic = list(at(spec, 'traffic')).map((target) => ({
    revision: boolean(at(target, 'latestRevision')) === true ? undefined : text(at(target, 'revisionName')),
    tag: text(at(target, 'tag')),
    percent: number(at(target, 'percent')) ?? 0,
  }));
  const total = traffic.reduce((sum, target) => sum + target.percent, 0);
  if (traffic.length > 0 && total !== 100)
    problems.push({
      path: 'spec.traffic',
      message: `The percents add up to ${total}; Knative's webhook takes only 100.`,
      effect: 'refused',
    });
  const annotations = at(spec, 'template', 'metadata', 'annotations');
  const stated = Number(
    words(at(annotations, 'autoscaling.knative.dev/initial-scale') ?? at(annotations, 'autoscaling.knative.dev/min-scale') ?? 1),
  );
  const scale = Math.max(1, pods(stated) ?? 1);
  return {
    controller: 'knative',
    object: idOf(manifest),
    service: manifest.metadata?.name ?? '',
    replicas: scale,
    problems,
    assumptions: ['Knative was not run: its course is taken from its documentation.'],
    traffic,
    revision: text(at(spec, 'template', 'metadata', 'name')),
    initialScale: scale,
    progressDeadlineSeconds: 600,
  };
}

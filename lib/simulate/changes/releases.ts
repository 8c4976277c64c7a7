import type { Manifest } from '../../manifest/manifest';
import { at, textAt } from '../../model/loose';
import type { ReleaseModel } from '../../model/model';
import type { RolloutPlan } from '../../model/plan';
import type { Course } from '../rollouts/course';
import { rollout } from '../rollouts/rollout';

/** A release that a change of the manifests starts, and how it goes while the new version is good. */
export interface StartedRelease {
  readonly plan: RolloutPlan;
  readonly course: Course;
}

/** The releases that a change starts: those of workloads that were there before and whose pods are made otherwise now. */
export function startedReleases(before: ReleaseModel, after: ReleaseModel): StartedRelease[] {
  return after.plans.flatMap((plan) => {
    const [old, now] = [madeFrom(before, plan), madeFrom(after, plan)];
    return old === undefined || old === now ? [] : [{ plan, course: rollout(plan, undefined, {}) }];
  });
}

/** What the pods of a plan are made from, as text that differs when they have to be made anew. */
function madeFrom({ objects }: ReleaseModel, { object, controller }: RolloutPlan): string | undefined {
  const manifest = objects.get(object)?.manifest;
  if (!manifest) return undefined;
  if (controller === 'service') return JSON.stringify(at(manifest, 'spec', 'selector'));
  const reference = at(manifest, 'spec', controller === 'flagger' ? 'targetRef' : 'workloadRef');
  const workload = reference === undefined ? manifest : referred(objects, manifest, reference);
  return workload && JSON.stringify(at(workload, 'spec', 'template'));
}

function referred(objects: ReleaseModel['objects'], { metadata }: Manifest, reference: unknown): Manifest | undefined {
  const [kind, name] = [textAt(reference, 'kind'), textAt(reference, 'name')];
  return kind && name ? objects.get({ group: 'apps', kind, namespace: metadata.namespace ?? '', name })?.manifest : undefined;
}

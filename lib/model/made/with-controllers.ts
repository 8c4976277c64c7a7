import { indexOf } from '../objects';
import type { SourcedManifest } from '../sourced';
import { argoObjects } from './argo';
import { flaggerObjects } from './flagger';
import { knativeObjects } from './knative';
import { replaced } from './made';

/** How far the releases of controllers are. */
export interface ReleaseState {
  /** The weight of the new version in percent: 0 before and after a release. */
  readonly weight: number;
}

/**
 * The manifests as the cluster will hold them once the controllers have done their part: the objects that Flagger and Knative make,
 * and the weights, selectors and subsets that Argo Rollouts writes.
 */
export function withControllers(manifests: readonly SourcedManifest[], state: ReleaseState = { weight: 0 }): SourcedManifest[] {
  const weight = Math.min(100, Math.max(0, state.weight));
  return [flaggerObjects, argoObjects, knativeObjects].reduce<readonly SourcedManifest[]>(
    (objects, make) => replaced(objects, make(indexOf(objects), weight)),
    manifests,
  ) as SourcedManifest[];
}

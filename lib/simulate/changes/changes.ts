import { withControllers } from '../../model/made/with-controllers';
import { modelOf } from '../../model/model-of';
import type { SourcedManifest } from '../../model/sourced';
import { routingModel } from '../requests/routing-model';
import { type ObjectChange, objectChanges } from './objects';
import { type StartedRelease, startedReleases } from './releases';
import { type TrafficChange, trafficChanges } from './traffic';

/** What applying one set of manifests over another does. */
export interface Changes {
  readonly objects: readonly ObjectChange[];
  /** Requests that meet other versions, once every release has ended. */
  readonly traffic: readonly TrafficChange[];
  /** Releases that start. */
  readonly releases: readonly StartedRelease[];
}

/** Pure: two sets of manifests in, what differs in terms of objects, requests and releases out. */
export function changesBetween(before: readonly SourcedManifest[], after: readonly SourcedManifest[]): Changes {
  const objects = objectChanges(before, after);
  if (objects.length === 0) return { objects, traffic: [], releases: [] };
  return {
    objects,
    traffic: trafficChanges(routingModel(withControllers(before)), routingModel(withControllers(after))),
    releases: startedReleases(modelOf(before), modelOf(after)),
  };
}

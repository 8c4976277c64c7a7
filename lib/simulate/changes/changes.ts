import { identityKey, identityOf } from '../../manifest/manifest';
import type { Dropped } from '../../model/istio/model';
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
  /** Objects of the new set that are not taken: what the cluster has of them stays as it is. */
  readonly refused: readonly Dropped[];
}

/** Pure: two sets of manifests in, what differs in terms of objects, requests and releases out. */
export function changesBetween(before: readonly SourcedManifest[], after: readonly SourcedManifest[]): Changes {
  const objects = objectChanges(before, after);
  if (objects.length === 0) return { objects, traffic: [], releases: [], refused: [] };
  const refused = routingModel(after).istio.dropped.filter(({ effect }) => effect === 'refused');
  return {
    objects,
    traffic: trafficChanges(routingModel(withControllers(before)), routingModel(withControllers(applied(before, after, refused)))),
    releases: startedReleases(modelOf(before), modelOf(after)),
    refused,
  };
}

/** What the cluster has after the apply: of refused objects what it had before. */
function applied(before: readonly SourcedManifest[], after: readonly SourcedManifest[], refused: readonly Dropped[]): SourcedManifest[] {
  const bad = new Set(refused.map(({ object }) => object));
  const old = new Map(before.map((object) => [identityKey(identityOf(object.manifest)), object]));
  return after.flatMap((object) => (bad.has(object) ? (old.get(identityKey(identityOf(object.manifest))) ?? []) : object));
}

import { groupOf, type Manifest } from '../../manifest/manifest';
import { isMap } from './json-patch';

/** One line of `replicas`: every workload of this name gets the count. */
export interface ReplicaCount {
  readonly name: string;
  readonly count: number;
}

/** The kinds that kustomize's replicas transformer changes; it takes no others. */
const SCALED = new Set(['apps/Deployment', 'apps/ReplicaSet', 'apps/StatefulSet', '/ReplicationController']);

/** The changes of replicas that kustomize's transformer expresses exactly: it changes every workload of a name, in every namespace. */
export function replicaCounts(pairs: readonly { readonly from: Manifest; readonly to: Manifest }[]): ReplicaCount[] {
  const byName = new Map<string, (typeof pairs)[number][]>();
  for (const pair of pairs) {
    if (!isScaled(pair.from)) continue;
    const { name } = pair.from.metadata;
    byName.set(name, [...(byName.get(name) ?? []), pair]);
  }
  const counts: ReplicaCount[] = [];
  for (const [name, same] of byName) {
    const count = replicasOf(same[0]?.to);
    if (count === undefined || same.every(({ from }) => replicasOf(from) === count)) continue;
    if (same.every(({ from, to }) => replicasOf(from) !== undefined && replicasOf(to) === count)) counts.push({ name, count });
  }
  return counts.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** What the transformer makes of an object. */
export function withReplicas(manifest: Manifest, counts: ReadonlyMap<string, number>): Manifest {
  const count = isScaled(manifest) ? counts.get(manifest.metadata.name) : undefined;
  return count === undefined ? manifest : { ...manifest, spec: { ...(manifest.spec as object), replicas: count } };
}

function isScaled({ apiVersion, kind }: Manifest): boolean {
  return SCALED.has(`${groupOf(apiVersion)}/${kind}`);
}

function replicasOf(manifest: Manifest | undefined): number | undefined {
  const spec = manifest?.spec;
  return isMap(spec) && typeof spec.replicas === 'number' ? spec.replicas : undefined;
}

import { groupOf, identityOf, type ObjectId } from '../manifest/manifest';
import { textAt } from './loose';
import type { ObjectIndex } from './model';
import type { SourcedManifest } from './sourced';

/** kubectl's namespace for objects that name none. */
export const DEFAULT_NAMESPACE = 'default';

export function namespaceOf(object: SourcedManifest): string {
  return object.manifest.metadata.namespace || DEFAULT_NAMESPACE;
}

/** Indexes objects by kind and by identity; of two with one identity the last counts, as after an apply. */
export function indexOf(all: readonly SourcedManifest[]): ObjectIndex {
  const kinds = new Map<string, SourcedManifest[]>();
  const identities = new Map<string, SourcedManifest>();
  for (const object of all) {
    const key = `${groupOf(object.manifest.apiVersion)}/${object.manifest.kind}`;
    const known = kinds.get(key);
    if (known) known.push(object);
    else kinds.set(key, [object]);
    identities.set(keyOf(identityOf(object.manifest)), object);
  }
  return {
    all,
    ofKind: (group, kind) => kinds.get(`${group}/${kind}`) ?? [],
    get: (id) => identities.get(keyOf(id)),
  };
}

/** Text that is equal for two identities of one object, whether they write the default namespace or leave it out. */
function keyOf({ group, kind, namespace, name }: ObjectId): string {
  return `${group}/${kind}/${namespace || DEFAULT_NAMESPACE}/${name}`;
}

/** Older first, then by name and namespace: the order in which Istio lets objects of one purpose win. */
export function byCreation(a: SourcedManifest, b: SourcedManifest): number {
  return (
    compare(createdAt(a), createdAt(b)) ||
    compare(a.manifest.metadata.name, b.manifest.metadata.name) ||
    compare(namespaceOf(a), namespaceOf(b))
  );
}

/** Files carry no creation time as a rule: then all count as created at this one moment, and the order is by name. */
const UNDATED = Date.UTC(2025, 0, 1);

export function createdAt(object: SourcedManifest): number {
  return isDated(object) ? creationTime(object) : UNDATED;
}

export function isDated(object: SourcedManifest): boolean {
  return !Number.isNaN(creationTime(object));
}

function creationTime(object: SourcedManifest): number {
  return Date.parse(textAt(object.manifest, 'metadata', 'creationTimestamp') ?? '');
}

export function compare(a: string | number, b: string | number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

import { describeId, identityKey, identityOf, type ObjectId } from '../../manifest/manifest';
import type { SourcedManifest } from '../../model/sourced';

/** What a change does to one object. */
export interface ObjectChange {
  readonly change: 'created' | 'changed' | 'deleted';
  readonly object: ObjectId;
}

const ORDER = { deleted: 0, changed: 1, created: 2 } as const;

/** The objects that differ between two sets of manifests: deleted, then changed, then created ones, by name. */
export function objectChanges(before: readonly SourcedManifest[], after: readonly SourcedManifest[]): ObjectChange[] {
  const [old, now] = [byIdentity(before), byIdentity(after)];
  const changes: ObjectChange[] = [];
  for (const [key, { object, text }] of now) {
    const known = old.get(key);
    if (!known) changes.push({ change: 'created', object });
    else if (known.text !== text) changes.push({ change: 'changed', object });
  }
  for (const [key, { object }] of old) if (!now.has(key)) changes.push({ change: 'deleted', object });
  const sortKey = ({ change, object }: ObjectChange) => `${ORDER[change]} ${describeId(object)}`;
  return changes.sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));
}

function byIdentity(manifests: readonly SourcedManifest[]): Map<string, { object: ObjectId; text: string }> {
  return new Map(
    manifests.map(({ manifest }) => {
      const object = identityOf(manifest);
      return [identityKey(object), { object, text: JSON.stringify(sorted(manifest)) }];
    }),
  );
}

/** The order of fields says nothing, that of lists does. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, field]) => [key, sorted(field)]),
  );
}

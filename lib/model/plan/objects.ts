import { groupOf, type Manifest, type ObjectId } from '../../manifest/manifest';
import type { SourcedManifest } from '../sourced';

/** All that the readers of plans need of a set of objects. */
export interface PlanObjects {
  readonly all: readonly SourcedManifest[];
}

/** Look-ups of the objects that a plan refers to. */
export class Objects {
  private readonly byKind = new Map<string, Manifest[]>();

  constructor(objects: PlanObjects) {
    for (const { manifest } of objects.all) {
      const key = `${groupOf(manifest.apiVersion)}/${manifest.kind}`;
      const list = this.byKind.get(key);
      if (list) list.push(manifest);
      else this.byKind.set(key, [manifest]);
    }
  }

  ofKind(group: string, kind: string): readonly Manifest[] {
    return this.byKind.get(`${group}/${kind}`) ?? [];
  }

  /** An object by name; one that states no namespace is in whatever namespace it is applied to. */
  find(group: string, kind: string, namespace: string, name: string): Manifest | undefined {
    const named = this.ofKind(group, kind).filter((one) => one.metadata?.name === name);
    return named.find((one) => (one.metadata.namespace ?? '') === namespace) ?? named.find((one) => !one.metadata.namespace || !namespace);
  }
}

export function idOf(manifest: Manifest): ObjectId {
  const { name, namespace } = manifest.metadata ?? {};
  return { group: groupOf(manifest.apiVersion), kind: manifest.kind, namespace: namespace ?? '', name: name ?? '' };
}

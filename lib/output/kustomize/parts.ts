import type { SourcedManifest } from '../../model/sourced';
import type { FactsOf } from '../facts';

/** The folders of the parts that can be applied one after the other, in that order: `001-shared`, `002-v1`, `003-v2`, `004-routing`. */
export function partsOf(manifests: readonly SourcedManifest[], factsOf: FactsOf): string[] {
  const stages = new Map<string, number>();
  for (const { manifest } of manifests) {
    const { part, stage } = factsOf(manifest);
    // What belongs to a version comes after what all versions share.
    const order = part === 'shared' ? Math.min(stage, 0) : stage;
    stages.set(part, Math.max(stages.get(part) ?? 0, order));
  }
  return [...stages]
    .sort(([a, stageOfA], [b, stageOfB]) => stageOfA - stageOfB || (a < b ? -1 : 1))
    .map(([part], index) => `${String(index + 1).padStart(3, '0')}-${part}`);
}

/** The objects of a part. */
export function inPart(manifests: readonly SourcedManifest[], part: string, factsOf: FactsOf): SourcedManifest[] {
  return manifests.filter(({ manifest }) => part.slice(part.indexOf('-') + 1) === factsOf(manifest).part);
}

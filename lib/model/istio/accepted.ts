import type { SourcedManifest } from '../sourced';
import type { Dropped } from './model';
import type { Refusal } from './refusal';

/** The objects that Istio's webhook takes; the others are dropped. */
export function accepted(
  objects: readonly SourcedManifest[],
  refusalOf: (object: SourcedManifest) => Refusal | undefined,
  drop: (dropped: Dropped) => void,
): SourcedManifest[] {
  return objects.filter((object) => {
    const refusal = refusalOf(object);
    if (refusal) drop({ object, ...refusal, effect: 'refused' });
    return !refusal;
  });
}

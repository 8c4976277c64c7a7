import { validateSchema } from '../../check/schema/validate';
import type { Dropped } from '../../model/istio/model';
import type { ReleaseModel } from '../../model/model';
import { modelOf } from '../../model/model-of';
import type { SourcedManifest } from '../../model/sourced';

const ROUTING = /^(?:networking\.istio\.io|security\.istio\.io|gateway\.networking\.k8s\.io)\//;

/**
 * The model that requests are answered from: what the API server refuses of the objects that route requests never gets to Istio. It is left out, and
 * stands first among what is dropped.
 */
export function routingModel(manifests: readonly SourcedManifest[]): ReleaseModel {
  const refused: Dropped[] = [];
  const taken = manifests.filter((object) => {
    const refusal = ROUTING.test(object.manifest.apiVersion) ? refusalOf(object) : undefined;
    if (refusal) refused.push(refusal);
    return !refusal;
  });
  return modelOf(taken, refused);
}

function refusalOf(object: SourcedManifest): Dropped | undefined {
  const [problem] = validateSchema(object.manifest);
  if (!problem) return undefined;
  const { path, message } = problem;
  return { object, path, reason: `${path.join('.')}: ${message}`, effect: 'refused', by: 'the API server' };
}

import { groupOf, type Manifest } from '../manifest/manifest';
import { modelOf } from '../model/model-of';
import type { SourcedManifest } from '../model/sourced';
import type { FactsOf, HealthExpressions } from '../output/facts';
import { controllerFields } from './controller-fields';

// Routes come last and subsets before them: a route to a subset that is not there yet answers 503.
const ROUTES = new Set([
  'networking.istio.io/VirtualService',
  'gateway.networking.k8s.io/HTTPRoute',
  'gateway.networking.k8s.io/GRPCRoute',
]);
const BEFORE_ROUTES = new Set([
  'networking.istio.io/DestinationRule',
  'networking.istio.io/Gateway',
  'gateway.networking.k8s.io/Gateway',
  'flagger.app/Canary',
]);
const CLUSTER_WIDE_FIRST = new Set(['/Namespace', 'apiextensions.k8s.io/CustomResourceDefinition']);

/** See https://docs.flagger.app/usage/how-it-works#canary-status and https://argo-rollouts.readthedocs.io/en/stable/features/kustomize */
const HEALTH: { readonly [kind: string]: HealthExpressions } = {
  'flagger.app/Canary': {
    current: "status.phase in ['Initialized', 'Succeeded']",
    failed: "status.phase == 'Failed'",
  },
  // A pause may last for days: it is a state to be in, not one to wait for the end of.
  'argoproj.io/Rollout': { current: "status.phase in ['Healthy', 'Paused']", failed: "status.phase == 'Degraded'" },
};

/** What outputs need to know of the objects of an environment. */
export function factsOf(manifests: readonly SourcedManifest[]): FactsOf {
  const model = modelOf(manifests);
  return (manifest) => {
    const kind = `${groupOf(manifest.apiVersion)}/${manifest.kind}`;
    const stage = ROUTES.has(kind) ? 3 : BEFORE_ROUTES.has(kind) ? 2 : CLUSTER_WIDE_FIRST.has(kind) ? 0 : 1;
    return { stage, part: partOf(manifest, stage), controllerFields: controllerFields(model, manifest), health: HEALTH[kind] };
  };
}

function partOf({ metadata }: Manifest, stage: number): string {
  if (stage >= 2) return 'routing';
  const version = metadata.labels?.version;
  return version ? version.toLowerCase() : 'shared';
}

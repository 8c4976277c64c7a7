import { groupOf, identityOf, type Manifest } from '../manifest/manifest';
import type { ReleaseModel } from '../model/model';
import { modelOf } from '../model/model-of';
import type { SourcedManifest } from '../model/sourced';
import type { FactsOf, HealthExpressions } from '../output/facts';

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
  'argoproj.io/Rollout': { current: "status.phase == 'Healthy'", failed: "status.phase == 'Degraded'" },
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

/** The narrowest jq paths of what controllers write into an object. */
function controllerFields(model: ReleaseModel, manifest: Manifest): string[] {
  const paths = model.ownersOf(identityOf(manifest)).flatMap((owner) => {
    if (owner.fields === 'all') return ['.metadata.annotations', '.metadata.labels', '.spec'];
    if (owner.controller !== 'argo-rollouts') return owner.fields.map((field) => `.${field}`);
    return owner.fields.flatMap((field) => argoField(field, model.objects.get(owner.by)?.manifest));
  });
  return [...new Set(paths)];
}

/** Argo Rollouts writes the weights of the routes that its Rollout names, and adds a hash to selectors and subsets. */
function argoField(field: string, rollout: Manifest | undefined): string[] {
  const hash = '["rollouts-pod-template-hash"]';
  if (field === 'spec.subsets') return [`.spec.subsets[].labels${hash}`];
  if (field !== 'spec.http') return [`.${field.replace('.rollouts-pod-template-hash', hash)}`];
  const routes = routesOf(rollout);
  if (routes.length === 0) return ['.spec.http[].route[].weight'];
  return routes.map((name) => `.spec.http[] | select(.name == ${JSON.stringify(name)}) | .route[].weight`);
}

function routesOf(rollout: Manifest | undefined): string[] {
  type Routing = { virtualService?: { routes?: unknown }; virtualServices?: readonly { routes?: unknown }[] };
  const spec = rollout?.spec as { strategy?: { canary?: { trafficRouting?: { istio?: Routing } } } } | undefined;
  const istio = spec?.strategy?.canary?.trafficRouting?.istio;
  const all = [istio?.virtualService, ...(Array.isArray(istio?.virtualServices) ? istio.virtualServices : [])];
  return all.flatMap((each) =>
    Array.isArray(each?.routes) ? each.routes.filter((name: unknown): name is string => typeof name === 'string') : [],
  );
}

import { identityOf, type Manifest } from '../manifest/manifest';
import { has, listAt, textAt, textsAt } from '../model/loose';
import type { Owner, ReleaseModel } from '../model/model';
import type { ControllerField } from '../output/facts';

/** What controllers write into an object, as narrow as can be said. */
export function controllerFields(model: ReleaseModel, manifest: Manifest): ControllerField[] {
  const fields = model.ownersOf(identityOf(manifest)).flatMap((owner) => fieldsOf(owner, manifest, model));
  return [...new Map(fields.map((field) => [field.jq, field])).values()];
}

function fieldsOf(owner: Owner, manifest: Manifest, model: ReleaseModel): ControllerField[] {
  if (owner.fields === 'all') return ['metadata.annotations', 'metadata.labels', 'spec'].map((path) => plainField(path, manifest));
  if (owner.controller !== 'argo-rollouts') return owner.fields.map((path) => plainField(path, manifest));
  return owner.fields.flatMap((path) => argoField(path, manifest, model.objects.get(owner.by)?.manifest));
}

function plainField(path: string, manifest: Manifest): ControllerField {
  const steps = path.split('.');
  return { jq: `.${path}`, pointers: has(manifest, ...steps) ? [`/${steps.join('/')}`] : [] };
}

const HASH = 'rollouts-pod-template-hash';

/** Argo Rollouts adds a hash to selectors and subsets, and writes the weights of the routes that its Rollout names. */
function argoField(path: string, manifest: Manifest, rollout: unknown): ControllerField[] {
  switch (path) {
    // A selector and a list of subsets are replaced as a whole when they are applied.
    case `spec.selector.${HASH}`:
      return [{ jq: `.spec.selector[${JSON.stringify(HASH)}]`, pointers: ['/spec/selector'] }];
    case 'spec.subsets':
      return [{ jq: `.spec.subsets[].labels[${JSON.stringify(HASH)}]`, pointers: ['/spec/subsets'] }];
    case 'spec.http':
      return istioRoutes(manifest, rollout);
    case 'spec.rules':
      return gatewayRules(manifest, rollout);
    default:
      return [plainField(path, manifest)];
  }
}

const CANARY = ['spec', 'strategy', 'canary'];
const ISTIO = [...CANARY, 'trafficRouting', 'istio'];

/** The weights of the named routes, or of the only one; and the routes that steps add to the list. */
function istioRoutes(manifest: Manifest, rollout: unknown): ControllerField[] {
  const several = listAt(rollout, ...ISTIO, 'virtualServices').filter(
    (one) => textAt(one, 'name')?.split('/').at(-1) === manifest.metadata.name,
  );
  const named = [...textsAt(rollout, ...ISTIO, 'virtualService', 'routes'), ...several.flatMap((one) => textsAt(one, 'routes'))];
  const added = managedRoutes(rollout);
  const pointers = listAt(manifest, 'spec', 'http').flatMap((route, index) =>
    named.length === 0 || named.includes(textAt(route, 'name') ?? '') ? weightsIn(route, 'route', `/spec/http/${index}`) : [],
  );
  const chosen = (name: string) => `.spec.http[] | select(.name == ${JSON.stringify(name)})`;
  const weights = named.length === 0 ? ['.spec.http[].route[].weight'] : named.map((name) => `${chosen(name)} | .route[].weight`);
  // Added routes stand first and so move the others: then only the whole list can be told by a pointer.
  return [...weights, ...added.map(chosen)].map((jq) => ({ jq, pointers: added.length > 0 ? ['/spec/http'] : pointers }));
}

/** The weights of the Services of the release; and the rules for the new version alone that steps add to the list. */
function gatewayRules(manifest: Manifest, rollout: unknown): ControllerField[] {
  const services = ['stableService', 'canaryService'].flatMap((field) => textAt(rollout, ...CANARY, field) ?? []);
  if (services.length === 0) return [{ jq: '.spec.rules[].backendRefs[].weight', pointers: ['/spec/rules'] }];
  const isOf = services.map((name) => `.name == ${JSON.stringify(name)}`).join(' or ');
  const added = managedRoutes(rollout).length > 0;
  const pointers = listAt(manifest, 'spec', 'rules').flatMap((rule, index) =>
    weightsIn(rule, 'backendRefs', `/spec/rules/${index}`, services),
  );
  const weights = `.spec.rules[].backendRefs[] | select(${isOf}) | .weight`;
  const alone = `.spec.rules[] | select(.backendRefs | all(.name == ${JSON.stringify(services.at(-1))}))`;
  return [weights, ...(added ? [alone] : [])].map((jq) => ({ jq, pointers: added ? ['/spec/rules'] : pointers }));
}

function managedRoutes(rollout: unknown): string[] {
  return listAt(rollout, ...CANARY, 'trafficRouting', 'managedRoutes').flatMap((route) => textAt(route, 'name') ?? []);
}

function weightsIn(route: unknown, list: string, pointer: string, names?: readonly string[]): string[] {
  return listAt(route, list).flatMap((each, index) =>
    has(each, 'weight') && (names?.includes(textAt(each, 'name') ?? '') ?? true) ? [`${pointer}/${list}/${index}/weight`] : [],
  );
}

import { at, entriesAt, textAt } from '../../../model/loose';
import type { ReleaseModel } from '../../../model/model';
import { namespaceOf } from '../../../model/objects';
import { describe } from '../answer';
import { assumed, type Limit } from './limit';

/** Flagger's providers whose objects are known here. */
const PROVIDERS = /^(?:istio|kubernetes|gatewayapi.*|)$/;
/** Argo Rollouts' traffic routers whose objects are known here. */
const ROUTERS = new Set(['istio', 'managedRoutes', 'maxTrafficWeight']);

/** Releases that split requests by something else than Istio, Gateway API or the number of pods. */
export function controllersLimit({ objects }: ReleaseModel): Limit | undefined {
  const releases = new Map<string, string>();
  for (const canary of objects.ofKind('flagger.app', 'Canary')) {
    const spec = at(canary.manifest, 'spec');
    const provider = textAt(spec, 'provider') ?? '';
    if (PROVIDERS.test(provider)) continue;
    const name = textAt(spec, 'service', 'name') ?? textAt(spec, 'targetRef', 'name') ?? '';
    for (const suffix of ['', '-primary', '-canary'])
      releases.set(`${namespaceOf(canary)}/${name}${suffix}`, `${describe(canary)} splits requests by ${provider}`);
  }
  for (const rollout of objects.ofKind('argoproj.io', 'Rollout')) {
    const canary = at(rollout.manifest, 'spec', 'strategy', 'canary');
    const foreign = entriesAt(canary, 'trafficRouting').flatMap(([router]) => (ROUTERS.has(router) ? [] : [router]));
    if (foreign.length === 0) continue;
    for (const field of ['stableService', 'canaryService'])
      releases.set(`${namespaceOf(rollout)}/${textAt(canary, field)}`, `${describe(rollout)} splits requests by ${foreign.join(', ')}`);
  }
  if (releases.size === 0) return undefined;
  return ({ answer }) =>
    assumed(
      new Set(
        answer.destinations.flatMap(({ namespace, service }) => {
          const reason = releases.get(`${namespace}/${service}`);
          return reason ? [`the request does not pass what releases it: ${reason}, which is not followed here`] : [];
        }),
      ),
    );
}

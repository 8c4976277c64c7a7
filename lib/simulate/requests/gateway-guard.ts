import type { AuthorizationPolicy } from '../../model/istio/authorization';
import { selects } from '../../model/labels';
import { at, has, labelsAt, listAt, textAt } from '../../model/loose';
import type { ReleaseModel } from '../../model/model';
import { namespaceOf } from '../../model/objects';
import type { SourcedManifest } from '../../model/sourced';
import { type Chain, describe, ownAnswer, unknownAnswer } from './answer';
import { authorize } from './authorization';
import type { Incoming } from './incoming';
import { type Entry, holdsFor, ROOT_NAMESPACE } from './limits/limit';
import type { RouteAnswer } from './request';

/** What decides at a gateway before any route is looked at: AuthorizationPolicies and tokens. */
export class GatewayGuard {
  private readonly policies: readonly AuthorizationPolicy[];
  private readonly doubtful: readonly AuthorizationPolicy[];
  private readonly tokens: SourcedManifest | undefined;

  constructor({ istio, objects, workloads }: ReleaseModel, entry: Entry, gateway: SourcedManifest) {
    const { namespace, labels } = entry;
    const known = workloads.some(({ id, podLabels }) => id.namespace === namespace && podLabels === labels);
    const foreign = gateway.manifest.apiVersion.startsWith('gateway.networking.k8s.io');
    this.policies = istio.authorizationPolicies.filter((policy) =>
      policy.targets.length > 0 ? foreign && targets(policy, gateway) : holdsFor(policy, namespace, labels),
    );
    this.doubtful =
      known || foreign
        ? []
        : istio.authorizationPolicies.filter(
            (policy) => policy.targets.length === 0 && !this.policies.includes(policy) && mayHold(policy, entry),
          );
    this.tokens = objects.ofKind('security.istio.io', 'RequestAuthentication').find((object) => {
      const spec = at(object.manifest, 'spec');
      const selector = has(spec, 'selector') ? labelsAt(spec, 'selector', 'matchLabels') : undefined;
      const names = [at(spec, 'targetRef'), ...listAt(spec, 'targetRefs')].map((target) => textAt(target, 'name'));
      if (names.some((name) => name !== undefined)) return names.includes(gateway.manifest.metadata.name);
      return holdsFor({ namespace: namespaceOf(object), selector }, namespace, labels);
    });
  }

  /** The answer to a request that does not pass, or of which nobody can tell. */
  refusal(request: Incoming, chain: Chain): RouteAnswer | undefined {
    const token = this.tokens !== undefined && request.headers.has('authorization');
    const verdict = authorize(this.policies, request, token);
    if (verdict.kind === 'denied') {
      chain.add('action', `answers 403: ${verdict.reason}`, { object: verdict.object });
      return ownAnswer(chain, 403, request);
    }
    const [doubt] = this.doubtful;
    if (doubt)
      return unknownAnswer(
        chain,
        `${describe(doubt.object)} may hold for the gateway: its pods, and so their labels, are not in the manifests`,
      );
    if (verdict.kind === 'unknown') return unknownAnswer(chain, verdict.reason);
    return token && this.tokens
      ? unknownAnswer(chain, `${describe(this.tokens)} looks at the token: a bad one is answered with 401`)
      : undefined;
  }
}

function targets({ targets: named, namespace }: AuthorizationPolicy, gateway: SourcedManifest): boolean {
  return named.some(({ kind, name }) =>
    kind === 'GatewayClass'
      ? namespace === ROOT_NAMESPACE && name === textAt(gateway.manifest, 'spec', 'gatewayClassName')
      : kind === 'Gateway' && name === gateway.manifest.metadata.name && namespace === namespaceOf(gateway),
  );
}

/** Whether pods with further labels could be meant. */
function mayHold({ namespace, selector = {} }: AuthorizationPolicy, { namespace: own, labels }: Entry): boolean {
  const contradicts = Object.entries(selector).some(([key, value]) => Object.hasOwn(labels, key) && labels[key] !== value);
  return namespace === own && !contradicts && !selects(selector, labels);
}

import { at, has, labelsAt, textAt } from '../../../model/loose';
import type { ReleaseModel, Workload } from '../../../model/model';
import { namespaceOf } from '../../../model/objects';
import { describe } from '../answer';
import { holdsFor, type Limit, unmodelled } from './limit';

/** What decides at the pods, in front of the application: AuthorizationPolicies, tokens, and clients without a sidecar. */
export function podsLimit({ objects, istio }: ReleaseModel): Limit | undefined {
  const policies = istio.authorizationPolicies.filter(({ targets }) => targets.length === 0);
  const tokens = objects.ofKind('security.istio.io', 'RequestAuthentication').map((object) => {
    const spec = at(object.manifest, 'spec');
    const selector = has(spec, 'selector') ? labelsAt(spec, 'selector', 'matchLabels') : undefined;
    return { object, selector, namespace: namespaceOf(object) };
  });
  if (policies.length + tokens.length === 0) return undefined;
  return ({ request, workloads }) => {
    const reaches = (one: Parameters<typeof holdsFor>[0]) =>
      workloads.some(({ id, podLabels }: Workload) => holdsFor(one, id.namespace, podLabels));
    const sent = request.headers.has('authorization');
    return unmodelled([
      ...policies
        .filter(reaches)
        .map(({ object, action }) => `${describe(object)} (${action}) decides at the pods whether they answer, or 403 comes back`),
      ...tokens
        .filter((one) => sent && reaches(one))
        .map(({ object }) => `${describe(object)} looks at the token: a bad one is answered with 401`),
    ]);
  };
}

/** Pods that ask for no sidecar: what they send goes to the Service's pods, whatever routes say. */
export function plainClientsLimit({ workloads, objects }: ReleaseModel): Limit | undefined {
  const strict = objects
    .ofKind('security.istio.io', 'PeerAuthentication')
    .filter((object) => textAt(object.manifest, 'spec', 'mtls', 'mode') === 'STRICT');
  const plain = workloads.filter(isPlain);
  if (plain.length === 0) return undefined;
  return ({ entry, workloads: reached }) => {
    const client =
      entry.kind === 'sidecar' && plain.find(({ id, podLabels }) => id.namespace === entry.namespace && podLabels === entry.labels);
    const texts = client ? [`the pods of ${client.id.name} have no sidecar (sidecar.istio.io/inject): they go past all routes`] : [];
    const guarded = strict.filter((object) =>
      reached.some(({ id, podLabels }) => {
        const spec = at(object.manifest, 'spec');
        const selector = has(spec, 'selector') ? labelsAt(spec, 'selector', 'matchLabels') : undefined;
        return holdsFor({ namespace: namespaceOf(object), selector }, id.namespace, podLabels);
      }),
    );
    return unmodelled(client ? [...texts, ...guarded.map((object) => `${describe(object)} refuses clients without a sidecar`)] : texts);
  };
}

function isPlain({ object, podLabels }: Workload): boolean {
  const annotation = textAt(object.manifest, 'spec', 'template', 'metadata', 'annotations', 'sidecar.istio.io/inject');
  return (podLabels['sidecar.istio.io/inject'] ?? annotation) === 'false';
}

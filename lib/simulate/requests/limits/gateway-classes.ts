import { textAt } from '../../../model/loose';
import type { ReleaseModel } from '../../../model/model';
import { namespaceOf } from '../../../model/objects';
import { assumed, type Limit } from './limit';

/** The classes that Istio serves. */
const ISTIO = new Set(['istio', 'istio-remote', 'istio-waypoint', 'istio-east-west']);

/** Gateways of other implementations of Gateway API: answered as Istio would. */
export function gatewayClassLimit({ objects }: ReleaseModel): Limit | undefined {
  const foreign = new Map(
    objects.ofKind('gateway.networking.k8s.io', 'Gateway').flatMap((object): [string, string][] => {
      const name = textAt(object.manifest, 'spec', 'gatewayClassName') ?? 'istio';
      return ISTIO.has(name) ? [] : [[`${namespaceOf(object)}/${object.manifest.metadata.name}`, name]];
    }),
  );
  if (foreign.size === 0) return undefined;
  return ({ entry }) => {
    const name = entry.gateway === undefined ? undefined : foreign.get(entry.gateway);
    return assumed(name === undefined ? [] : [`gateways of the class ${name} route as Istio does`]);
  };
}

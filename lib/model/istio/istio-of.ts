import { gatewayApiOf } from '../gateway-api/gateway-api-of';
import type { ObjectIndex, Service, Workload } from '../model';
import { compare, createdAt, isDated } from '../objects';
import { authorizationPoliciesOf } from './authorization';
import { DestinationRules } from './destination-rules';
import { istioServersOf } from './gateways';
import { registryOf } from './hosts-of';
import type { Dropped, IstioModel } from './model';
import { sidecarsOf } from './sidecars';
import type { VirtualService } from './virtual-service';
import { virtualServicesOf } from './virtual-services';

/** The routing objects of a set of manifests, as Istio's control plane reads them. */
export function istioOf(
  objects: ObjectIndex,
  services: readonly Service[],
  workloads: readonly Workload[],
  refused: readonly Dropped[],
): IstioModel {
  const dropped = [...refused];
  const drop = (one: Dropped) => void dropped.push(one);
  const registry = registryOf(objects, services, workloads, drop);
  const gatewayApi = gatewayApiOf(objects, registry, drop);
  return {
    registry,
    virtualServices: [...virtualServicesOf(objects, drop), ...gatewayApi.virtualServices].sort(byAge),
    destinationRules: new DestinationRules(objects, drop),
    servers: [...istioServersOf(objects, drop), ...gatewayApi.servers],
    sidecars: sidecarsOf(objects, drop),
    authorizationPolicies: authorizationPoliciesOf(objects),
    dropped,
  };
}

/** Oldest first. Of objects without a creation time HTTPRoutes come before VirtualServices: what Istio was seen to do. */
function byAge(a: VirtualService, b: VirtualService): number {
  return compare(age(a), age(b)) || compare(a.name, b.name) || compare(a.namespace, b.namespace);
}

function age({ object, semantics }: VirtualService): number {
  return semantics === 'gateway-api' && !isDated(object) ? Number.NEGATIVE_INFINITY : createdAt(object);
}

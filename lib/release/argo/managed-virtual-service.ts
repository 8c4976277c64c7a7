import type { TreeObject } from '../../manifest/tree';
import { serviceLabels } from '../../service/labels';
import type { Microservice } from '../../service/microservice';
import { gatewayNames } from '../../traffic/istio/http-match';
import { MANAGED_ROUTE } from './managed-route';
import type { ManagedVirtualService } from './traffic';

/**
 * VirtualServices that hold nothing but the managed route with its two destinations, so that whoever compares them with the repository can
 * leave out all of `spec.http`. Returns `virtualService` or `virtualServices` of the Rollout.
 */
export function addManagedVirtualServices(
  service: Microservice,
  stated: readonly ManagedVirtualService[] = [{}],
  destinations: readonly TreeObject[],
): TreeObject {
  const names = stated.map((virtualService) => addOne(service, virtualService, destinations));
  for (const name of names.filter((each, index) => names.indexOf(each) !== index))
    service.addProblem(`ArgoRollout: two virtualServices are called '${name}'; give each a name.`);
  if (names.length === 0)
    service.addProblem('ArgoRollout: virtualServices is empty, so no requests would be moved; leave it out, or state one.');
  const references = names.map((name) => ({ name, routes: [MANAGED_ROUTE] }));
  return references.length === 1 ? { virtualService: references[0] } : { virtualServices: references };
}

function addOne(
  service: Microservice,
  { name = service.name, hosts, gateways, delegate }: ManagedVirtualService,
  destinations: readonly TreeObject[],
): string {
  if (delegate && (hosts || gateways))
    service.addProblem(
      `ArgoRollout: the virtualService '${name}' is a delegate, which has no hosts and gateways: the root has them; leave them out, or delegate.`,
    );
  service.addObject(name === service.name ? 'virtual-service' : `virtual-service-${name}`, {
    apiVersion: 'networking.istio.io/v1',
    kind: 'VirtualService',
    name,
    labels: serviceLabels(service),
    fields: {
      spec: {
        hosts: delegate ? undefined : (hosts ?? [service.name]),
        gateways: delegate ? undefined : gateways && gatewayNames(gateways, service.namespace),
        http: [
          {
            name: MANAGED_ROUTE,
            route: destinations.map((destination, index) => ({
              destination: { ...destination, port: { number: service.port } },
              weight: index === 0 ? 100 : 0,
            })),
          },
        ],
      },
    },
  });
  return name;
}

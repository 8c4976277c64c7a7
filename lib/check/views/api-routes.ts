import type { Field } from '../field';
import { GATEWAY, GRPC_ROUTE, HTTP_ROUTE } from '../kinds';
import type { Resource } from '../resource';
import type { Subject } from '../subject';
import { writesGatewayApi } from './canary';

/** An object that states how an HTTPRoute is attached: the route, or the Canary of which Flagger makes one. */
export interface AttachedRoute {
  readonly resource: Resource;
  readonly parents: Field;
  readonly hosts: Field;
}

export const attachedRoutes = (subject: Subject): readonly AttachedRoute[] => [
  ...apiRoutes(subject).map((resource) => ({ resource, parents: resource.spec.at('parentRefs'), hosts: resource.spec.at('hostnames') })),
  ...subject.canaries
    .filter(writesGatewayApi)
    .map(({ resource, service }) => ({ resource, parents: service.at('gatewayRefs'), hosts: service.at('hosts') })),
];

export const apiRoutes = (subject: Subject): readonly Resource[] => [...subject.ofKind(HTTP_ROUTE), ...subject.ofKind(GRPC_ROUTE)];

/** The parents of a route that are Gateways, with the object where the files have it. */
export function gatewayParents(
  { resource, parents }: AttachedRoute,
  subject: Subject,
): { readonly field: Field; readonly namespace: string; readonly name: string; readonly gateway: Resource | undefined }[] {
  return parents.items
    .filter((parent) => (parent.at('kind').text ?? 'Gateway') === 'Gateway')
    .map((field) => {
      const namespace = field.at('namespace').text ?? resource.id.namespace;
      const name = field.at('name').text ?? '';
      return { field, namespace, name, gateway: subject.find(GATEWAY, namespace, name) };
    });
}

/** The listeners that a parentRef means: all, or those of its sectionName and port. */
export function listenersOf(gateway: Resource, parent: Field): Field[] {
  const section = parent.at('sectionName').text;
  const port = parent.at('port').number;
  return gateway.spec
    .at('listeners')
    .items.filter(
      (listener) =>
        (section === undefined || listener.at('name').text === section) && (port === undefined || listener.at('port').number === port),
    );
}

import type { Field } from '../field';
import { GATEWAY, GRPC_ROUTE, HTTP_ROUTE } from '../kinds';
import type { Resource } from '../resource';
import type { Subject } from '../subject';

export const apiRoutes = (subject: Subject): readonly Resource[] => [...subject.ofKind(HTTP_ROUTE), ...subject.ofKind(GRPC_ROUTE)];

/** The parents of a route that are Gateways, with the object where the files have it. */
export function gatewayParents(
  route: Resource,
  subject: Subject,
): { readonly field: Field; readonly namespace: string; readonly name: string; readonly gateway: Resource | undefined }[] {
  return route.spec
    .at('parentRefs')
    .items.filter((parent) => (parent.at('kind').text ?? 'Gateway') === 'Gateway')
    .map((field) => {
      const namespace = field.at('namespace').text ?? route.id.namespace;
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

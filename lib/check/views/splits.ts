import type { Field } from '../field';
import { GRPC_ROUTE, HTTP_ROUTE } from '../kinds';
import type { Resource } from '../resource';
import type { Subject } from '../subject';

/** A list of weighted destinations: of a VirtualService's rule, or the backends of a Gateway API rule. */
export interface Split {
  readonly resource: Resource;
  readonly list: Field;
  readonly entries: readonly Field[];
  /** What a left out weight counts: nothing in Istio, 1 in the Gateway API. */
  readonly unset: 0 | 1;
}

/** Every split between two or more destinations. */
export function splitsOf(subject: Subject): readonly Split[] {
  return subject.once('splits', () => [...istioSplits(subject), ...gatewayApiSplits(subject)].filter(({ entries }) => entries.length > 1));
}

function istioSplits(subject: Subject): Split[] {
  return subject.virtualServices.flatMap(({ resource }) =>
    ['http', 'tcp', 'tls'].flatMap((kind) =>
      resource.spec.at(kind).items.map((rule) => {
        const list = rule.at('route');
        return { resource, list, entries: list.items, unset: 0 as const };
      }),
    ),
  );
}

function gatewayApiSplits(subject: Subject): Split[] {
  return [...subject.ofKind(HTTP_ROUTE), ...subject.ofKind(GRPC_ROUTE)].flatMap((resource) =>
    resource.spec.at('rules').items.map((rule) => {
      const list = rule.at('backendRefs');
      return { resource, list, entries: list.items, unset: 1 as const };
    }),
  );
}

import type { TreeObject } from '../../manifest/tree';
import { restOf } from '../../parameters/rest';
import type { Microservice } from '../../service/microservice';
import type { ServiceVersion } from '../../service/version';
import { hostFrom } from '../hosts';
import type { Route } from '../route';
import { httpActions, percentageTree } from './http-actions';
import { httpMatch } from './http-match';

/**
 * One entry of `http`.
 * @param namespace The namespace of the VirtualService, from which hosts and gateways are named.
 * @param subsets The subset of each version; a version without one means the whole service.
 * @param port The port of the destinations. Default: the main port of each service.
 */
export function httpRoute(
  route: Route,
  namespace: string | undefined,
  subsets: ReadonlyMap<ServiceVersion, string>,
  port?: number,
): TreeObject {
  const { matches, destinations, _parts: parts } = route;
  const stated = destinations.flatMap((each) => (each.percent === undefined ? [] : [each.percent]));
  const destination = (service: Microservice, version?: ServiceVersion): TreeObject => ({
    host: hostFrom(service, namespace),
    subset: version && subsets.get(version),
    port: { number: port ?? service.port },
  });
  return {
    name: parts.name,
    match: matches.length > 0 ? matches.map((match) => httpMatch(match, namespace)) : undefined,
    delegate: parts.delegate && { name: `${parts.delegate.name}-delegate`, namespace: parts.delegate.namespace },
    ...httpActions(parts),
    mirrors: parts.mirrors?.map(({ version, percentage }) => ({
      destination: destination(version.service, version),
      percentage: percentageTree(percentage),
    })),
    route: parts.service
      ? [{ destination: destination(parts.service) }]
      : unlessEmpty(
          destinations.map(({ version, percent }) => ({
            destination: destination(version.service, version),
            weight: destinations.length > 1 ? (percent ?? restOf(stated)) : undefined,
          })),
        ),
  };
}

function unlessEmpty(list: TreeObject[]): TreeObject[] | undefined {
  return list.length > 0 ? list : undefined;
}

import type { TreeObject } from '../../manifest/tree';
import type { Microservice } from '../../service/microservice';
import { isHttp } from '../../service/ports';
import type { ServiceVersion } from '../../service/version';
import { Match } from '../match';
import { Route } from '../route';
import { httpRoute } from './http-route';

/**
 * The routes of a service for all of its HTTP ports. Istio asks them for requests to each port, and a destination names one port: so each
 * further port has a copy that matches that port, before the routes of the main one.
 */
export function httpRoutes(service: Microservice, routes: readonly Route[], subsets: ReadonlyMap<ServiceVersion, string>): TreeObject[] {
  const [, ...further] = service._ports.filter(({ protocol }) => isHttp(protocol));
  const copies = further.flatMap(({ name, port }) =>
    routes.flatMap((route) => {
      const copy = onPort(route, name, port);
      return copy ? [httpRoute(copy, service.namespace, subsets, port)] : [];
    }),
  );
  return [...copies, ...routes.map((route) => httpRoute(route, service.namespace, subsets))];
}

/** The route for requests to one port; undefined when its matches are about other ports. */
function onPort(route: Route, name: string, port: number): Route | undefined {
  const matches = (route.matches.length > 0 ? route.matches : [Match._of({})]).filter(({ _parts }) => (_parts.port ?? port) === port);
  if (matches.length === 0) return undefined;
  const copy = new Route(
    matches.map((match) => Match._of({ ...match._parts, port })),
    route.destinations,
    route._parts,
  );
  return route._parts.name ? copy.withName(`${route._parts.name}-${name}`) : copy;
}

import type { TreeObject } from '../../manifest/tree';
import type { Microservice } from '../../service/microservice';
import { isHttp } from '../../service/ports';
import type { ServiceVersion } from '../../service/version';
import { Match } from '../match';
import { Route } from '../route';
import { takesEveryRequest } from '../route-problems';
import { httpRoute } from './http-route';

/**
 * The routes of a service for all of its HTTP ports. Istio asks them for requests to each port, and a destination names one port: so each
 * further port has a copy that matches that port, before the routes of the main one.
 */
export function httpRoutes(service: Microservice, routes: readonly Route[], subsets: ReadonlyMap<ServiceVersion, string>): TreeObject[] {
  const [, ...further] = service._ports.filter(({ protocol }) => isHttp(protocol));
  const copies = further.flatMap(({ name, port }) =>
    untilAllAreTaken(routes.flatMap((route) => onPort(route, name, port) ?? [])).map((copy) =>
      httpRoute(copy, service.namespace, subsets, port),
    ),
  );
  const others = routes.flatMap((route) => notOnPorts(route, new Set(further.map(({ port }) => port))) ?? []);
  return [...copies, ...others.map((route) => httpRoute(route, service.namespace, subsets))];
}

/** The copies for one port up to the first that takes every request to it: Istio would never ask those behind it. */
function untilAllAreTaken(copies: Route[]): Route[] {
  const last = copies.findIndex(({ matches }) => matches.some(({ _parts }) => takesEveryRequest({ ..._parts, port: undefined })));
  return last < 0 ? copies : copies.slice(0, last + 1);
}

/** The route without what it matches on ports that have copies of their own before it; undefined when nothing is left. */
function notOnPorts(route: Route, ports: ReadonlySet<number>): Route | undefined {
  const matches = route.matches.filter(({ _parts: { port } }) => port === undefined || !ports.has(port));
  if (matches.length === route.matches.length) return route;
  return matches.length === 0 ? undefined : new Route(matches, route.destinations, route._parts);
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

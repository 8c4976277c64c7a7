import type { Chart } from 'cdk8s';
import {
  type Match,
  Microservice,
  type MicroserviceProps,
  Route,
  type ServiceVersion,
  type WeightedOnIstioProps,
  WeightedRelease,
} from 'cdk8s-progressive';
import { at, type Build, objectOf } from '../support/chart';

type Routes = (v1: ServiceVersion, v2: ServiceVersion, chart: Chart) => Route[] | WeightedOnIstioProps;

/** The service `reviews` with v1 and v2 and these routes. */
export function withRoutes(routes: Routes, props: MicroserviceProps = {}): Build {
  return (chart) => {
    const service = new Microservice(chart, 'reviews', props);
    const v1 = service.addVersion('v1', { image: 'shop/reviews:1.0.0' });
    const v2 = service.addVersion('v2', { image: 'shop/reviews:2.0.0' });
    const stated = routes(v1, v2, chart);
    service.release(WeightedRelease.onIstio(Array.isArray(stated) ? { routes: stated } : stated));
  };
}

/** `spec` of the VirtualService of these routes. */
export const specOf = (routes: Routes, props?: MicroserviceProps) =>
  at(objectOf('VirtualService', withRoutes(routes, props), 'reviews'), 'spec');

/** The one entry of `match` that a match becomes. */
export const matchOf = (match: Match) =>
  at(
    specOf((v1) => [Route.when(match).to(v1)]),
    'http',
    0,
    'match',
    0,
  );

/** The entry of `http` that a route becomes, without match and destinations. */
export function routeOf(route: (start: Route, v1: ServiceVersion, v2: ServiceVersion) => Route): unknown {
  const { route: _, ...rest } = at(
    specOf((v1, v2) => [route(Route.to(v1), v1, v2)]),
    'http',
    0,
  ) as Record<string, unknown>;
  return rest;
}

import type { ServiceVersion } from '../service/version';
import { Destination } from './destination';
import type { Match } from './match';

/** Which requests go where. Routes of a service are asked in order; the first that matches decides. */
export class Route {
  /** Begins a route for requests that fit at least one of the matches. */
  public static when(...matches: Match[]): RouteStart {
    return new RouteStart(matches);
  }

  /** A route for every request, split between versions. */
  public static split(...destinations: Destination[]): Route {
    return new Route([], destinations);
  }

  /** A route for every request, to one version. */
  public static to(version: ServiceVersion): Route {
    return new Route([], [Destination.rest(version)]);
  }

  /** @internal */
  public constructor(
    /** Empty: every request. */
    public readonly matches: Match[],
    public readonly destinations: Destination[],
  ) {}
}

/** A route whose matches are stated and whose destination is not yet. */
export class RouteStart {
  /** @internal */
  public constructor(private readonly matches: Match[]) {}

  /** All of these requests go to one version. */
  public to(version: ServiceVersion): Route {
    return new Route(this.matches, [Destination.rest(version)]);
  }

  /** These requests are split between versions. */
  public split(...destinations: Destination[]): Route {
    return new Route(this.matches, destinations);
  }
}

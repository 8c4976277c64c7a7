import type { Duration } from 'cdk8s';
import type { NumberParameter, TextParameter } from '../parameters/parameter';
import type { Microservice } from '../service/microservice';
import type { ServiceVersion } from '../service/version';
import { requireShape } from '../shapes/shapes';
import { Destination } from './destination';
import type { Match } from './match';
import { requireRe2 } from './regular-expression';
import type {
  AbortOptions,
  CorsOptions,
  DelayOptions,
  DirectResponseOptions,
  HeaderOperations,
  MirrorOptions,
  RedirectOptions,
  RetryOptions,
  RewriteOptions,
} from './route-options';
import type { RouteParts } from './route-parts';

/**
 * Which requests go where. Routes of a service are asked in order; the first that matches decides. Immutable: every `with...` gives another
 * route.
 *
 * @example
 * Route.when(Match.header('X-group').exact('test')).to(v2).withTimeout(Duration.seconds(2))
 */
export class Route {
  /** Begins a route for requests that fit at least one of the matches; without any, for every request. */
  public static when(...matches: Match[]): RouteStart {
    requireShape('[]Match', matches, 'Route.when()');
    return new RouteStart(matches);
  }

  /** A route for every request, split between versions. */
  public static split(...destinations: Destination[]): Route {
    requireShape('[]Destination', destinations, 'Route.split()');
    return new Route([], destinations);
  }

  /** A route for every request, to one version. */
  public static to(version: ServiceVersion): Route {
    requireShape('ServiceVersion', version, 'Route.to()');
    return new Route([], [Destination.rest(version)]);
  }

  /**
   * What the route does besides.
   * @internal
   */
  public readonly _parts: RouteParts;

  /** @internal */
  public constructor(
    /** Empty: every request. */
    public readonly matches: Match[],
    /** Empty where the route redirects, answers, delegates or means a whole service. */
    public readonly destinations: Destination[],
    parts: unknown = {},
  ) {
    this._parts = parts as RouteParts;
  }

  /** A name for logs and for Argo Rollouts' managed routes. Becomes `name`. */
  public withName(name: string): Route {
    requireShape('string', name, 'withName()');
    return this.with({ name });
  }

  /** Changes path or host before the version sees them. Becomes `rewrite`. */
  public withRewrite(rewrite: RewriteOptions): Route {
    requireShape('RewriteOptions', rewrite, 'withRewrite()');
    return this.with({ rewrite });
  }

  /** Sends copies of requests to a version besides; may be stated for several. Becomes an entry of `mirrors`. */
  public withMirror(version: ServiceVersion, options: MirrorOptions = {}): Route {
    requireShape('ServiceVersion', version, 'withMirror()');
    requireShape('MirrorOptions', options, 'withMirror()');
    const mirror = { version, percentage: options.percentage ?? 100 };
    return this.with({ mirrors: [...(this._parts.mirrors ?? []), mirror] });
  }

  /**
   * Answers with an error instead of asking the version. Becomes `fault.abort`.
   * @param status The HTTP status, 200 to 599.
   */
  public withAbort(status: number | NumberParameter, options: AbortOptions = {}): Route {
    requireShape('number|NumberParameter', status, 'withAbort()');
    requireShape('AbortOptions', options, 'withAbort()');
    return this.with({ abort: { status, percentage: options.percentage ?? 100 } });
  }

  /** Holds requests back before they are sent on. Becomes `fault.delay.fixedDelay`. */
  public withDelay(fixed: Duration | TextParameter, options: DelayOptions = {}): Route {
    requireShape('Duration|TextParameter', fixed, 'withDelay()');
    requireShape('DelayOptions', options, 'withDelay()');
    return this.with({ delay: { fixed, percentage: options.percentage ?? 100 } });
  }

  /** Sends failed requests again. Becomes `retries`. */
  public withRetries(retries: RetryOptions): Route {
    requireShape('RetryOptions', retries, 'withRetries()');
    return this.with({ retries });
  }

  /** How long the client waits for the whole answer, retries included, before it gets 504. Becomes `timeout`. Default: no limit. */
  public withTimeout(timeout: Duration | TextParameter): Route {
    requireShape('Duration|TextParameter', timeout, 'withTimeout()');
    return this.with({ timeout });
  }

  /** Lets web pages of other origins call. Becomes `corsPolicy`. */
  public withCors(cors: CorsOptions): Route {
    requireShape('CorsOptions', cors, 'withCors()');
    for (const regex of cors.allowOriginRegexes ?? []) requireRe2(regex, 'withCors().allowOriginRegexes');
    return this.with({ cors });
  }

  /** Changes the headers that the version sees. Becomes `headers.request`. */
  public withRequestHeaders(operations: HeaderOperations): Route {
    requireShape('HeaderOperations', operations, 'withRequestHeaders()');
    return this.with({ requestHeaders: operations });
  }

  /** Changes the headers that the client sees. Becomes `headers.response`. */
  public withResponseHeaders(operations: HeaderOperations): Route {
    requireShape('HeaderOperations', operations, 'withResponseHeaders()');
    return this.with({ responseHeaders: operations });
  }

  private with(parts: RouteParts): Route {
    return new Route(this.matches, this.destinations, { ...this._parts, ...parts });
  }
}

/** A route whose matches are stated and whose destination is not yet. */
export class RouteStart {
  /** @internal */
  public constructor(private readonly matches: Match[]) {}

  /** All of these requests go to one version. */
  public to(version: ServiceVersion): Route {
    requireShape('ServiceVersion', version, 'to()');
    return new Route(this.matches, [Destination.rest(version)]);
  }

  /** These requests are split between versions. */
  public split(...destinations: Destination[]): Route {
    requireShape('[]Destination', destinations, 'split()');
    return new Route(this.matches, destinations);
  }

  /** The client is sent elsewhere. Becomes `redirect`. */
  public redirect(redirect: RedirectOptions): Route {
    requireShape('RedirectOptions', redirect, 'redirect()');
    return new Route(this.matches, [], { redirect });
  }

  /**
   * The proxy answers by itself. Becomes `directResponse`.
   * @param status The HTTP status, 200 to 599.
   */
  public respond(status: number, options: DirectResponseOptions = {}): Route {
    requireShape('number', status, 'respond()');
    requireShape('DirectResponseOptions', options, 'respond()');
    return new Route(this.matches, [], { directResponse: { status, body: options.body } });
  }

  /** All of these requests go to that service, to whichever pod of it: for the routes of a host at a gateway (`HostRoutes`). */
  public toService(service: Microservice): Route {
    requireShape('Microservice', service, 'toService()');
    return new Route(this.matches, [], { service });
  }

  /**
   * The routes of that service decide further: for the routes of a host at a gateway (`HostRoutes`). Becomes `delegate`; the service's
   * release states `delegate: true`.
   */
  public delegateTo(service: Microservice): Route {
    requireShape('Microservice', service, 'delegateTo()');
    return new Route(this.matches, [], { delegate: service });
  }
}

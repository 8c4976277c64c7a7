import type { Duration } from 'cdk8s';
import type { NumberParameter, TextParameter } from '../parameters/parameter';

/** What the request is changed to before it reaches the version. */
export interface RewriteOptions {
  /**
   * The path, or the part of it that a `prefix` match fitted; a `regex` match replaces the whole path. Becomes `rewrite.uri`. A prefix
   * `/api` rewritten to `/` makes `//x` of `/api/x`: match the prefix `/api/` and the exact path `/api` as two alternatives instead.
   */
  readonly uri?: string;
  /** The Host header. Becomes `rewrite.authority`. */
  readonly authority?: string;
}

/** Where the client is sent instead. */
export interface RedirectOptions {
  /** The whole path; the query stays unless one is stated here. Becomes `redirect.uri`. */
  readonly uri?: string;
  /** The host. Becomes `redirect.authority`. */
  readonly authority?: string;
  /** `http` or `https`. Becomes `redirect.scheme`. */
  readonly scheme?: string;
  /** The port. Becomes `redirect.port`. */
  readonly port?: number;
  /** 301, 302, 303, 307 or 308. Becomes `redirect.redirectCode`. Default: 301. */
  readonly code?: number;
}

/** An answer that comes from the proxy itself. */
export interface DirectResponseOptions {
  /** The text of the answer. Becomes `directResponse.body.string`. Default: none. */
  readonly body?: string;
}

/** When a failed request is sent again. See https://istio.io/latest/docs/reference/config/networking/virtual-service/#HTTPRetry */
export interface RetryOptions {
  /** How often it is sent again: 2 means up to 3 tries; 0 switches Istio's own two retries off. Becomes `retries.attempts`. */
  readonly attempts: number | NumberParameter;
  /** The time for each try. Becomes `retries.perTryTimeout`. Default: the route's timeout. */
  readonly perTryTimeout?: Duration | TextParameter;
  /**
   * What counts as failed, as Envoy names it: `5xx`, `gateway-error`, `connect-failure`, `reset`, a status. Becomes `retries.retryOn`.
   * Default: Istio's, which does not retry a 500 or 503 of the program.
   */
  readonly retryOn?: string[];
  /** Whether a retry may go to another region or zone. Becomes `retries.retryRemoteLocalities`. */
  readonly retryRemoteLocalities?: boolean;
}

/** An injected error. Default: every request. */
export interface AbortOptions {
  /** The share of requests from 0 to 100, in tenths if need be. Becomes `fault.abort.percentage.value`. Default: 100. */
  readonly percentage?: number | NumberParameter;
}

/** An injected delay, which does not count against the route's timeout. Default: every request. */
export interface DelayOptions {
  /** The share of requests from 0 to 100. Becomes `fault.delay.percentage.value`. Default: 100. */
  readonly percentage?: number | NumberParameter;
}

/** Copies of requests whose answers are thrown away. */
export interface MirrorOptions {
  /** The share of requests from 0 to 100. Becomes `mirrors[].percentage.value`. Default: 100. */
  readonly percentage?: number | NumberParameter;
}

/** Which web pages of other origins may call. See https://developer.mozilla.org/docs/Web/HTTP/CORS */
export interface CorsOptions {
  /** Origins, exactly: `https://shop.example.com`. Becomes `corsPolicy.allowOrigins[].exact`. */
  readonly allowOrigins?: string[];
  /** Beginnings of origins. Becomes `corsPolicy.allowOrigins[].prefix`. */
  readonly allowOriginPrefixes?: string[];
  /** RE2 expressions for whole origins. Becomes `corsPolicy.allowOrigins[].regex`. */
  readonly allowOriginRegexes?: string[];
  /** Becomes `corsPolicy.allowMethods`. */
  readonly allowMethods?: string[];
  /** Becomes `corsPolicy.allowHeaders`. */
  readonly allowHeaders?: string[];
  /** Headers that the page may read. Becomes `corsPolicy.exposeHeaders`. */
  readonly exposeHeaders?: string[];
  /** How long a browser remembers the answer. Becomes `corsPolicy.maxAge`. */
  readonly maxAge?: Duration;
  /** Whether cookies are sent along. Becomes `corsPolicy.allowCredentials`. */
  readonly allowCredentials?: boolean;
}

/** Changes of headers. */
export interface HeaderOperations {
  /** Replaces the values. Becomes `set`. */
  readonly set?: { [name: string]: string };
  /** Adds values to those that are there. Becomes `add`. */
  readonly add?: { [name: string]: string };
  /** Removes headers. Becomes `remove`. */
  readonly remove?: string[];
}

import type { Duration } from 'cdk8s';
import type { NumberParameter, TextParameter } from '../parameters/parameter';
import type { Microservice } from '../service/microservice';
import type { ServiceVersion } from '../service/version';
import type { CorsOptions, HeaderOperations, RedirectOptions, RetryOptions, RewriteOptions } from './route-options';

/** What a route does besides matching and splitting, as every renderer reads it. A renderer reports the parts that it cannot express. */
export interface RouteParts {
  readonly name?: string;
  readonly rewrite?: RewriteOptions;
  readonly mirrors?: readonly Mirror[];
  readonly abort?: Abort;
  readonly delay?: Delay;
  readonly retries?: RetryOptions;
  readonly timeout?: Duration | TextParameter;
  readonly cors?: CorsOptions;
  readonly requestHeaders?: HeaderOperations;
  readonly responseHeaders?: HeaderOperations;
  /** Instead of destinations. */
  readonly redirect?: RedirectOptions;
  /** Instead of destinations. */
  readonly directResponse?: { readonly status: number; readonly body?: string };
  /** Instead of destinations: all pods of this service. */
  readonly service?: Microservice;
  /** Instead of destinations: the routes of this service decide further. */
  readonly delegate?: Microservice;
}

export interface Mirror {
  readonly version: ServiceVersion;
  readonly percentage: number | NumberParameter;
}

export interface Abort {
  readonly status: number | NumberParameter;
  readonly percentage: number | NumberParameter;
}

export interface Delay {
  readonly fixed: Duration | TextParameter;
  readonly percentage: number | NumberParameter;
}

import { Duration } from 'cdk8s';
import type { TreeObject } from '../manifest/tree';
import { requireShape } from '../shapes/shapes';

export interface HttpHealthOptions {
  /** How often readiness and liveness are asked. Default: 10 seconds. */
  readonly period?: Duration;
  /** How long a program may take to start before it is restarted. Default: 60 seconds. */
  readonly startWithin?: Duration;
  /** The path that tells whether requests can be taken. Default: the path of `at`. */
  readonly readinessPath?: string;
}

/** A program that tells its health at an HTTP path: liveness, readiness and startup probes in one statement. */
export class HttpHealth {
  /** @param path The path that answers 200 to 399 while the program is well: `/healthz`. */
  public static at(path: string, options: HttpHealthOptions = {}): HttpHealth {
    requireShape('string', path, 'HttpHealth.at()');
    requireShape('HttpHealthOptions', options, 'HttpHealth.at()');
    if (!path.startsWith('/')) throw new Error(`HttpHealth.at('${path}'): a path starts with '/'.`);
    return new HttpHealth(path, options);
  }

  private constructor(
    public readonly path: string,
    private readonly options: HttpHealthOptions,
  ) {}

  /** @internal */
  public _probes(port: string): { readonly [probe: string]: TreeObject } {
    const periodSeconds = (this.options.period ?? Duration.seconds(10)).toSeconds();
    const startSeconds = (this.options.startWithin ?? Duration.seconds(60)).toSeconds();
    const get = (path: string) => ({ path, port });
    return {
      startupProbe: { httpGet: get(this.path), periodSeconds: 2, failureThreshold: Math.max(1, Math.ceil(startSeconds / 2)) },
      livenessProbe: { httpGet: get(this.path), periodSeconds, failureThreshold: 3 },
      readinessProbe: { httpGet: get(this.options.readinessPath ?? this.path), periodSeconds, failureThreshold: 1 },
    };
  }
}

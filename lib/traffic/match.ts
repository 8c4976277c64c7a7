import { requireShape } from '../shapes/shapes';
import { AuthorityCondition, CookieCondition, HeaderCondition, QueryParameterCondition, UriCondition } from './conditions';
import { requireCookieName } from './cookie';
import type { IngressGateway } from './ingress-gateway';
import { bothParts, type MatchParts } from './match-parts';
import { escapeRegex } from './regular-expression';

/**
 * What one request must look like: all that is stated in one match must hold. Several matches of a route are alternatives.
 * See https://istio.io/latest/docs/reference/config/networking/virtual-service/#HTTPMatchRequest
 *
 * @example
 * Match.uri().prefix('/api').and(Match.header('X-group').exact('test'))
 */
export class Match {
  /** A condition on a header; names are compared without regard to case, values with. */
  public static header(name: string): HeaderCondition {
    requireShape('string', name, 'Match.header()');
    return new HeaderCondition(name);
  }

  /** Excludes requests by a header: those whose header fits do not match. A missing header counts as the empty text. */
  public static withoutHeader(name: string): HeaderCondition {
    requireShape('string', name, 'Match.withoutHeader()');
    return new HeaderCondition(name, true);
  }

  /** A condition on a cookie, wherever it stands among the others. Becomes `headers.cookie.regex`. */
  public static cookie(name: string): CookieCondition {
    requireShape('string', name, 'Match.cookie()');
    requireCookieName(name);
    return new CookieCondition(name);
  }

  /** A condition on a parameter of the query: `?name=value`. Becomes `queryParams`. */
  public static queryParameter(name: string): QueryParameterCondition {
    requireShape('string', name, 'Match.queryParameter()');
    return new QueryParameterCondition(name);
  }

  /** A condition on the path. Becomes `uri`. */
  public static uri(): UriCondition {
    return new UriCondition();
  }

  /** A condition on the host as the client sends it. Becomes `authority`. */
  public static authority(): AuthorityCondition {
    return new AuthorityCondition();
  }

  /** One of these methods, in upper case: `Match.method('GET', 'HEAD')`. Becomes `method`. */
  public static method(...methods: string[]): Match {
    const wrong = methods.find((method) => !/^[A-Z]+(-[A-Z]+)*$/.test(method));
    if (methods.length === 0 || wrong !== undefined)
      throw new Error(`Match.method(${methods.join(', ')}): state methods in upper case, such as 'GET'; '${wrong ?? ''}' is none.`);
    const [only] = methods;
    return new Match({ method: methods.length === 1 ? { exact: only } : { regex: `^(?:${methods.map(escapeRegex).join('|')})$` } });
  }

  /** `http` or `https`. Becomes `scheme`. */
  public static scheme(scheme: string): Match {
    return new Match({ scheme: { exact: scheme } });
  }

  /** Requests of pods in the mesh that carry these labels. Becomes `sourceLabels`. */
  public static sourceLabels(labels: { [label: string]: string }): Match {
    requireShape('{}string', labels, 'Match.sourceLabels()');
    return new Match({ sourceLabels: labels });
  }

  /** Requests of pods in the mesh that run in this namespace. Becomes `sourceNamespace`. */
  public static sourceNamespace(namespace: string): Match {
    requireShape('string', namespace, 'Match.sourceNamespace()');
    return new Match({ sourceNamespace: namespace });
  }

  /** Requests to this port of the service or gateway. Becomes `port`. */
  public static port(port: number): Match {
    if (!Number.isInteger(port) || port < 1 || port > 65535)
      throw new Error(`Match.port(${port}): a port is a whole number from 1 to 65535.`);
    return new Match({ port });
  }

  /** Requests that came in through one of these gateways; `mesh` stands for callers inside. Becomes `gateways`. */
  public static gateways(...gateways: (IngressGateway | string)[]): Match {
    return new Match({ gateways });
  }

  /** @internal */
  public static _of(parts: MatchParts, problems: readonly string[] = []): Match {
    return new Match(parts, problems);
  }

  /** @internal */
  public readonly _parts: MatchParts;

  /**
   * Why no request can look like that.
   * @internal
   */
  public readonly _problems: readonly string[];

  private constructor(parts: unknown, problems: unknown = []) {
    this._parts = parts as MatchParts;
    this._problems = problems as readonly string[];
  }

  /** What this match and the other demand together: all of it must hold. */
  public and(other: Match): Match {
    const problems = [...this._problems, ...other._problems];
    return new Match(bothParts(this._parts, other._parts, problems), problems);
  }
}

import type { Duration } from 'cdk8s';
import type { TreeObject } from '../manifest/tree';
import { requireShape } from '../shapes/shapes';
import { durationText } from './duration-text';

export interface CookieAffinityOptions {
  /** How long the cookie that the proxy makes lasts; zero makes a session cookie. Becomes `httpCookie.ttl`. Default: zero. */
  readonly ttl?: Duration;
  /** Becomes `httpCookie.path`. Default: the path of the request. */
  readonly path?: string;
}

/**
 * Which pod of a destination is next. Affinity holds among the pods of one subset: it does not pin a client to one version of a split.
 * See https://istio.io/latest/docs/reference/config/networking/destination-rule/#LoadBalancerSettings
 */
export class LoadBalancing {
  /** In turn. Becomes `simple: ROUND_ROBIN`. */
  public static roundRobin(): LoadBalancing {
    return new LoadBalancing({ simple: 'ROUND_ROBIN' });
  }

  /** The pod with fewer requests under way. Becomes `simple: LEAST_REQUEST`. */
  public static leastRequest(): LoadBalancing {
    return new LoadBalancing({ simple: 'LEAST_REQUEST' });
  }

  /** By chance. Becomes `simple: RANDOM`. */
  public static random(): LoadBalancing {
    return new LoadBalancing({ simple: 'RANDOM' });
  }

  /** The address that the client dialled. Becomes `simple: PASSTHROUGH`. */
  public static passthrough(): LoadBalancing {
    return new LoadBalancing({ simple: 'PASSTHROUGH' });
  }

  /** The same pod for the same cookie, which the proxy makes where it is missing. Becomes `consistentHash.httpCookie`. */
  public static byCookie(name: string, options: CookieAffinityOptions = {}): LoadBalancing {
    requireShape('CookieAffinityOptions', options, 'LoadBalancing.byCookie()');
    const ttl = options.ttl ? durationText(options.ttl) : '0s';
    return new LoadBalancing({ consistentHash: { httpCookie: { name, path: options.path, ttl } } });
  }

  /** The same pod for the same value of a header. Becomes `consistentHash.httpHeaderName`. */
  public static byHeader(name: string): LoadBalancing {
    return new LoadBalancing({ consistentHash: { httpHeaderName: name } });
  }

  /** The same pod for the same parameter of the query. Becomes `consistentHash.httpQueryParameterName`. */
  public static byQueryParameter(name: string): LoadBalancing {
    return new LoadBalancing({ consistentHash: { httpQueryParameterName: name } });
  }

  /** The same pod for the same address of the client. Becomes `consistentHash.useSourceIp`. */
  public static bySourceIp(): LoadBalancing {
    return new LoadBalancing({ consistentHash: { useSourceIp: true } });
  }

  /** @internal */
  public readonly _tree: TreeObject;

  private constructor(tree: unknown) {
    this._tree = tree as TreeObject;
  }
}

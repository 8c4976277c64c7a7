import type { ReleaseModel } from '../../model/model';
import type { Request, RouteAnswer } from './request';
import { route } from './route';

/** Whom a service calls when it gets a request. */
export interface Calls {
  /** The service that calls: `NAMESPACE/NAME`, or a name that is the same in all namespaces. */
  readonly from: string;
  /** Names of the headers that it passes on; cookies are one header. */
  readonly forwards: readonly string[];
  readonly to: readonly Call[];
}

export interface Call {
  readonly host: string;
  readonly path?: string;
  readonly method?: string;
  readonly port?: number;
}

/** One request of a chain, with its answer and the requests that it leads to. */
export interface Hop {
  readonly request: Request;
  readonly answer: RouteAnswer;
  /** The share of the first requests that comes this way. */
  readonly share: number;
  readonly calls: readonly Hop[];
  /** Set where services call each other in a circle: the chain is not followed further. */
  readonly circle?: boolean;
}

/** Follows a request through the services that it leads to, with the headers that each passes on. */
export function callChain(model: ReleaseModel, request: Request, calls: readonly Calls[]): Hop {
  return follow(model, request, calls, 1, []);
}

function follow(model: ReleaseModel, request: Request, calls: readonly Calls[], share: number, above: readonly string[]): Hop {
  const answer = route(model, request);
  const hops: Hop[] = [];
  let circle = false;
  for (const { service, namespace, pods, status } of answer.destinations) {
    const key = `${namespace}/${service}`;
    const stated = status === undefined ? calls.filter(({ from }) => from === key || from === service) : [];
    if (stated.length > 0 && above.includes(key)) circle = true;
    else {
      for (const pod of pods ?? []) {
        const next = stated.flatMap((call) =>
          call.to.map((to) => passedOn(request, call.forwards, to, `mesh:${namespace}/${pod.workload}`)),
        );
        hops.push(...next.map((one) => follow(model, one, calls, share * pod.weight, [...above, key])));
      }
    }
  }
  return { request, answer, share, calls: hops, ...(circle && { circle }) };
}

function passedOn({ headers = {} }: Request, forwards: readonly string[], to: Call, from: string): Request {
  const names = new Set(forwards.map((name) => name.toLowerCase()));
  return { ...to, from, headers: Object.fromEntries(Object.entries(headers).filter(([name]) => names.has(name.toLowerCase()))) };
}

/** The versions that the requests of a chain reach at each service, with their shares of the requests to that service. */
export function versionsOfChain(chain: Hop): Map<string, Map<string, number>> {
  const sums = new Map<string, Map<string, number>>();
  const visit = ({ answer, share, calls }: Hop): void => {
    for (const { service, namespace, pods, weight, version, status } of answer.destinations) {
      const key = `${namespace}/${service}`;
      const versions = sums.get(key) ?? new Map<string, number>();
      sums.set(key, versions);
      const parts = status === undefined ? (pods ?? [{ version: version ?? '', weight }]) : [{ version: String(status), weight }];
      for (const part of parts) versions.set(part.version, (versions.get(part.version) ?? 0) + share * part.weight);
    }
    calls.forEach(visit);
  };
  visit(chain);
  for (const versions of sums.values()) {
    const total = [...versions.values()].reduce((sum, share) => sum + share, 0);
    for (const [version, share] of versions) versions.set(version, share / total);
  }
  return sums;
}

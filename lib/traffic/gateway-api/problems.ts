import type { Route } from '../route';

/** What a kind of route of the Gateway API can say. */
export interface RouteAbilities {
  readonly kind: 'HTTPRoute' | 'GRPCRoute';
  readonly matches: readonly string[];
  readonly parts: readonly string[];
}

/** `cookies` is what a condition on the header `cookie` was made from. */
const MATCHES = ['headers', 'cookies'];
const PARTS = ['name', 'requestHeaders', 'responseHeaders', 'mirrors'];

export const HTTP_ROUTE: RouteAbilities = {
  kind: 'HTTPRoute',
  matches: [...MATCHES, 'uri', 'method', 'queryParams'],
  parts: [...PARTS, 'rewrite', 'redirect', 'timeout', 'cors'],
};

export const GRPC_ROUTE: RouteAbilities = { kind: 'GRPCRoute', matches: [...MATCHES, 'uri'], parts: PARTS };

/** What routes state that the Gateway API cannot say. */
export function unsupportedProblems(routes: readonly Route[], { kind, matches, parts }: RouteAbilities): string[] {
  return routes.flatMap((route, index) => {
    const at = `routes[${index}]`;
    const stated = [
      ...route.matches.flatMap((match) => statedKeys(match._parts).filter((key) => !matches.includes(key))),
      ...statedKeys(route._parts).filter((key) => !parts.includes(key)),
    ];
    const { allowOriginPrefixes, allowOriginRegexes } = route._parts.cors ?? {};
    if (allowOriginPrefixes || allowOriginRegexes) stated.push('cors with prefixes or expressions of origins');
    const problems = [...new Set(stated)].map((key) => `${at}: ${kind} cannot say ${key}; leave it out, or use WeightedRelease.onIstio.`);
    if (route.matches.length > 0 && statedKeys(route.matches[0]?._parts ?? {}).length === 0)
      problems.push(`${at}: a match without a condition fits every request; use Route.to or Route.split.`);
    return problems;
  });
}

function statedKeys(parts: object): string[] {
  return Object.entries(parts).flatMap(([key, value]) => (value === undefined || value === false ? [] : [key]));
}

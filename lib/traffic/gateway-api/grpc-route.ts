import type { TreeObject } from '../../manifest/tree';
import type { MatchParts } from '../match-parts';
import type { Route } from '../route';
import { backendRefs } from './backends';
import { commonFilters } from './filters';
import { textMatches } from './text';

/** One rule of a GRPCRoute. See https://gateway-api.sigs.k8s.io/reference/spec/#grpcrouterule */
export function grpcRule(route: Route): TreeObject {
  const { matches, _parts: parts } = route;
  const filters = commonFilters(route);
  return {
    name: parts.name,
    matches: matches.length > 0 ? matches.map((match) => grpcMatch(match._parts)) : undefined,
    filters: filters.length > 0 ? filters : undefined,
    backendRefs: backendRefs(route),
  };
}

const EXACT = /^\/([A-Za-z_][\w.]*)\/([A-Za-z_]\w*)$/;
const SERVICE = /^\/([A-Za-z_][\w.]*)\/$/;

function grpcMatch({ uri, headers }: MatchParts): TreeObject {
  const [, service, method] =
    (uri && 'exact' in uri && EXACT.exec(uri.exact)) || (uri && 'prefix' in uri && SERVICE.exec(uri.prefix)) || [];
  return { method: uri && { type: 'Exact', service, method }, headers: headers && textMatches(headers) };
}

/** Paths that name no gRPC service or method. */
export function grpcPathProblems(routes: readonly Route[]): string[] {
  return routes.flatMap(({ matches }, index) =>
    matches.flatMap(({ _parts: { uri } }) =>
      !uri || ('exact' in uri && EXACT.test(uri.exact)) || ('prefix' in uri && SERVICE.test(uri.prefix))
        ? []
        : [`routes[${index}]: the path names no gRPC method; state Match.uri().exact('/shop.Reviews/List') or .prefix('/shop.Reviews/').`],
    ),
  );
}

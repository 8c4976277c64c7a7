import type { MatchParts, Texts } from '../match-parts';
import type { Route } from '../route';
import type { TextCondition } from '../text-condition';

/**
 * Where a route wins over one that is stated before it. An HTTPRoute asks the most specific match first (exact path, longest prefix,
 * method, number of headers, of query parameters) and the order of the rules last; the routes of a service are asked in order. Istio puts
 * path expressions behind everything. See https://gateway-api.sigs.k8s.io/reference/spec/#httprouterule
 */
export function precedenceProblems(routes: readonly Route[]): string[] {
  const problems: string[] = [];
  routes.forEach((route, index) => {
    for (let later = index + 1; later < routes.length; later++) {
      const other = routes[later] as Route;
      const wins = partsOf(other).some((second) => partsOf(route).some((first) => isMore(second, first) && canBoth(first, second)));
      if (wins)
        problems.push(
          `routes[${later}] is more specific than routes[${index}], so an HTTPRoute would ask it first although it stands behind; put it before, or use WeightedRelease.onIstio, which asks in order.`,
        );
    }
  });
  return problems;
}

function partsOf({ matches }: Route): MatchParts[] {
  return matches.length === 0 ? [{}] : matches.map((match) => match._parts);
}

/** How specific a match is; compared from the first number on. */
export function specificity({ uri = { prefix: '/' }, method, headers, queryParams }: MatchParts): number[] {
  const path = 'exact' in uri ? [3, uri.exact.length] : 'prefix' in uri ? [2, uri.prefix.length] : [1, 0];
  return [...path, method ? 1 : 0, Object.keys(headers ?? {}).length, Object.keys(queryParams ?? {}).length];
}

function isMore(one: MatchParts, other: MatchParts): boolean {
  const [first, second] = [specificity(one), specificity(other)];
  const at = first.findIndex((value, index) => value !== second[index]);
  return at >= 0 && (first[at] ?? 0) > (second[at] ?? 0);
}

/** Whether some request could fit both; true where that cannot be told. */
function canBoth(one: MatchParts, other: MatchParts): boolean {
  if (one.method && other.method && differ(one.method, other.method)) return false;
  if (disjoint(one.headers, other.headers, true) || disjoint(one.queryParams, other.queryParams, false)) return false;
  return pathsMeet(one.uri ?? { prefix: '/' }, other.uri ?? { prefix: '/' });
}

function disjoint(one: Texts = {}, other: Texts = {}, ignoreCase = false): boolean {
  const key = (name: string) => (ignoreCase ? name.toLowerCase() : name);
  return Object.entries(one).some(([name, condition]) =>
    Object.entries(other).some(([second, otherCondition]) => key(second) === key(name) && differ(condition, otherCondition)),
  );
}

function differ(one: TextCondition, other: TextCondition): boolean {
  return 'exact' in one && 'exact' in other && one.exact !== other.exact;
}

function pathsMeet(one: TextCondition, other: TextCondition): boolean {
  if ('exact' in one && 'exact' in other) return one.exact === other.exact;
  if ('prefix' in one && 'prefix' in other) return isUnder(one.prefix, other.prefix) || isUnder(other.prefix, one.prefix);
  if ('exact' in one && 'prefix' in other) return isUnder(one.exact, other.prefix);
  if ('prefix' in one && 'exact' in other) return isUnder(other.exact, one.prefix);
  return true;
}

/** Prefixes of an HTTPRoute hold for whole elements of a path: `/foo` for `/foo/bar`, not for `/foobar`. */
function isUnder(path: string, prefix: string): boolean {
  const stem = prefix.replace(/\/+$/, '');
  return path === stem || path.startsWith(`${stem}/`) || path === prefix;
}

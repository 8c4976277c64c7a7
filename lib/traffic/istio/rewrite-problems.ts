import type { Route } from '../route';

/** Istio puts the path in the place of the prefix letter by letter; the Gateway API minds the '/' between the two. */
export function rewriteProblems({ matches, _parts: { rewrite } }: Route): string[] {
  const prefixes = matches.flatMap(({ _parts: { uri } }) => (uri && 'prefix' in uri ? [uri.prefix] : []));
  if (rewrite?.uri !== '/' || !prefixes.some((prefix) => prefix.length > 1 && !prefix.endsWith('/'))) return [];
  return [
    "rewrite.uri '/' behind a prefix without '/' at its end makes '//x' of its '/x'; match the prefix with '/' at its end and the exact path besides.",
  ];
}

import type { TreeObject } from '../../manifest/tree';
import { textTree } from '../../service/env';
import { durationText } from '../duration-text';
import type { MatchParts } from '../match-parts';
import type { Route } from '../route';
import type { TextCondition } from '../text-condition';
import { backendRefs } from './backends';
import { httpFilters } from './filters';
import { textMatches } from './text';

/** One rule of an HTTPRoute. See https://gateway-api.sigs.k8s.io/reference/spec/#httprouterule */
export function httpRule(route: Route): TreeObject {
  const { matches, _parts: parts } = route;
  const filters = httpFilters(route);
  return {
    name: parts.name,
    matches: matches.length > 0 ? matches.flatMap((match) => httpMatches(match._parts)) : undefined,
    filters: filters.length > 0 ? filters : undefined,
    timeouts: parts.timeout && { request: durationText(parts.timeout) },
    backendRefs: backendRefs(route),
  };
}

/** Several methods of one match are several matches here. */
function httpMatches({ uri, method, headers, queryParams }: MatchParts): TreeObject[] {
  const one = {
    path: uri && pathMatch(uri),
    headers: headers && textMatches(headers),
    queryParams: queryParams && textMatches(queryParams),
  };
  return method ? methodsOf(method).map((each) => ({ ...one, method: each })) : [one];
}

function pathMatch(condition: TextCondition): TreeObject {
  if ('exact' in condition) return { type: 'Exact', value: textTree(condition.exact) };
  if ('prefix' in condition) return { type: 'PathPrefix', value: textTree(condition.prefix) };
  return { type: 'RegularExpression', value: textTree('regex' in condition ? condition.regex : '.*') };
}

/** The methods of `Match.method(...)`, which states several as an expression. */
function methodsOf(condition: TextCondition): string[] {
  if ('exact' in condition) return [condition.exact];
  return 'regex' in condition ? condition.regex.replace(/^\^\(\?:|\)\$$/g, '').split('|') : [];
}

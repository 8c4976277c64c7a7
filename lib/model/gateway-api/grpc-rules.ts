import type { FieldPath } from '../../check/finding';
import type { HttpMatch, HttpRule, StringMatch } from '../istio/virtual-service';
import { has, listAt, textAt } from '../loose';
import { namespaceOf } from '../objects';
import type { SourcedManifest } from '../sourced';
import type { Backends } from './backends';
import { headersOf } from './headers';
import { conditions, foreignFilter, mirrorsOf } from './rules';

const FILTERS = new Set(['RequestHeaderModifier', 'ResponseHeaderModifier', 'RequestMirror']);

/** Rules of a GRPCRoute in the form of an HTTPRoute's, one for each match, or why the route is of no use. A call is a request for `/SERVICE/METHOD`. */
export function grpcRulesOf(route: SourcedManifest, backends: Backends, checked: boolean): HttpRule[] | { unusable: string } {
  const rules = listAt(route.manifest, 'spec', 'rules');
  const foreign = foreignFilter(rules, FILTERS);
  if (foreign !== undefined) return { unusable: `filters of the type ${foreign} are not supported` };
  return rules.flatMap((rule, index) => rulesOfOne(rule, index, route, backends, checked));
}

function rulesOfOne(rule: unknown, index: number, object: SourcedManifest, backends: Backends, checked: boolean): HttpRule[] {
  const namespace = namespaceOf(object);
  const path = ['spec', 'rules', index];
  const filters = listAt(rule, 'filters');
  const destinations = listAt(rule, 'backendRefs')
    .map((reference, at) => backends.destination(reference, object, checked, [...path, 'backendRefs', at]))
    .filter((destination) => destination.weight > 0);
  const shared = {
    name: textAt(rule, 'name') ?? `${namespace}.${object.manifest.metadata.name}.${index}`,
    object,
    path,
    destinations,
    directResponse: destinations.length === 0 ? { status: 500 } : undefined,
    mirrors: mirrorsOf(filters, object, backends, checked, path),
    headers: headersOf(filters),
  };
  const matches = listAt(rule, 'matches');
  return (matches.length > 0 ? matches : [{}]).map((match, at) => ({ ...shared, matches: [matchOf(match, [...path, 'matches', at])] }));
}

function matchOf(match: unknown, path: FieldPath): HttpMatch {
  return {
    uri: has(match, 'method')
      ? uriOf(textAt(match, 'method', 'type'), textAt(match, 'method', 'service'), textAt(match, 'method', 'method'))
      : undefined,
    ignoreUriCase: false,
    headers: conditions(match, 'headers'),
    withoutHeaders: [],
    queryParams: [],
    sourceLabels: {},
    gateways: [],
    path,
  };
}

/** A service alone is a prefix, or an expression of its kind; a method alone an expression. */
function uriOf(type: string | undefined, service: string | undefined, method: string | undefined): StringMatch {
  if (service === undefined) return { kind: 'regex', value: `/[^/]+/${method ?? ''}` };
  if (type === 'RegularExpression') return { kind: 'regex', value: `/${service}/${method ?? '.+'}` };
  return method === undefined ? { kind: 'prefix', value: `/${service}/` } : { kind: 'exact', value: `/${service}/${method}` };
}

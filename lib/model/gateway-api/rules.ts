import type { FieldPath } from '../../check/finding';
import type { Cors, HttpMatch, HttpRule, Mirror, Redirect, Retries, Rewrite, StringMatch, StringMatches } from '../istio/virtual-service';
import { at, has, listAt, numberAt, textAt, textsAt } from '../loose';
import { compare, namespaceOf } from '../objects';
import type { SourcedManifest } from '../sourced';
import type { Backends } from './backends';
import { headersOf } from './headers';

const FILTERS = new Set(['RequestHeaderModifier', 'ResponseHeaderModifier', 'RequestRedirect', 'RequestMirror', 'URLRewrite', 'CORS']);

const BACKEND_FILTERS = new Set(['RequestHeaderModifier', 'ResponseHeaderModifier']);

/** Rules of an HTTPRoute, one for each match, or why the route is of no use. */
export function rulesOf(route: SourcedManifest, backends: Backends, checked: boolean): HttpRule[] | { unusable: string } {
  const rules = listAt(route.manifest, 'spec', 'rules');
  const foreign = foreignFilter(rules, FILTERS);
  if (foreign !== undefined) return { unusable: `filters of the type ${foreign} are not supported` };
  return rules.flatMap((rule, index) => rulesOfOne(rule, index, route, backends, checked));
}

/** The type of a filter that is not among those that are known: of a rule, or of one of its backends, which can only change headers. */
export function foreignFilter(rules: readonly unknown[], known: ReadonlySet<string>): string | undefined {
  const types = (holder: unknown) => listAt(holder, 'filters').map((filter) => textAt(filter, 'type') ?? '');
  const ofRule = rules.flatMap(types).find((type) => !known.has(type));
  const backends = rules.flatMap((rule) => listAt(rule, 'backendRefs')).filter((backend) => numberAt(backend, 'weight') !== 0);
  return ofRule ?? backends.flatMap(types).find((type) => !BACKEND_FILTERS.has(type));
}

function rulesOfOne(rule: unknown, index: number, object: SourcedManifest, backends: Backends, checked: boolean): HttpRule[] {
  const namespace = namespaceOf(object);
  const path = ['spec', 'rules', index];
  const filters = listAt(rule, 'filters');
  const filter = (type: string, field: string) => filters.filter((one) => textAt(one, 'type') === type).map((one) => at(one, field));
  const destinations = listAt(rule, 'backendRefs')
    .map((reference, at) => backends.destination(reference, object, checked, [...path, 'backendRefs', at]))
    .filter((destination) => destination.weight > 0);
  const redirect = filter('RequestRedirect', 'requestRedirect').at(-1);
  const retries = retriesOf(rule);
  const shared = {
    name: textAt(rule, 'name') ?? `${namespace}.${object.manifest.metadata.name}.${index}`,
    object,
    path,
    destinations: redirect ? [] : destinations,
    redirect: redirect ? redirectOf(redirect) : undefined,
    directResponse: !redirect && destinations.length === 0 ? { status: 500 } : undefined,
    rewrite: filter('URLRewrite', 'urlRewrite').map(rewriteOf).at(-1),
    timeout: duration(rule, 'request') ?? (retries ? undefined : duration(rule, 'backendRequest')),
    retries,
    mirrors: mirrorsOf(filters, object, backends, checked, path),
    cors: filter('CORS', 'cors').map(corsOf).at(-1),
    headers: headersOf(filters),
  };
  const matches = listAt(rule, 'matches');
  return (matches.length > 0 ? matches : [{}]).map((match, at) => ({ ...shared, matches: [matchOf(match, [...path, 'matches', at])] }));
}

function matchOf(match: unknown, path: FieldPath): HttpMatch {
  const method = textAt(match, 'method');
  return {
    uri: uriOf(at(match, 'path')),
    ignoreUriCase: false,
    method: method === undefined ? undefined : { kind: 'exact', value: method },
    headers: conditions(match, 'headers'),
    withoutHeaders: [],
    queryParams: conditions(match, 'queryParams'),
    sourceLabels: {},
    gateways: [],
    path,
  };
}

/** A path condition; without one it is the prefix `/`, as the API server fills in. A prefix loses its final slash. */
function uriOf(path: unknown): StringMatch {
  const value = textAt(path, 'value') ?? '/';
  const type = textAt(path, 'type') ?? 'PathPrefix';
  if (type === 'Exact') return { kind: 'exact', value };
  if (type === 'RegularExpression') return { kind: 'regex', value };
  return { kind: 'prefix', value: value === '/' ? value : value.replace(/\/$/, '') };
}

/** Conditions by name; of two with one name Istio keeps the last. */
export function conditions(match: unknown, field: string): StringMatches {
  const named = listAt(match, field).map((one): [string, StringMatch] => {
    const value = textAt(one, 'value') ?? '';
    const kind = textAt(one, 'type') === 'RegularExpression' ? 'regex' : 'exact';
    return [textAt(one, 'name') ?? '', kind === 'regex' && value === '*' ? { kind: 'present', value: '' } : { kind, value }];
  });
  return [...new Map(named)].sort(([a], [b]) => compare(a, b));
}

function redirectOf(redirect: unknown): Redirect {
  const scheme = textAt(redirect, 'scheme');
  const type = textAt(redirect, 'path', 'type');
  return {
    uri: type === 'ReplaceFullPath' ? textAt(redirect, 'path', 'replaceFullPath') || undefined : undefined,
    prefixRewrite: type === 'ReplacePrefixMatch' ? textAt(redirect, 'path', 'replacePrefixMatch') || undefined : undefined,
    authority: textAt(redirect, 'hostname'),
    scheme,
    port: numberAt(redirect, 'port') ?? (scheme === undefined ? 'request' : 'protocol'),
    code: numberAt(redirect, 'statusCode') ?? 302,
  };
}

function rewriteOf(rewrite: unknown): Rewrite {
  const type = textAt(rewrite, 'path', 'type');
  const prefix = textAt(rewrite, 'path', 'replacePrefixMatch') ?? '';
  const full = textAt(rewrite, 'path', 'replaceFullPath') ?? '';
  return {
    uri: type === 'ReplacePrefixMatch' ? prefix.replace(/\/$/, '') || '/' : undefined,
    regex: type === 'ReplaceFullPath' ? { match: '/.*', rewrite: full } : undefined,
    authority: textAt(rewrite, 'hostname'),
  };
}

function retriesOf(rule: unknown): Retries | undefined {
  if (!has(rule, 'retry')) return undefined;
  const attempts = numberAt(rule, 'retry', 'attempts') ?? 2;
  const codes = listAt(rule, 'retry', 'codes').map(String);
  const retryOn = ['connect-failure', 'refused-stream', 'unavailable', 'cancelled', ...codes].join(',');
  return {
    attempts,
    retryOn: attempts === 0 ? undefined : retryOn,
    perTryTimeout: duration(rule, 'backendRequest'),
    backoff: textAt(rule, 'retry', 'backoff'),
  };
}

/** A duration of zero means none. */
function duration(rule: unknown, field: string): string | undefined {
  const text = textAt(rule, 'timeouts', field);
  return text === undefined || /^0+[a-z]*$/.test(text) ? undefined : text;
}

/** Copies that filters ask for; those whose backend may not be used are not sent. */
export function mirrorsOf(
  filters: readonly unknown[],
  object: SourcedManifest,
  backends: Backends,
  checked: boolean,
  path: FieldPath,
): Mirror[] {
  const mirrors = filters.filter((one) => textAt(one, 'type') === 'RequestMirror').map((one) => at(one, 'requestMirror'));
  return mirrors.flatMap((mirror) => {
    const destination = backends.destination(at(mirror, 'backendRef'), object, checked, [...path, 'filters']);
    const numerator = numberAt(mirror, 'fraction', 'numerator');
    const fraction = numerator === undefined ? undefined : (100 * numerator) / (numberAt(mirror, 'fraction', 'denominator') ?? 100);
    const percent = fraction ?? numberAt(mirror, 'percent') ?? 100;
    return destination.invalid !== undefined || percent <= 0 ? [] : [{ destination, percent }];
  });
}

function corsOf(cors: unknown): Cors {
  const origins = textsAt(cors, 'allowOrigins').map((origin): StringMatch => {
    if (!origin.includes('*')) return { kind: 'exact', value: origin };
    return {
      kind: 'regex',
      value: origin
        .split('*')
        .map((part) => part.replace(/[\\^$.|?+()[\]{}]/g, '\\$&'))
        .join('.*'),
    };
  });
  return { origins, forwardUnmatched: true };
}

import type { FieldPath } from '../../check/finding';
import { at, booleanAt, entriesAt, labelsAt, listAt, numberAt, textAt, textsAt } from '../loose';
import { type HttpMatch, MESH, type StringMatch, type StringMatches } from './virtual-service';

/** Reads `match` of a rule; an empty list means that every request fits. */
export function matchesOf(rule: unknown, namespace: string, path: FieldPath): HttpMatch[] {
  return listAt(rule, 'match').map((match, index) => matchOf(match, namespace, [...path, 'match', index]));
}

function matchOf(match: unknown, namespace: string, path: FieldPath): HttpMatch {
  const port = numberAt(match, 'port');
  return {
    name: textAt(match, 'name'),
    uri: optional(at(match, 'uri')),
    ignoreUriCase: booleanAt(match, 'ignoreUriCase') ?? false,
    scheme: optional(at(match, 'scheme')),
    method: optional(at(match, 'method')),
    authority: optional(at(match, 'authority')),
    headers: named(match, 'headers'),
    withoutHeaders: named(match, 'withoutHeaders'),
    queryParams: named(match, 'queryParams'),
    port: port === 0 ? undefined : port,
    sourceLabels: labelsAt(match, 'sourceLabels'),
    sourceNamespace: textAt(match, 'sourceNamespace') || undefined,
    gateways: textsAt(match, 'gateways').map((name) => gatewayName(name, namespace)),
    path,
  };
}

function optional(value: unknown): StringMatch | undefined {
  return value === undefined || value === null ? undefined : stringMatch(value);
}

/** A StringMatch; without any of its fields, and for the regular expression `*`, it only asks for presence. */
export function stringMatch(value: unknown): StringMatch {
  for (const kind of ['exact', 'prefix', 'regex'] as const) {
    const text = textAt(value, kind);
    if (text !== undefined) return kind === 'regex' && text === '*' ? { kind: 'present', value: '' } : { kind, value: text };
  }
  return { kind: 'present', value: '' };
}

/** Conditions on headers or parameters, in the order of their names, as Istio writes them. */
function named(match: unknown, field: string): StringMatches {
  return entriesAt(match, field)
    .map(([name, value]) => [name, stringMatch(value)] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

/** `namespace/name` of a gateway as a VirtualService names it; the old form `name.namespace.svc...` is understood too. */
export function gatewayName(name: string, namespace: string): string {
  if (name === MESH) return name;
  const slash = name.indexOf('/');
  if (slash >= 0) return name.slice(0, slash) === '.' ? `${namespace}${name.slice(slash)}` : name;
  if (!name.includes('.')) return `${namespace}/${name}`;
  const [short, ofNamespace] = name.split('.');
  return `${ofNamespace}/${short}`;
}

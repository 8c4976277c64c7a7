import { compare } from '../objects';
import type { Dropped } from './model';
import type { HttpMatch, HttpRule, StringMatch, StringMatches, VirtualService } from './virtual-service';
import { isVisible } from './visibility';

/** The rules of a root VirtualService with those of its delegates in place of its delegations; what falls away is reported. */
export function mergeDelegates(
  root: VirtualService,
  delegates: ReadonlyMap<string, VirtualService>,
  drop: (dropped: Dropped) => void,
): HttpRule[] {
  return root.rules.flatMap((rule) => {
    if (!rule.delegate) return [rule];
    const { namespace, name } = rule.delegate;
    const ignored = (reason: string) => drop({ object: root.object, path: rule.path, reason, effect: 'ignored' });
    const delegate = delegates.get(`${namespace}/${name}`);
    if (!delegate) {
      ignored(`the delegate ${namespace}/${name} does not exist${name ? ', or has hosts of its own' : ''}`);
      return [];
    }
    if (!isVisible(delegate.exportTo, root.namespace)) {
      ignored(`the delegate ${namespace}/${name} is not exported to ${root.namespace}`);
      return [];
    }
    return delegate.rules.flatMap((sub) => {
      const matches = mergeMatches(rule.matches, sub.matches);
      if (matches) return [mergeRule(rule, sub, matches)];
      const reason = `it conflicts with the match of ${root.namespace}/${root.name} that delegates to it`;
      drop({ object: delegate.object, path: sub.path, reason, effect: 'ignored' });
      return [];
    });
  });
}

function mergeRule(root: HttpRule, sub: HttpRule, matches: readonly HttpMatch[]): HttpRule {
  return {
    ...sub,
    name: joined(root.name, sub.name),
    matches,
    rewrite: sub.rewrite ?? root.rewrite,
    directResponse: sub.directResponse ?? root.directResponse,
    timeout: sub.timeout ?? root.timeout,
    retries: sub.retries ?? root.retries,
    fault: sub.fault ?? root.fault,
    mirrors: sub.mirrors.length > 0 ? sub.mirrors : root.mirrors,
    cors: sub.cors ?? root.cors,
    headers: sub.headers ?? root.headers,
    delegate: undefined,
  };
}

function joined(root: string, sub: string): string {
  return root && sub ? `${root}-${sub}` : sub || root;
}

/** Every pair of a root's and a delegate's match that can both hold; undefined when one of the delegate's goes with none of the root's. */
export function mergeMatches(root: readonly HttpMatch[], sub: readonly HttpMatch[]): readonly HttpMatch[] | undefined {
  if (root.length === 0) return sub;
  if (sub.length === 0) return root;
  const merged: HttpMatch[] = [];
  for (const match of sub) {
    const fitting = root.filter((other) => !conflicts(other, match));
    if (fitting.length === 0) return undefined;
    merged.push(...fitting.map((other) => mergeMatch(other, match)));
  }
  return merged;
}

function mergeMatch(root: HttpMatch, sub: HttpMatch): HttpMatch {
  return {
    ...sub,
    name: joined(root.name ?? '', sub.name ?? '') || undefined,
    uri: sub.uri ?? root.uri,
    scheme: sub.scheme ?? root.scheme,
    method: sub.method ?? root.method,
    authority: sub.authority ?? root.authority,
    headers: union(root.headers, sub.headers),
    withoutHeaders: union(root.withoutHeaders, sub.withoutHeaders),
    queryParams: union(root.queryParams, sub.queryParams),
    port: sub.port ?? root.port,
    sourceLabels: { ...root.sourceLabels, ...sub.sourceLabels },
    sourceNamespace: sub.sourceNamespace ?? root.sourceNamespace,
    gateways: sub.gateways.length > 0 ? sub.gateways : root.gateways,
  };
}

function union(root: StringMatches, sub: StringMatches): StringMatches {
  return [...new Map([...root, ...sub])].sort(([a], [b]) => compare(a, b));
}

function conflicts(root: HttpMatch, sub: HttpMatch): boolean {
  return (
    (['uri', 'scheme', 'method', 'authority'] as const).some((field) => textConflicts(root[field], sub[field])) ||
    (['headers', 'withoutHeaders', 'queryParams'] as const).some((field) => anyConflicts(root[field], sub[field])) ||
    root.ignoreUriCase !== sub.ignoreUriCase ||
    (root.port !== undefined && sub.port !== undefined && root.port !== sub.port) ||
    (root.sourceNamespace !== undefined && sub.sourceNamespace !== root.sourceNamespace) ||
    Object.entries(sub.sourceLabels).some(([key, value]) => Object.hasOwn(root.sourceLabels, key) && root.sourceLabels[key] !== value) ||
    (root.gateways.length > 0 && sub.gateways.length > 0 && !sub.gateways.every((gateway) => root.gateways.includes(gateway)))
  );
}

function anyConflicts(root: StringMatches, sub: StringMatches): boolean {
  const ofRoot = new Map(root);
  return sub.some(([name, match]) => textConflicts(ofRoot.get(name), match));
}

/** A regular expression goes with no other condition; a prefix with longer ones; an exact value only with itself. */
function textConflicts(root: StringMatch | undefined, sub: StringMatch | undefined): boolean {
  if (!root || !sub) return false;
  const [ofRoot, ofSub] = [stated(root), stated(sub)];
  if (ofRoot === 'regex' || ofSub === 'regex') return true;
  if (ofRoot === 'exact') return ofSub === 'prefix' || sub.value !== root.value;
  return ofRoot !== 'prefix' || ofSub === undefined || !sub.value.startsWith(root.value);
}

/** The kind of a condition; one with an empty value counts as none. */
function stated(match: StringMatch): StringMatch['kind'] | undefined {
  return match.value === '' ? undefined : match.kind;
}

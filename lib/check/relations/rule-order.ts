import { type Field, isObject } from '../field';
import { VIRTUAL_SERVICE } from '../kinds';
import type { Subject } from '../subject';
import { type VirtualServiceView, virtualServiceView } from '../views/virtual-service';
import { covers, type Match } from './coverage';

/** A rule that no request reaches, and the earlier rule that takes them all. */
export interface DeadRule {
  readonly rule: Field;
  readonly by: Field;
}

/** The http, tcp and tls rules of a VirtualService that earlier ones in the same list leave nothing for. Delegates are looked into. */
export function deadRules(view: VirtualServiceView, subject: Subject): DeadRule[] {
  const gateways = view.gateways.length > 0 ? view.gateways : ['mesh'];
  return ['http', 'tls', 'tcp'].flatMap((list) => deadIn(view.resource.spec.at(list).items, gateways, view, subject));
}

function deadIn(rules: readonly Field[], gateways: readonly string[], view: VirtualServiceView, subject: Subject): DeadRule[] {
  const dead: DeadRule[] = [];
  const earlier: { readonly match: Match; readonly rule: Field }[] = [];
  for (const rule of rules) {
    const alternatives = alternativesOf(rule).map((match) => ({ gateways, ...match }));
    const takers = alternatives.map((match) => earlier.find((before) => covers(before.match, match)));
    if (takers.every((taker) => taker !== undefined)) dead.push({ rule, by: takers[0]?.rule ?? rule });
    else earlier.push(...taken(rule, alternatives, view, subject).map((match) => ({ match: withoutAll(match, gateways), rule })));
  }
  return dead;
}

function alternativesOf(rule: Field): Match[] {
  const matches = rule.at('match').items.map((entry) => (isObject(entry.value) ? entry.value : {}));
  return matches.length > 0 ? matches : [{}];
}

/** A match on all gateways of the VirtualService is no condition. */
function withoutAll(match: Match, gateways: readonly string[]): Match {
  const { gateways: own, ...rest } = match;
  return Array.isArray(own) && gateways.every((name) => own.includes(name)) ? rest : match;
}

/** What a rule takes from those behind it: its matches or, when it delegates, what its delegate's rules take of them. */
function taken(rule: Field, alternatives: readonly Match[], view: VirtualServiceView, subject: Subject): Match[] {
  const delegate = rule.at('delegate');
  if (!delegate.present) return [...alternatives];
  const name = delegate.at('name').text ?? '';
  const resource = subject.find(VIRTUAL_SERVICE, delegate.at('namespace').text ?? view.resource.id.namespace, name);
  if (!resource) return [];
  const inner = virtualServiceView(resource).http.flatMap((entry) => (entry.delegate ? [] : alternativesOf(entry.field)));
  return alternatives.flatMap((outer) =>
    inner.filter((match) => !('uri' in outer && 'uri' in match)).map((match) => ({ ...match, ...merged(outer, match) })),
  );
}

function merged(outer: Match, inner: Match): Match {
  const headers = { ...(isObject(inner.headers) ? inner.headers : {}), ...(isObject(outer.headers) ? outer.headers : {}) };
  return Object.keys(headers).length > 0 ? { ...inner, ...outer, headers } : { ...inner, ...outer };
}

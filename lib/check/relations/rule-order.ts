import { mergeMatches } from '../../model/istio/delegates';
import { gatewayName, matchesOf } from '../../model/istio/read-match';
import { type HttpMatch, MESH } from '../../model/istio/virtual-service';
import { type Field, isObject } from '../field';
import { VIRTUAL_SERVICE } from '../kinds';
import type { Subject } from '../subject';
import { type VirtualServiceView, virtualServiceView } from '../views/virtual-service';
import { covers } from './coverage';

/** A rule that no request reaches, and the earlier rule that takes them all. */
export interface DeadRule {
  readonly rule: Field;
  readonly by: Field;
}

/** The http, tls and tcp rules of a VirtualService that earlier ones in the same list leave nothing for. Delegates are looked into. */
export function deadRules(view: VirtualServiceView, subject: Subject): DeadRule[] {
  const { namespace } = view.resource.id;
  const gateways = view.gateways.length > 0 ? view.gateways.map((name) => gatewayName(name, namespace)) : [MESH];
  const spec = view.resource.spec;
  return [
    ...deadIn(spec.at('http').items, {
      matches: (rule) => alternatives(matchesOf(rule.value, namespace, []), ANY),
      taken: (rule, matches) => taken(rule, matches, namespace, subject),
      covers: (wide, narrow) => covers(wide, narrow, gateways),
    }),
    ...['tls', 'tcp'].flatMap((list) => deadIn(spec.at(list).items, CONNECTIONS)),
  ];
}

/** The match of a rule without one. */
const ANY: HttpMatch = { ignoreUriCase: false, headers: [], withoutHeaders: [], queryParams: [], sourceLabels: {}, gateways: [], path: [] };

const alternatives = <M>(matches: readonly M[], any: M): readonly M[] => (matches.length > 0 ? matches : [any]);

interface Order<M> {
  /** The alternatives of a rule. */
  matches(rule: Field): readonly M[];
  /** What it takes from those behind it. */
  taken(rule: Field, matches: readonly M[]): readonly M[];
  covers(wide: M, narrow: M): boolean;
}

function deadIn<M>(rules: readonly Field[], order: Order<M>): DeadRule[] {
  const dead: DeadRule[] = [];
  const earlier: { readonly match: M; readonly rule: Field }[] = [];
  for (const rule of rules) {
    const matches = order.matches(rule);
    const takers = matches.map((match) => earlier.find((before) => order.covers(before.match, match)));
    if (takers.every((taker) => taker !== undefined)) dead.push({ rule, by: takers[0]?.rule ?? rule });
    else earlier.push(...order.taken(rule, matches).map((match) => ({ match, rule })));
  }
  return dead;
}

/** Its matches or, when it delegates, what its delegate's rules take of them. */
function taken(rule: Field, matches: readonly HttpMatch[], namespace: string, subject: Subject): readonly HttpMatch[] {
  const delegate = rule.at('delegate');
  if (!delegate.present) return matches;
  const resource = subject.find(VIRTUAL_SERVICE, delegate.at('namespace').text ?? namespace, delegate.at('name').text ?? '');
  if (!resource) return [];
  const inner = virtualServiceView(resource).http.filter((entry) => !entry.delegate);
  return inner.flatMap(({ field }) => mergeMatches(matches, matchesOf(field.value, resource.id.namespace, [])) ?? []);
}

/** Connections are told apart by lists of names and addresses: an earlier rule takes those of a later one when all that it states is stated there too. */
const CONNECTIONS: Order<Readonly<Record<string, unknown>>> = {
  matches: (rule) =>
    alternatives(
      rule.at('match').items.map(({ value }) => (isObject(value) ? value : {})),
      {},
    ),
  taken: (_, matches) => matches,
  covers: (wide, narrow) => Object.keys(wide).every((key) => JSON.stringify(wide[key]) === JSON.stringify(narrow[key])),
};

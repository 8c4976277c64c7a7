import { fieldPathText } from '../../check/finding';
import type { AuthorizationPolicy, Condition, PolicyRule } from '../../model/istio/authorization';
import { describe } from './answer';
import type { Incoming } from './incoming';

/** What policies make of a request: a sentence with the reason, unless it passes. */
export type Verdict =
  | { readonly kind: 'passes' }
  | { readonly kind: 'denied' | 'unknown'; readonly reason: string; readonly object: string };

/** Holds, does not hold, or depends on what a request does not say. */
type Truth = boolean | undefined;

const PASSES: Verdict = { kind: 'passes' };

/** As Envoy asks its policies: a DENY that fits refuses; where there are ALLOWs one of them has to fit. */
export function authorize(policies: readonly AuthorizationPolicy[], request: Incoming, tokens: boolean): Verdict {
  const attributes = new Attributes(request, tokens);
  const custom = policies.find((policy) => policy.action === 'CUSTOM' && policy.rules.some((rule) => attributes.fits(rule) !== false));
  const denying = policies.filter((policy) => policy.action === 'DENY');
  for (const policy of denying) {
    const rule = policy.rules.find((one) => attributes.fits(one) === true);
    if (rule)
      return {
        kind: 'denied',
        reason: `${describe(policy.object)} denies it (${fieldPathText(rule.path)})`,
        object: describe(policy.object),
      };
  }
  const doubtful = denying.find((policy) => policy.rules.some((rule) => attributes.fits(rule) === undefined));
  if (doubtful) return unknown(doubtful, 'may deny it: that depends on who asks and from where');
  const allowing = policies.filter((policy) => policy.action === 'ALLOW');
  const truths = allowing.flatMap((policy) => policy.rules.map(attributes.fits));
  const [first] = allowing;
  if (first && !truths.includes(true)) {
    const names = allowing.map((policy) => describe(policy.object)).join(', ');
    if (truths.includes(undefined)) return unknown(first, 'may allow it: that depends on who asks and from where');
    return { kind: 'denied', reason: `no rule of ${names} allows it`, object: describe(first.object) };
  }
  return custom ? unknown(custom, 'asks a service of its own about it') : PASSES;
}

function unknown({ object }: AuthorizationPolicy, what: string): Verdict {
  return { kind: 'unknown', reason: `${describe(object)} ${what}`, object: describe(object) };
}

class Attributes {
  constructor(
    private readonly request: Incoming,
    /** Whether a RequestAuthentication reads tokens. */
    private readonly tokens: boolean,
  ) {}

  readonly fits = ({ from, to, when }: PolicyRule): Truth =>
    every([anyOf(from, this.holds), anyOf(to, this.holds), every(when.map(this.holds))]);

  private readonly holds = ({ key, values, notValues }: Condition): Truth => {
    const given = this.valuesOf(key);
    if (given === undefined) return undefined;
    const matches = (value: string) => given.some((one) => fitsPattern(value, one, key));
    return (values.length === 0 || values.some(matches)) && !notValues.some(matches);
  };

  /** The values of an attribute, none when it is absent; undefined when the request does not tell. */
  private valuesOf(key: string): readonly string[] | undefined {
    const { request } = this;
    const header = /^request\.headers\[(.+)\]$/.exec(key)?.[1];
    if (header !== undefined) return request.headers.get(header.toLowerCase()) ?? [];
    if (key === 'host') return [request.authority.toLowerCase()];
    if (key === 'method') return [request.method];
    if (key === 'path') return [request.path];
    if (key === 'destination.port') return [String(request.port)];
    if (key === 'connection.sni') return request.scheme === 'https' ? [request.host] : [];
    if (key.startsWith('request.auth.')) return this.tokens ? undefined : [];
    return key.startsWith('source.') && key !== 'source.ip' && request.scheme === 'http' ? [] : undefined;
  }
}

function every(truths: readonly Truth[]): Truth {
  return truths.includes(false) ? false : truths.includes(undefined) ? undefined : true;
}

function anyOf(lists: readonly (readonly Condition[])[], holds: (condition: Condition) => Truth): Truth {
  if (lists.length === 0) return true;
  const truths = lists.map((list) => every(list.map(holds)));
  return truths.includes(true) ? true : truths.includes(undefined) ? undefined : false;
}

/** Exact, `prefix*`, `*suffix` and `*`; of paths also templates with `{*}` and `{**}`. */
function fitsPattern(pattern: string, value: string, key: string): boolean {
  if (key === 'path' && /\{\*\*?\}/.test(pattern)) return templateFits(pattern, value);
  const wanted = key === 'host' ? pattern.toLowerCase() : pattern;
  if (wanted === '*') return true;
  if (wanted.startsWith('*')) return value.endsWith(wanted.slice(1));
  return wanted.endsWith('*') ? value.startsWith(wanted.slice(0, -1)) : value === wanted;
}

function templateFits(template: string, path: string): boolean {
  const parts = template.split(/(\{\*\*?\})/).map((part) => {
    if (part === '{**}') return '.*';
    return part === '{*}' ? '[^/]+' : part.replace(/[\\^$.|?+()[\]{}*]/g, '\\$&');
  });
  return new RegExp(`^${parts.join('')}$`).test(path);
}

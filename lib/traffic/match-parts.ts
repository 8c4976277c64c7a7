import { anyCookieRegex, type CookieTerm, cookieRegex } from './cookie';
import type { IngressGateway } from './ingress-gateway';
import { describeCondition, sameCondition, type TextCondition } from './text-condition';

/** The conditions of one match, as every renderer (Istio, Gateway API, Flagger, Argo Rollouts) reads them: all of them must hold. */
export interface MatchParts {
  readonly uri?: TextCondition;
  /** Istio compares `exact` and `prefix` of the path without regard to case; it has no effect on `regex`. */
  readonly ignoreUriCase?: boolean;
  readonly method?: TextCondition;
  readonly scheme?: TextCondition;
  readonly authority?: TextCondition;
  /** Keys are in the user's writing; no two differ by case only. A condition on cookies stands here too, as a regex over `cookie`. */
  readonly headers?: Texts;
  /** Requests that fit one of these are excluded. `present` means: without the header. */
  readonly withoutHeaders?: Texts;
  readonly queryParams?: Texts;
  readonly sourceLabels?: { readonly [label: string]: string };
  readonly sourceNamespace?: string;
  /** The port that was connected to, not one in the Host header. */
  readonly port?: number;
  readonly gateways?: readonly (IngressGateway | string)[];
  /** What the condition on the header `cookie` was made from. */
  readonly cookies?: readonly CookieTerm[];
  /** The cookies that exclude a request; they stand in `withoutHeaders` too, as a regex over `cookie`. */
  readonly withoutCookies?: readonly string[];
}

export interface Texts {
  readonly [name: string]: TextCondition;
}

/** The header in which browsers send all cookies of a site. */
export const COOKIE = 'cookie';

/** Excludes requests with any of these cookies. */
export function withoutCookies(names: readonly string[]): MatchParts {
  const regex = `^(?:${names.map((name) => anyCookieRegex(name)).join('|')})$`;
  return { withoutHeaders: { [COOKIE]: { regex } }, withoutCookies: names };
}

/** What two matches demand together, and what contradicts. */
export function bothParts(one: MatchParts, other: MatchParts, problems: string[]): MatchParts {
  const cookies = bothCookies(one.cookies ?? [], other.cookies ?? [], problems);
  const merged: MatchParts = {
    uri: single('the path', one.uri, other.uri, problems),
    ignoreUriCase: one.ignoreUriCase || other.ignoreUriCase,
    method: single('the method', one.method, other.method, problems),
    scheme: single('the scheme', one.scheme, other.scheme, problems),
    authority: single('the authority', one.authority, other.authority, problems),
    headers: texts('header', headersOf(one, cookies), headersOf(other, cookies), problems),
    ...excluded(one, other, problems),
    queryParams: texts('query parameter', one.queryParams, other.queryParams, problems),
    sourceLabels: merge(one.sourceLabels, other.sourceLabels),
    sourceNamespace: plain('the namespace of the source', one.sourceNamespace, other.sourceNamespace, problems),
    port: plain('the port', one.port, other.port, problems),
    gateways:
      one.gateways && other.gateways
        ? one.gateways.filter((gateway) => other.gateways?.includes(gateway))
        : (one.gateways ?? other.gateways),
    cookies: cookies.length > 0 ? cookies : undefined,
  };
  if (one.gateways && other.gateways && merged.gateways?.length === 0) problems.push('the gateways of both conditions exclude each other');
  contradictions(merged, problems);
  return withoutUndefined(merged);
}

function bothCookies(one: readonly CookieTerm[], other: readonly CookieTerm[], problems: string[]): CookieTerm[] {
  const added = other.filter((term) => {
    const first = one.find((each) => each.name === term.name);
    if (first) single(`the cookie '${term.name}'`, first.condition, term.condition, problems);
    return !first;
  });
  return [...one, ...added];
}

/** Headers with the one expression that holds for all cookies together. */
function headersOf(parts: MatchParts, cookies: readonly CookieTerm[]): Texts | undefined {
  return parts.cookies ? { ...parts.headers, [COOKIE]: { regex: cookieRegex(cookies) } } : parts.headers;
}

/** Headers that exclude a request, with the one expression for all cookies that do. */
function excluded(one: MatchParts, other: MatchParts, problems: string[]): MatchParts {
  const cookies = [...new Set([...(one.withoutCookies ?? []), ...(other.withoutCookies ?? [])])];
  if (!one.withoutCookies || !other.withoutCookies)
    return {
      withoutHeaders: texts('excluded header', one.withoutHeaders, other.withoutHeaders, problems),
      withoutCookies: cookies.length > 0 ? cookies : undefined,
    };
  const all = withoutCookies(cookies);
  const rest = ({ [COOKIE]: _, ...others }: Texts = {}) => others;
  const headers = texts('excluded header', rest(one.withoutHeaders), rest(other.withoutHeaders), problems);
  return { ...all, withoutHeaders: { ...headers, ...all.withoutHeaders } };
}

function single(
  what: string,
  one: TextCondition | undefined,
  other: TextCondition | undefined,
  problems: string[],
): TextCondition | undefined {
  if (one && other && !sameCondition(one, other))
    problems.push(`${what} cannot be both ${describeCondition(one)} and ${describeCondition(other)}`);
  return one ?? other;
}

function plain<T>(what: string, one: T | undefined, other: T | undefined, problems: string[]): T | undefined {
  if (one !== undefined && other !== undefined && one !== other) problems.push(`${what} cannot be both '${one}' and '${other}'`);
  return one ?? other;
}

function texts(what: string, one: Texts | undefined, other: Texts | undefined, problems: string[]): Texts | undefined {
  for (const [name, condition] of Object.entries(one ?? {})) {
    const [, second] = Object.entries(other ?? {}).find(([key]) => key.toLowerCase() === name.toLowerCase()) ?? [];
    single(`the ${what} '${name}'`, condition, second, problems);
  }
  return merge(one, other);
}

function contradictions(parts: MatchParts, problems: string[]): void {
  for (const { name } of parts.cookies ?? [])
    if (parts.withoutCookies?.includes(name)) problems.push(`the cookie '${name}' cannot be demanded and excluded at once`);
  for (const [name, excluded] of Object.entries(parts.withoutHeaders ?? {})) {
    const [, demanded] = Object.entries(parts.headers ?? {}).find(([key]) => key.toLowerCase() === name.toLowerCase()) ?? [];
    if (demanded && ('present' in excluded || sameCondition(demanded, excluded)))
      problems.push(
        `the header '${name}' cannot be demanded (${describeCondition(demanded)}) and excluded (${describeCondition(excluded)}) at once`,
      );
  }
}

function merge<T extends object>(one: T | undefined, other: T | undefined): T | undefined {
  return one && other ? { ...one, ...other } : (one ?? other);
}

function withoutUndefined(parts: MatchParts): MatchParts {
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined));
}

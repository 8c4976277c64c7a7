import type { TreeObject } from '../../manifest/tree';
import { httpMatch } from '../../traffic/istio/http-match';
import type { Match } from '../../traffic/match';
import { escapeRegex } from '../../traffic/regular-expression';
import { describeCondition, type TextCondition } from '../../traffic/text-condition';
import { FlaggerProvider } from './provider';

type Texts = { readonly [name: string]: TextCondition };

/** `spec.analysis.match[]` of an A/B test. */
export function abMatchTree(match: Match, provider: FlaggerProvider): TreeObject {
  const { headers, cookies: [cookie] = [], sourceLabels } = match._parts;
  // NGINX routes by a cookie's name: its value must be `always`.
  if (provider === FlaggerProvider.NGINX && cookie) return { headers: { cookie: { exact: cookie.name } } };
  return { headers: headers && textsTree(headers, provider), sourceLabels };
}

/** `spec.service.match[]`. */
export function serviceMatchTree(match: Match, provider: FlaggerProvider, namespace: string | undefined): TreeObject {
  const { headers, queryParams } = match._parts;
  const tree = httpMatch(match, namespace);
  if (provider !== FlaggerProvider.GATEWAY_API) return tree;
  return {
    ...tree,
    headers: headers && textsTree(headers, provider),
    queryParams: queryParams && textsTree(queryParams, provider),
  };
}

function textsTree(texts: Texts, provider: FlaggerProvider): TreeObject {
  return Object.fromEntries(Object.entries(texts).map(([name, condition]) => [name, textTree(condition, provider)]));
}

/** Presence is any value; where Flagger cannot map a prefix, it is said by an expression. */
function textTree(condition: TextCondition, provider: FlaggerProvider): TreeObject {
  if ('present' in condition) return { regex: '.*' };
  return 'prefix' in condition && provider !== FlaggerProvider.ISTIO ? { regex: `^${escapeRegex(condition.prefix)}.*$` } : condition;
}

/** What a match states that Flagger's A/B test would drop. */
export function abMatchProblems(match: Match, provider: FlaggerProvider): string[] {
  const { headers, sourceLabels, cookies = [], ...others } = match._parts;
  const dropped = Object.entries(others).flatMap(([name, value]) => (value === undefined ? [] : [name]));
  if (sourceLabels && provider !== FlaggerProvider.ISTIO) dropped.push('sourceLabels');
  const problems = match._problems.map((problem) => `FlaggerRelease.abTest: matches: ${problem}.`);
  if (dropped.length > 0)
    problems.push(
      `FlaggerRelease.abTest: matches: Flagger would drop ${dropped.join(', ')}; its A/B test knows headers and cookies${provider === FlaggerProvider.ISTIO ? ' and labels of the calling pods' : ''}. Use WeightedRelease.onIstio, which routes by everything.`,
    );
  if (headers === undefined && sourceLabels === undefined && dropped.length === 0)
    problems.push(
      "FlaggerRelease.abTest: matches: a match without a condition would send everyone to the new version; state one: Match.header('X-group').exact('test').",
    );
  const other = cookies.find(({ condition }) => !('exact' in condition && condition.exact === 'always'));
  if (provider === FlaggerProvider.NGINX && other)
    problems.push(
      `FlaggerRelease.abTest: matches: the cookie '${other.name}' is matched by ${describeCondition(other.condition)}, and NGINX knows only the value 'always'; state Match.cookie('${other.name}').exact('always'), or use the provider istio or gatewayapi:v1.`,
    );
  return problems;
}

/** NGINX takes one header and one cookie, and either of them is enough. */
export function onlyOneOf(matches: readonly Match[]): string[] {
  const names = matches.map(({ _parts: { headers = {} } }) => Object.keys(headers));
  const isCookie = (name: string) => name.toLowerCase() === 'cookie';
  const headers = names.flat().filter((name) => !isCookie(name));
  const cookies = matches.flatMap(({ _parts }) => _parts.cookies ?? []);
  const together = names.some((each) => each.length > 1) || matches.some(({ _parts }) => (_parts.cookies?.length ?? 0) > 1);
  return headers.length > 1 || cookies.length > 1 || together
    ? [
        `matches name ${[...headers.map((name) => `the header '${name}'`), ...cookies.map(({ name }) => `the cookie '${name}'`)].join(' and ')}${together ? ', some of them together' : ''}; NGINX takes one header and one cookie, in matches of their own. Leave the others out, or use the provider istio or gatewayapi:v1.`,
      ]
    : [];
}

/** Conditions on the requests of a service that an HTTPRoute made by Flagger has not. */
export function serviceMatchProblems(match: Match, provider: FlaggerProvider): string[] {
  const problems = match._problems.map((problem) => `serviceMatches: ${problem}.`);
  if (provider !== FlaggerProvider.GATEWAY_API) return problems;
  const stated = Object.entries(match._parts).flatMap(([name, value]) => (value === undefined ? [] : [name]));
  const dropped = stated.filter((name) => !['uri', 'method', 'headers', 'cookies', 'queryParams'].includes(name));
  const { method } = match._parts;
  if (method && !('exact' in method)) dropped.push('several methods');
  if (dropped.length > 0)
    problems.push(
      `serviceMatches: Flagger would drop ${dropped.join(', ')} on Gateway API; state one match a method, and leave the rest out, or use the provider istio.`,
    );
  return problems;
}

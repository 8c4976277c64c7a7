import { type Chain, describe, ownAnswer, pathText, unknownAnswer } from './answer';
import type { Surroundings } from './clusters';
import { answersPreflight } from './cors';
import { forward } from './forward';
import type { Incoming } from './incoming';
import { mismatch } from './match';
import { locationOf, REDIRECT_CODES } from './redirect';
import type { RouteAnswer } from './request';
import type { TableRoute } from './table';

/** The first route of a list that fits, and what it does. Undefined when none fits. */
export function follow(routes: readonly TableRoute[], request: Incoming, around: Surroundings, chain: Chain): RouteAnswer | undefined {
  for (const route of routes) {
    const reason = mismatch(route, request);
    const name = route.rule.name ? `rule ${route.rule.name}` : 'rule';
    const place = {
      object: describe(route.rule.object),
      path: pathText(route.match?.path ?? route.rule.path),
      matched: reason === undefined,
    };
    chain.add('rule', reason === undefined ? `${name} fits` : `${name}: ${reason}`, place);
    if (reason === undefined) return act(route, request, around, chain);
  }
  return undefined;
}

function act(route: TableRoute, request: Incoming, around: Surroundings, chain: Chain): RouteAnswer {
  const { rule } = route;
  const sendsOn = !rule.redirect && !rule.directResponse && rule.fault?.abort?.percent !== 100;
  const preflight = rule.cors && sendsOn ? answersPreflight(rule.cors, request) : undefined;
  if (preflight) {
    chain.add('action', `answers the CORS preflight: the origin is ${preflight === 'allowed' ? 'allowed' : 'not allowed'}`);
    return { status: 200, destinations: [], why: chain.steps };
  }
  if (rule.redirect) {
    const { code } = rule.redirect;
    if (!REDIRECT_CODES.has(code))
      return unknownAnswer(chain, `Envoy has no redirect with the code ${code}: what it does with the rule is not modelled`);
    const location = locationOf(rule.redirect, route, request);
    chain.add('action', `redirects with ${code} to ${location}`);
    return ownAnswer(chain, code, request, { location });
  }
  if (rule.directResponse) {
    const { status } = rule.directResponse;
    if (status >= 600)
      return unknownAnswer(chain, `Envoy refuses a direct response with the status ${status}, and with it the whole table of routes`);
    chain.add(
      'action',
      `answers ${status} itself${rule.directResponse && route.service.semantics === 'gateway-api' ? ': the rule has no backend with a weight' : ''}`,
    );
    return ownAnswer(chain, status, request);
  }
  return forward(route, request, around, chain);
}

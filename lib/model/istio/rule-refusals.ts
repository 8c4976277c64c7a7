import type { FieldPath } from '../../check/finding';
import { RETRY_CONDITIONS } from '../../check/grammar/retry-on';
import { at, entriesAt, has, listAt, numberAt, textAt } from '../loose';
import { re2 } from '../re2';
import { grpcStatusNamed } from './grpc-status';
import { authorityFault, headersFault } from './header-refusals';
import { firstOf, type Refusal } from './refusal';
import { corsValueFault, durationsFault, matchValueFault, portFault, prefixRewriteFault, targetFault } from './value-refusals';

type Check = (rule: unknown) => string | undefined;

const MAX_EXPRESSION = 1024;
const RETRY_ON = new Set(RETRY_CONDITIONS);

/** Why Istio's webhook does not take a VirtualService because of one of its rules. */
export function ruleRefusal(rule: unknown, delegate: boolean, path: FieldPath): Refusal | undefined {
  const conflict = conflictIn(rule, delegate);
  if (conflict) return { path, reason: conflict };
  const reason = firstOf(CHECKS, (check) => check(rule));
  if (reason) return { path, reason };
  return firstOf(listAt(rule, 'match'), (match, index) => {
    const fault = matchFault(match);
    return fault === undefined ? undefined : { path: [...path, 'match', index], reason: fault };
  });
}

function conflictIn(rule: unknown, delegate: boolean): string | undefined {
  const routes = listAt(rule, 'route').length > 0;
  if (has(rule, 'delegate')) {
    if (delegate) return 'a delegate cannot delegate';
    return has(rule, 'redirect') || routes ? 'a rule that delegates has no route and no redirect' : undefined;
  }
  const answer = ['redirect', 'directResponse'].find((field) => has(rule, field));
  if (!answer) return routes ? mirrorConflict(rule) : 'a rule needs route, redirect, directResponse or delegate';
  const beside = ['route', 'fault', 'rewrite', 'directResponse'].find(
    (field) => field !== answer && (field === 'route' ? routes : has(rule, field)),
  );
  return beside ? `a rule cannot have both ${answer} and ${beside}` : mirrorConflict(rule);
}

function mirrorConflict(rule: unknown): string | undefined {
  return has(rule, 'mirror') && has(rule, 'mirrors', 0) ? 'a rule cannot have both mirror and mirrors' : undefined;
}

const CHECKS: readonly Check[] = [
  destinationFault,
  mirrorFault,
  redirectFault,
  directResponseFault,
  retryFault,
  rewriteFault,
  faultFault,
  corsFault,
  headersFault,
  authorityFault,
  durationsFault,
  corsValueFault,
  prefixRewriteFault,
];

function destinationFault(rule: unknown): string | undefined {
  const routes = listAt(rule, 'route');
  const weights = routes.map((route) => numberAt(route, 'weight') ?? 0);
  if (weights.some((weight) => weight < 0)) return 'a weight is negative';
  if (routes.length > 1 && weights.every((weight) => weight === 0)) return 'the weights of its destinations come to 0';
  if (routes.some((route) => !has(route, 'destination'))) return 'a route has no destination';
  return firstOf(routes, (route) => targetFault(at(route, 'destination')) ?? headersFault(route));
}

function mirrorFault(rule: unknown): string | undefined {
  const percents = [
    numberAt(rule, 'mirrorPercentage', 'value'),
    numberAt(rule, 'mirrorPercent'),
    ...listAt(rule, 'mirrors').map((mirror) => numberAt(mirror, 'percentage', 'value')),
  ];
  if (percents.some((percent) => percent !== undefined && (percent < 0 || percent > 100)))
    return 'a mirror percentage is not between 0 and 100';
  if (listAt(rule, 'mirrors').some((mirror) => !has(mirror, 'destination'))) return 'a mirror has no destination';
  return firstOf([at(rule, 'mirror'), ...listAt(rule, 'mirrors').map((mirror) => at(mirror, 'destination'))], targetFault);
}

function redirectFault(rule: unknown): string | undefined {
  const redirect = at(rule, 'redirect');
  if (!has(rule, 'redirect')) return undefined;
  const text = (field: string) => textAt(redirect, field) || undefined;
  if (text('uri') && text('prefixRewrite')) return 'a redirect has uri or prefixRewrite, not both';
  if (!['uri', 'prefixRewrite', 'authority', 'scheme', 'derivePort'].some(text) && !has(redirect, 'port'))
    return 'the redirect changes nothing';
  const code = numberAt(redirect, 'redirectCode') ?? 0;
  if (code !== 0 && (code < 300 || code > 399)) return `${code} is no code of a redirect`;
  const scheme = text('scheme');
  if (scheme !== undefined && scheme !== 'http' && scheme !== 'https') return `a redirect's scheme is http or https, not ${scheme}`;
  const port = numberAt(redirect, 'port');
  return port === 0 ? undefined : portFault(port);
}

function directResponseFault(rule: unknown): string | undefined {
  const status = numberAt(rule, 'directResponse', 'status') ?? 0;
  return has(rule, 'directResponse') && (status < 200 || status > 600) ? `${status} is no status of a response` : undefined;
}

function retryFault(rule: unknown): string | undefined {
  const retries = at(rule, 'retries');
  if (!has(rule, 'retries')) return undefined;
  const attempts = numberAt(retries, 'attempts') ?? 0;
  const retryOn = textAt(retries, 'retryOn') ?? '';
  if (attempts < 0) return 'retries.attempts is negative';
  if (attempts === 0 && (retryOn !== '' || has(retries, 'perTryTimeout') || has(retries, 'retryRemoteLocalities'))) {
    return 'retries are configured although attempts is 0';
  }
  const unknown = retryOn === '' ? undefined : retryOn.split(',').find((policy) => !RETRY_ON.has(policy) && !isStatusWithName(policy));
  return unknown === undefined ? undefined : `"${unknown}" is no condition of retryOn`;
}

/** A status that has a name: 599 has none. */
function isStatusWithName(text: string): boolean {
  return /^(?:10[0-3]|20[0-8]|226|30[0-578]|40\d|41[0-8]|42[1-689]|431|451|50[0-8]|51[01])$/.test(text);
}

function rewriteFault(rule: unknown): string | undefined {
  const rewrite = at(rule, 'rewrite');
  if (!has(rule, 'rewrite')) return undefined;
  const uri = textAt(rewrite, 'uri') || undefined;
  if (uri && has(rewrite, 'uriRegexRewrite')) return 'a rewrite has uri or uriRegexRewrite, not both';
  if (!uri && !has(rewrite, 'uriRegexRewrite') && !textAt(rewrite, 'authority')) return 'the rewrite changes nothing';
  if (!has(rewrite, 'uriRegexRewrite')) return undefined;
  const [match, replacement] = [textAt(rewrite, 'uriRegexRewrite', 'match') ?? '', textAt(rewrite, 'uriRegexRewrite', 'rewrite') ?? ''];
  return match === '' || replacement === '' ? 'uriRegexRewrite needs match and rewrite' : expressionFault(match);
}

function faultFault(rule: unknown): string | undefined {
  const fault = at(rule, 'fault');
  if (!has(rule, 'fault')) return undefined;
  if (!has(fault, 'abort') && !has(fault, 'delay')) return 'a fault needs abort or delay';
  const percents = ['abort', 'delay'].map((part) => numberAt(fault, part, 'percentage', 'value') ?? 0);
  if (percents.some((percent) => percent < 0 || percent > 100)) return "a fault's percentage is not between 0 and 100";
  if (has(fault, 'abort', 'http2Error')) return 'faults of the kind http2Error are not supported';
  const named = textAt(fault, 'abort', 'grpcStatus');
  if (named !== undefined && grpcStatusNamed(named) === undefined) return `there is no gRPC status ${named}`;
  const status = numberAt(fault, 'abort', 'httpStatus');
  return status !== undefined && (status < 200 || status > 600) ? `${status} is no status of a response` : undefined;
}

function corsFault(rule: unknown): string | undefined {
  return firstOf(listAt(rule, 'corsPolicy', 'allowOrigins'), (origin) => {
    const expression = textAt(origin, 'regex');
    if (expression !== undefined) return expressionFault(expression);
    return textAt(origin, 'exact') || textAt(origin, 'prefix') ? undefined : 'an allowed origin is empty';
  });
}

function matchFault(match: unknown): string | undefined {
  const fields = ['scheme', 'method', 'authority'].map((field) => at(match, field));
  const maps = ['headers', 'withoutHeaders', 'queryParams'].flatMap((field) => entriesAt(match, field));
  const nothing = entriesAt(match, 'headers').find(([, value]) => value === null);
  if (nothing) return `the condition on the header ${nothing[0]} is null`;
  const regex = (value: unknown) => textAt(value, 'regex');
  const stringFault = (value: unknown) => (textAt(value, 'prefix') === '' ? 'a prefix is empty' : expressionFault(regex(value)));
  const star = new Set(
    entriesAt(match, 'withoutHeaders')
      .map(([, value]) => value)
      .filter((value) => regex(value) === '*'),
  );
  return (
    matchValueFault(match) ??
    expressionFault(regex(at(match, 'uri'))) ??
    firstOf([...fields, ...maps.map(([, value]) => value).filter((value) => !star.has(value))], stringFault)
  );
}

function expressionFault(expression: string | undefined): string | undefined {
  if (expression === undefined) return undefined;
  if (expression === '') return 'a regular expression is empty';
  if (expression.length > MAX_EXPRESSION) return `a regular expression is longer than ${MAX_EXPRESSION} characters`;
  return re2(expression) ? undefined : `RE2 refuses the regular expression ${expression}`;
}

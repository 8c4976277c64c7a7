import type { Duration } from 'cdk8s';
import { RETRY_CONDITIONS } from '../check/grammar/retry-on';
import { isExpression } from '../parameters/expression';
import type { NumberParameter, TextParameter } from '../parameters/parameter';
import { portProblem } from '../service/ports';
import { isHeaderName } from './header-name';
import { hostProblem } from './hosts';
import type { Route } from './route';

/** What Istio refuses of what a route does, or takes and leaves without effect. */
export function optionProblems({ destinations, _parts: parts }: Route): string[] {
  const problems = [...exclusive(destinations.length > 0, parts)];
  const { redirect, directResponse, rewrite, retries, abort, delay, cors, mirrors = [] } = parts;
  if (redirect) problems.push(...redirectProblems(redirect));
  if (directResponse) problems.push(...range('directResponse.status', directResponse.status, 200, 599));
  if (rewrite && rewrite.uri === undefined && rewrite.authority === undefined)
    problems.push('rewrite changes nothing; state uri or authority.');
  problems.push(...rooted('rewrite.uri', rewrite?.uri), ...headerProblems(parts));
  if (rewrite?.uri?.includes('?'))
    problems.push(`rewrite.uri '${rewrite.uri}' holds '?', which the request would then have twice; a rewrite leaves the query alone.`);
  if (retries) {
    problems.push(...range('retries.attempts', retries.attempts, 0, Number.POSITIVE_INFINITY));
    if (retries.attempts === 0 && (retries.retryOn || retries.perTryTimeout))
      problems.push('retries.attempts is 0, and Istio then refuses retryOn and perTryTimeout; leave them out.');
    problems.push(...positive('retries.perTryTimeout', retries.perTryTimeout), ...retryOnProblems(retries.retryOn ?? []));
  }
  if (abort) problems.push(...range('fault.abort.httpStatus', abort.status, 200, 599), ...share('fault.abort', abort.percentage));
  if (delay) problems.push(...positive('fault.delay.fixedDelay', delay.fixed), ...share('fault.delay', delay.percentage));
  problems.push(...positive('timeout', parts.timeout), ...mirrors.flatMap(({ percentage }) => share('mirrors[]', percentage)));
  const origins = [...(cors?.allowOrigins ?? []), ...(cors?.allowOriginPrefixes ?? []), ...(cors?.allowOriginRegexes ?? [])];
  if (cors?.maxAge && cors.maxAge.toMilliseconds() % 1000 !== 0)
    problems.push(`corsPolicy.maxAge is ${cors.maxAge.toMilliseconds()} ms; Istio takes whole seconds.`);
  if (cors && origins.length === 0) problems.push('corsPolicy allows no origin; state allowOrigins.');
  return problems;
}

/** A redirect and an answer of the proxy come instead of a version, so nothing of what happens on the way to one has an effect. */
function exclusive(routed: boolean, parts: Route['_parts']): string[] {
  const [kind] =
    Object.entries({ redirect: parts.redirect, directResponse: parts.directResponse, delegate: parts.delegate }).find(
      ([, value]) => value,
    ) ?? [];
  if (!kind) return [];
  if (routed) return [`a route with ${kind} has no destinations.`];
  const { rewrite, mirrors, abort, delay, retries, timeout } = parts;
  const onTheWay = { rewrite, mirrors, abort, delay, retries, timeout };
  const vain = Object.entries(onTheWay).flatMap(([name, value]) =>
    value === undefined || (kind === 'delegate' && name !== 'mirrors') ? [] : [name],
  );
  return vain.map((name) => `a route with ${kind} reaches no version, so ${name} has no effect; leave it out.`);
}

function retryOnProblems(conditions: readonly string[]): string[] {
  const wrong = conditions.filter((each) => !RETRY_CONDITIONS.includes(each) && !/^[1-5][0-9]{2}$/.test(each) && !each.includes('${'));
  return wrong.map((each) => `retries.retryOn '${each}' is neither an HTTP status nor one of ${RETRY_CONDITIONS.join(', ')}.`);
}

function headerProblems({ requestHeaders = {}, responseHeaders = {} }: Route['_parts']): string[] {
  return Object.entries({ request: requestHeaders, response: responseHeaders }).flatMap(([side, { set = {}, add = {}, remove = [] }]) =>
    [...Object.keys(set), ...Object.keys(add), ...remove].flatMap((name) =>
      isHeaderName(name) ? [] : [`headers.${side}: '${name}' is no name of a header: letters, digits and '-'.`],
    ),
  );
}

/** A path that is put in the place of another; Istio fills in `%PREFIX()%` by itself. */
function rooted(field: string, path: string | undefined): string[] {
  if (path === undefined || /^(\/|\$\{|%PREFIX\(\)%)/.test(path)) return [];
  return [`${field} '${path}' does not start with '/'.`];
}

function redirectProblems({ uri, authority, scheme, port, code }: NonNullable<Route['_parts']['redirect']>): string[] {
  const problems: string[] = [];
  if (uri === undefined && authority === undefined && scheme === undefined && port === undefined)
    problems.push('redirect leads to where it came from; state uri, authority, scheme or port.');
  problems.push(...rooted('redirect.uri', uri));
  const wrongHost = authority === undefined ? undefined : hostProblem(authority.replace(/:[0-9]+$/, ''));
  if (wrongHost) problems.push(`redirect.authority '${authority}' ${wrongHost}`);
  const wrongPort = port === undefined ? undefined : portProblem(port);
  if (wrongPort) problems.push(`redirect.port ${port} ${wrongPort}`);
  if (code !== undefined && ![301, 302, 303, 307, 308].includes(code))
    problems.push(`redirect.redirectCode ${code} is none of 301, 302, 303, 307 and 308.`);
  if (scheme !== undefined && !['http', 'https'].includes(scheme)) problems.push(`redirect.scheme '${scheme}' is neither http nor https.`);
  return problems;
}

function range(field: string, value: number | NumberParameter, least: number, most: number): string[] {
  const ends = typeof value === 'number' ? [value] : [value.min ?? value.defaultValue, value.max ?? value.defaultValue].map(Number);
  const wrong = ends.find((end) => !(Number.isInteger(end) && end >= least && end <= most));
  if (wrong === undefined) return [];
  const allowed = most === Number.POSITIVE_INFINITY ? `from ${least} on` : `from ${least} to ${most}`;
  return [
    `${field} ${typeof value === 'number' ? 'is' : `may become, by parameter '${value.name}',`} ${wrong}; allowed is a whole number ${allowed}.`,
  ];
}

/** Fractions of a percent are fine here. */
function share(field: string, value: number | NumberParameter): string[] {
  const ends = typeof value === 'number' ? [value] : [value.min ?? 0, value.max ?? 100];
  const wrong = ends.find((end) => !(end >= 0 && end <= 100));
  return wrong === undefined ? [] : [`${field}.percentage is ${wrong}; allowed is 0 to 100.`];
}

/** Istio counts in milliseconds, from one on. */
function positive(field: string, duration: Duration | TextParameter | undefined): string[] {
  if (duration === undefined || isExpression(duration)) return [];
  const milliseconds = duration.toMilliseconds({ integral: false });
  return Number.isInteger(milliseconds) && milliseconds >= 1
    ? []
    : [`${field} is ${milliseconds} ms; allowed is a whole number of milliseconds from 1 on.`];
}

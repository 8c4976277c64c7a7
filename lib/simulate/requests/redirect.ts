import type { Redirect } from '../../model/istio/virtual-service';
import type { Incoming } from './incoming';
import { matchedLength } from './rewrite';
import type { TableRoute } from './table';

/** The codes that Envoy can send. */
export const REDIRECT_CODES = new Set([301, 302, 303, 307, 308]);

/** The `location` of a redirect. */
export function locationOf(redirect: Redirect, { match }: TableRoute, request: Incoming): string {
  const scheme = redirect.scheme ?? request.scheme;
  const port = portOf(redirect, request);
  const host = redirect.authority ?? requestHost(request, scheme, port);
  const path = pathOf(redirect, match, request);
  return `${scheme}://${host}${port}${path.startsWith('/') ? '' : '/'}${path}`;
}

function portOf({ port, scheme }: Redirect, request: Incoming): string {
  const number = port === 'request' ? request.port : port;
  if (number === undefined || number === 'protocol') return '';
  const final = scheme ?? request.scheme;
  return (number === 80 && final === 'http') || (number === 443 && final === 'https') ? '' : `:${number}`;
}

/** The host that was asked for. Its port goes when another is set, or when it is the usual one of a protocol that changes. */
function requestHost({ authority, scheme }: Incoming, newScheme: string, newPort: string): string {
  const colon = authority.lastIndexOf(':');
  if (colon < 0 || colon < authority.lastIndexOf(']')) return authority;
  const usual = scheme === 'https' ? ':443' : ':80';
  const remove = newPort !== '' || (newScheme !== scheme && authority.slice(colon) === usual);
  return remove ? authority.slice(0, colon) : authority;
}

/** `uri` takes the place of the whole path and keeps the query unless it has one. */
function pathOf({ uri, prefixRewrite }: Redirect, match: TableRoute['match'], { path, query }: Incoming): string {
  if (prefixRewrite !== undefined) return prefixRewrite + path.slice(matchedLength(match, path)) + query;
  if (uri === undefined) return path + query;
  return uri.includes('?') ? uri : uri + query;
}

import { addOwnHeaders } from './own-headers';
import { canonicalPath } from './path';
import type { Request } from './request';

/** A request as a proxy sees it once it has parsed it. */
export interface Incoming {
  /** As sent: with its case and port. */
  readonly authority: string;
  /** For choosing the virtual host: lower case, without a port. */
  readonly host: string;
  readonly method: string;
  readonly scheme: 'http' | 'https';
  readonly port: number;
  /** As sent. */
  readonly raw: string;
  /** Normalised, without the query. */
  readonly path: string;
  /** With `?`, or empty. */
  readonly query: string;
  /** Lower-case names; a header that was sent several times has several values. */
  readonly headers: ReadonlyMap<string, readonly string[]>;
  readonly grpc: boolean;
}

const METHODS = new Set(
  'ACL BIND CHECKOUT CONNECT COPY DELETE GET HEAD LINK LOCK MERGE MKACTIVITY MKCALENDAR MKCOL MOVE MSEARCH M-SEARCH NOTIFY OPTIONS PATCH POST PROPFIND PROPPATCH PURGE PUT REBIND REPORT SEARCH SOURCE SUBSCRIBE TRACE UNBIND UNLINK UNLOCK UNSUBSCRIBE'.split(
    ' ',
  ),
);

/** Parses a request as Envoy does, or says why Envoy answers 400. */
export function incoming(request: Request): Incoming | { readonly refused: string } {
  const method = request.method || 'GET';
  if (!METHODS.has(method)) return { refused: `Envoy knows no method ${method}` };
  const full = (request.path || '/').replace(/#.*$/s, '');
  const mark = full.indexOf('?');
  const path = canonicalPath(mark < 0 ? full : full.slice(0, mark));
  if (path === undefined) return { refused: `the path ${full} is not valid: it starts with a slash, and holds no %00` };
  const headers = headersOf(request);
  const scheme = request.tls ? 'https' : 'http';
  const port = request.port ?? (request.tls ? 443 : 80);
  const authority = authorityOf(request, port);
  const type = headers.get('content-type')?.[0] ?? '';
  addOwnHeaders(headers, request.from?.startsWith('mesh:') ? 'sidecar' : 'gateway');
  for (const [name, value] of [
    [':method', method],
    [':authority', authority],
    ['host', authority],
    [':scheme', scheme],
    [':path', path + (mark < 0 ? '' : full.slice(mark))],
    ['x-forwarded-proto', scheme],
  ] as const) {
    headers.set(name, [value]);
  }
  return {
    authority,
    host: withoutPort(authority).toLowerCase(),
    method,
    scheme,
    port,
    raw: full,
    path,
    query: mark < 0 ? '' : full.slice(mark),
    headers,
    grpc: type === 'application/grpc' || type.startsWith('application/grpc+'),
  };
}

/** What a workload calls is written as HTTP clients write it: with the port, unless it is the usual one. */
function authorityOf({ from, host, tls }: Request, port: number): string {
  const usual = port === (tls ? 443 : 80);
  return !from?.startsWith('mesh:') || usual || host.includes(':') ? host : `${host}:${port}`;
}

function headersOf({ headers = {} }: Request): Map<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (const [name, value] of Object.entries(headers)) {
    const values = (Array.isArray(value) ? value : [value]).map((one) => String(one).trim());
    const key = name.toLowerCase();
    if (values.length > 0 && !key.startsWith('@')) found.set(key, [...(found.get(key) ?? []), ...values]);
  }
  return found;
}

export function withoutPort(authority: string): string {
  const colon = authority.lastIndexOf(':');
  return colon > authority.lastIndexOf(']') && /^\d*$/.test(authority.slice(colon + 1)) ? authority.slice(0, colon) : authority;
}

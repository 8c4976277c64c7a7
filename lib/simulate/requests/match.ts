import type { HttpMatch, StringMatch } from '../../model/istio/virtual-service';
import { fullMatch } from '../../model/re2';
import type { Incoming } from './incoming';
import type { TableRoute } from './table';

/** Why a route does not fit a request; undefined when it fits. */
export function mismatch({ match, service }: TableRoute, request: Incoming): string | undefined {
  if (!match) return undefined;
  return (
    pathMismatch(match, request.path, service.semantics === 'gateway-api') ??
    conditionsMismatch(match, request) ??
    queryMismatch(match, request.query)
  );
}

function pathMismatch({ uri, ignoreUriCase }: HttpMatch, path: string, bySegments: boolean): string | undefined {
  if (!uri) return undefined;
  const fits = uri.kind === 'prefix' && bySegments && uri.value !== '/' ? underPrefix(uri.value, path) : textFits(uri, path, ignoreUriCase);
  return fits ? undefined : `the path ${path} ${verb(uri)}`;
}

/** A prefix of Gateway API ends where a segment ends. */
function underPrefix(prefix: string, path: string): boolean {
  const bare = prefix.replace(/\/$/, '');
  return path.startsWith(bare) && (path.length === bare.length || path[bare.length] === '/');
}

export function textFits({ kind, value }: StringMatch, text: string, ignoreCase = false): boolean {
  if (kind === 'present') return true;
  if (kind === 'regex') return fullMatch(value, text);
  const [wanted, given] = ignoreCase ? [value.toLowerCase(), text.toLowerCase()] : [value, text];
  return kind === 'exact' ? given === wanted : given.startsWith(wanted);
}

function conditionsMismatch(match: HttpMatch, { headers }: Incoming): string | undefined {
  const special = [
    [':method', match.method],
    [':authority', match.authority],
    [':scheme', match.scheme],
  ] as const;
  for (const [name, wanted] of [...match.headers, ...special]) {
    const values = headers.get(name.toLowerCase());
    const what = name.startsWith(':') ? `the ${name.slice(1)}` : `the header ${name}`;
    if (wanted && !values) return `${what} is missing`;
    if (wanted && !values?.some((value) => textFits(wanted, value)))
      return `${what} is ${values?.join(', ') || 'empty'}, which ${verb(wanted)}`;
  }
  for (const [name, unwanted] of match.withoutHeaders) {
    const values = headers.get(name.toLowerCase()) ?? (unwanted.kind === 'present' ? [] : ['']);
    if (values.some((value) => textFits(unwanted, value)))
      return `the header ${name} is ${values.join(', ') || 'empty'}, which withoutHeaders excludes`;
  }
  return undefined;
}

function queryMismatch({ queryParams }: HttpMatch, query: string): string | undefined {
  if (queryParams.length === 0) return undefined;
  const parameters = parametersOf(query);
  for (const [name, wanted] of queryParams) {
    const value = parameters.get(name);
    if (value === undefined) return `the query parameter ${name} is missing`;
    if (!textFits(wanted, value)) return `the query parameter ${name} is ${value || 'empty'}, which ${verb(wanted)}`;
  }
  return undefined;
}

/** Parameters as they are written, without decoding; of several with one name the first. */
function parametersOf(query: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const part of query === '' ? [] : query.slice(1).split('&')) {
    const equals = part.indexOf('=');
    const name = equals < 0 ? part : part.slice(0, equals);
    if (!found.has(name)) found.set(name, equals < 0 ? '' : part.slice(equals + 1));
  }
  return found;
}

function verb({ kind, value }: StringMatch): string {
  switch (kind) {
    case 'exact':
      return `is not ${value || 'empty'}`;
    case 'prefix':
      return `does not start with ${value}`;
    case 'regex':
      return `does not fit ${value} as a whole`;
    case 'present':
      return 'is missing';
  }
}

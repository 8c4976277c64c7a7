import type { HttpMatch, Rewrite } from '../../model/istio/virtual-service';
import { at, entriesAt } from '../../model/loose';
import { re2 } from '../../model/re2';
import type { Incoming } from './incoming';
import type { TableRoute } from './table';

/** Path and query as the pods see them. */
export function rewrittenPath({ rule, match, service }: TableRoute, { path, query }: Incoming): string {
  const { rewrite } = rule;
  if (!rewrite) return path + query;
  if (rewrite.regex) return replaceAll(rewrite.regex.match, rewrite.regex.rewrite, path) + query;
  if (rewrite.uri === undefined) return path + query;
  if (service.semantics === 'gateway-api' && rewrite.uri === '/') return withoutPrefix(match, path) + query;
  return rewrite.uri + path.slice(matchedLength(match, path)) + query;
}

/** How much of the path the match stands for: a prefix itself, everything for exact paths and regular expressions, the first slash without a match. */
export function matchedLength(match: HttpMatch | undefined, path: string): number {
  const uri = match?.uri;
  if (!uri) return 1;
  return uri.kind === 'prefix' ? uri.value.length : path.length;
}

/** Gateway API's replacement of a prefix by `/`. */
function withoutPrefix(match: HttpMatch | undefined, path: string): string {
  const prefix = match?.uri?.kind === 'prefix' && match.uri.value !== '/' ? match.uri.value : '';
  return `/${path.slice(prefix.length).replace(/^\//, '')}`;
}

/** RE2's replacement of all that an expression finds; `\1` stands for its first group. */
function replaceAll(expression: string, replacement: string, text: string): string {
  const matcher = re2(expression)?.matcher(text);
  if (!matcher) return text;
  let result = '';
  let from = 0;
  while (matcher.find()) {
    result += text.slice(from, matcher.start());
    result += replacement.replace(/\\(\d|\\)/g, (_, group: string) => (group === '\\' ? '\\' : (matcher.group(Number(group)) ?? '')));
    from = matcher.end();
  }
  return result + text.slice(from);
}

/** The authority that a rule, or else a destination, sets. */
export function rewrittenHost(rewrite: Rewrite | undefined, ...headers: readonly unknown[]): string | undefined {
  if (rewrite?.authority) return rewrite.authority;
  for (const part of headers) {
    const set = authorityIn(part, 'set') ?? authorityIn(part, 'add');
    if (set) return set;
  }
  return undefined;
}

function authorityIn(headers: unknown, operation: string): string | undefined {
  const entry = entriesAt(at(headers, 'request'), operation).find(([name]) => /^(?::authority|host)$/i.test(name));
  return typeof entry?.[1] === 'string' ? entry[1] : undefined;
}

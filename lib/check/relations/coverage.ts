import type { HttpMatch, StringMatch, StringMatches } from '../../model/istio/virtual-service';
import { selects } from '../../model/labels';
import { textFits } from '../../simulate/requests/match';
import { matchesEveryPath } from '../grammar/regex';

/**
 * Whether the wide match holds for every request for which the narrow one holds: then a rule with the narrow one behind a rule with the wide
 * one is never reached. It says yes only where that can be proved. What a match means is what the simulation of requests takes it for.
 */
export function covers(wide: HttpMatch, narrow: HttpMatch, gateways: readonly string[]): boolean {
  return (
    uriCovers(wide, narrow) &&
    TEXTS.every((field) => maybeCovers(wide[field], narrow[field])) &&
    entriesCover(lowered(wide.headers), lowered(narrow.headers)) &&
    entriesCover(wide.queryParams, narrow.queryParams) &&
    exclusionsCover(lowered(wide.withoutHeaders), lowered(narrow.withoutHeaders)) &&
    (wide.port === undefined || wide.port === narrow.port) &&
    sourceCovers(wide, narrow, gateways)
  );
}

const TEXTS = ['scheme', 'method', 'authority'] as const;

/** A match that lists gateways does not look at labels and namespaces. */
function sourceCovers(wide: HttpMatch, narrow: HttpMatch, gateways: readonly string[]): boolean {
  const from = narrow.gateways.length > 0 ? narrow.gateways : gateways;
  if (wide.gateways.length > 0) return from.every((gateway) => wide.gateways.includes(gateway));
  const labels = narrow.gateways.length > 0 ? {} : narrow.sourceLabels;
  const namespace = narrow.gateways.length > 0 ? undefined : narrow.sourceNamespace;
  return selects(wide.sourceLabels, labels) && (wide.sourceNamespace === undefined || wide.sourceNamespace === namespace);
}

function uriCovers(wide: HttpMatch, narrow: HttpMatch): boolean {
  const { uri, ignoreUriCase } = wide;
  if (!uri || (uri.kind === 'prefix' && uri.value === '/') || (uri.kind === 'regex' && matchesEveryPath(uri.value))) return true;
  if (!narrow.uri || (narrow.ignoreUriCase && !ignoreUriCase)) return false;
  return ignoreUriCase ? textCovers(folded(uri), folded(narrow.uri)) : textCovers(uri, narrow.uri);
}

const folded = (match: StringMatch): StringMatch => (match.kind === 'regex' ? match : { ...match, value: match.value.toLowerCase() });

const maybeCovers = (wide: StringMatch | undefined, narrow: StringMatch | undefined): boolean =>
  wide === undefined || (narrow !== undefined && textCovers(wide, narrow));

const lowered = (entries: StringMatches): StringMatches => entries.map(([name, match]) => [name.toLowerCase(), match] as const);

function entriesCover(wide: StringMatches, narrow: StringMatches): boolean {
  return wide.every(([name, match]) => narrow.some(([other, inner]) => other === name && textCovers(match, inner)));
}

/** What the wide match keeps out, the narrow one has to keep out too. */
function exclusionsCover(wide: StringMatches, narrow: StringMatches): boolean {
  return wide.every(([name, match]) => narrow.some(([other, outer]) => other === name && textCovers(outer, match)));
}

function textCovers(wide: StringMatch, narrow: StringMatch): boolean {
  if (wide.kind === 'present') return true;
  if (narrow.kind === 'exact') return textFits(wide, narrow.value);
  if (wide.kind === 'regex') return wide.value === '.*' || (narrow.kind === 'regex' && narrow.value === wide.value);
  return wide.kind === 'prefix' && narrow.kind === 'prefix' && narrow.value.startsWith(wide.value);
}

import { RE2JS } from 're2js';
import { isObject } from '../field';
import { matchesEveryPath, regexProblem } from '../grammar/regex';

/** One `match` entry of a rule: all of its fields have to hold. The empty one matches every request. */
export type Match = Readonly<Record<string, unknown>>;

/**
 * Whether the wide match holds for every request for which the narrow one holds: then a rule with the narrow one behind a rule with the wide
 * one is never reached. It says yes only where that can be proved.
 */
export function covers(wide: Match, narrow: Match): boolean {
  return Object.keys(wide).every((key) => fieldCovers(key, wide, narrow));
}

function fieldCovers(key: string, wide: Match, narrow: Match): boolean {
  switch (key) {
    case 'name':
    case 'statPrefix':
    case 'ignoreUriCase':
      return true;
    case 'uri':
      return uriCovers(wide, narrow);
    case 'headers':
    case 'queryParams':
      return entriesCover(wide[key], narrow[key]);
    case 'gateways':
      return Array.isArray(narrow[key]) && Array.isArray(wide[key]) && narrow[key].every((name) => (wide[key] as unknown[]).includes(name));
    case 'sourceLabels':
      return (
        isObject(wide[key]) && Object.entries(wide[key]).every(([name, value]) => isObject(narrow[key]) && narrow[key][name] === value)
      );
    case 'scheme':
    case 'method':
    case 'authority':
      return narrow[key] !== undefined && textCovers(wide[key], narrow[key]);
    default:
      return JSON.stringify(wide[key]) === JSON.stringify(narrow[key]);
  }
}

function entriesCover(wide: unknown, narrow: unknown): boolean {
  if (!isObject(wide)) return true;
  const found = isObject(narrow) ? narrow : {};
  return Object.entries(wide).every(([name, match]) => Object.hasOwn(found, name) && textCovers(match, found[name]));
}

function uriCovers(wide: Match, narrow: Match): boolean {
  const match = isObject(wide.uri) ? wide.uri : {};
  if (match.prefix === '/' || (typeof match.regex === 'string' && matchesEveryPath(match.regex))) return true;
  if (narrow.uri === undefined) return false;
  const foldWide = wide.ignoreUriCase === true;
  if (narrow.ignoreUriCase === true && !foldWide) return false;
  return foldWide ? textCovers(folded(wide.uri), folded(narrow.uri)) : textCovers(wide.uri, narrow.uri);
}

/** Istio's StringMatch: exact, prefix or regex; without any of them it means presence. */
function textCovers(wide: unknown, narrow: unknown): boolean {
  if (!isObject(wide) || !isObject(narrow)) return JSON.stringify(wide) === JSON.stringify(narrow);
  if (Object.keys(wide).length === 0) return true;
  if (typeof wide.exact === 'string') return narrow.exact === wide.exact;
  if (typeof wide.prefix === 'string') {
    const start = typeof narrow.exact === 'string' ? narrow.exact : narrow.prefix;
    return typeof start === 'string' && start.startsWith(wide.prefix);
  }
  if (typeof wide.regex !== 'string') return false;
  if (narrow.regex === wide.regex || wide.regex === '.*') return true;
  return typeof narrow.exact === 'string' && regexProblem(wide.regex) === undefined && RE2JS.matches(wide.regex, narrow.exact);
}

function folded(match: unknown): unknown {
  if (!isObject(match)) return match;
  return Object.fromEntries(
    Object.entries(match).map(([name, value]) => [name, typeof value === 'string' && name !== 'regex' ? value.toLowerCase() : value]),
  );
}

import { hasToken } from '../parameters/token';
import { isHeaderName } from './header-name';
import { escapeRegex } from './regular-expression';
import type { TextCondition } from './text-condition';

/** What one cookie must look like. */
export interface CookieTerm {
  readonly name: string;
  readonly condition: TextCondition;
}

/** Browsers send no other names. */
export function requireCookieName(name: string): void {
  if (!isHeaderName(name) && !hasToken(name))
    throw new Error(
      `Match.cookie('${name}'): a name of a cookie is letters, digits and !#$%&'*+-.^_\`|~, without blanks; no request would fit.`,
    );
}

/**
 * The expression over the whole `cookie` header: all cookies stand in it as `a=1; b=2`, in any order. Several cookies become one
 * alternative for each order, because RE2 has no look-ahead.
 */
export function cookieRegex(terms: readonly CookieTerm[]): string {
  const orders = permutations(terms.map(termRegex)).map((order) => `(?:.*;\\s*)?${order.join('(?:;.*)?;\\s*')}(?:;.*)?`);
  return orders.length === 1 ? `^${orders[0]}$` : `^(?:${orders.join('|')})$`;
}

/** As `cookieRegex` for the presence of one cookie, without its ends. */
export function anyCookieRegex(name: string): string {
  return cookieRegex([{ name, condition: { present: true } }]).slice(1, -1);
}

function termRegex({ name, condition }: CookieTerm): string {
  return `${escapeRegex(name)}=${valueRegex(condition)}`;
}

function valueRegex(condition: TextCondition): string {
  if ('exact' in condition) return escapeRegex(condition.exact);
  if ('prefix' in condition) return `${escapeRegex(condition.prefix)}[^;]*`;
  if ('regex' in condition) return `(?:${condition.regex})`;
  return '[^;]*';
}

function permutations<T>(items: readonly T[]): T[][] {
  if (items.length <= 1) return [[...items]];
  return items.flatMap((item, index) => permutations(items.filter((_, other) => other !== index)).map((rest) => [item, ...rest]));
}

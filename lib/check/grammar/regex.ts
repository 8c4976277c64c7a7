import { compileRe2 } from '../../model/re2';

const known = new Map<string, string | undefined>();

/** Why RE2, the engine of Envoy and Go, refuses an expression; undefined when it takes it. */
export function regexProblem(expression: string): string | undefined {
  if (!known.has(expression)) known.set(expression, compile(expression));
  return known.get(expression);
}

function compile(expression: string): string | undefined {
  try {
    compileRe2(expression);
    return undefined;
  } catch (error) {
    return named(expression) ?? (error instanceof Error ? error.message : String(error));
  }
}

/** The constructs of other engines that people bring along. */
function named(expression: string): string | undefined {
  if (/\(\?[=!]/.test(expression)) return 'it holds a look-ahead, which RE2 does not know';
  if (/\(\?<[=!]/.test(expression)) return 'it holds a look-behind, which RE2 does not know';
  if (/\\[1-9]/.test(expression)) return 'it holds a back reference, which RE2 does not know';
  if (/\(\?>|[*+?}]\+/.test(expression)) return 'it holds an atomic group or a possessive quantifier, which RE2 does not know';
  return undefined;
}

const CATCH_ALL = new Set(['.*', '^.*', '.*$', '^.*$', '(.*)', '^(.*)$', '/.*', '^/.*', '^/.*$', '/(.*)', '[\\s\\S]*']);

/** Whether an expression over paths is known to match every path. */
export const matchesEveryPath = (expression: string): boolean => CATCH_ALL.has(expression);

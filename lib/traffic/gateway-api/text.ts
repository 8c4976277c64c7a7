import type { TreeObject } from '../../manifest/tree';
import { textTree } from '../../service/env';
import type { Texts } from '../match-parts';
import { escapeRegex } from '../regular-expression';
import type { TextCondition } from '../text-condition';

/** `headers[]` and `queryParams[]`: exact, or an expression. */
export function textMatches(texts: Texts): TreeObject[] {
  return Object.entries(texts).map(([name, condition]) => ({ name, ...textMatch(condition) }));
}

function textMatch(condition: TextCondition): TreeObject {
  if ('exact' in condition) return { type: 'Exact', value: textTree(condition.exact) };
  return { type: 'RegularExpression', value: textTree(expression(condition)) };
}

function expression(condition: TextCondition): string {
  if ('prefix' in condition) return `^${escapeRegex(condition.prefix)}.*$`;
  return 'regex' in condition ? condition.regex : '.*';
}

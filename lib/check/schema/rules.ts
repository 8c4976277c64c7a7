import { evaluateCel } from './cel/evaluate';
import { CelError, CelUnsupported } from './cel/functions';
import { type Expression, parseCel } from './cel/parse';
import { CelSyntaxError } from './cel/tokens';
import { withDefaults } from './defaults';
import type { SchemaNode } from './node';
import type { CelRule } from './schema';
import type { Sink } from './sink';

/**
 * Reports the rules of a custom resource (`x-kubernetes-validations`) that an object breaks. The API server asks them only of an object that
 * its schema has nothing against. Rules about a change (`oldSelf`) say nothing about a manifest.
 */
export function checkRules(node: SchemaNode, object: unknown, sink: Sink): void {
  if (node.holdsRules) walk(node, withDefaults(node, object), sink);
}

function walk(node: SchemaNode, value: unknown, sink: Sink): void {
  if (!node.holdsRules || value === undefined || value === null) return;
  for (const rule of node.rules) checkRule(rule, value, sink);
  if (typeof value !== 'object') return;
  const depth = sink.path.length;
  for (const key of Object.keys(value)) {
    const below = Array.isArray(value) ? node.items : (node.field(key) ?? node.additional);
    if (below === undefined) continue;
    sink.path[depth] = Array.isArray(value) ? Number(key) : key;
    walk(below, (value as { readonly [key: string]: unknown })[key], sink);
    sink.path.length = depth;
  }
}

function checkRule(rule: CelRule, value: unknown, sink: Sink): void {
  const expression = parsed(rule.rule);
  if (expression === undefined || holds(expression, value)) return;
  const message =
    (rule.message ?? said(rule.messageExpression, value))?.trim() || `the rule of its definition does not hold: ${rule.rule.trim()}`;
  sink.addAt([...sink.path, ...fieldsOf(rule.fieldPath)], 'rule', message);
}

/** Whether a value keeps a rule; one that the evaluator does not know all of is taken to be kept. */
function holds(expression: Expression, value: unknown): boolean {
  try {
    return evaluateCel(expression, new Map([['self', value]])) !== false;
  } catch (error) {
    if (error instanceof CelError) return false;
    if (error instanceof CelUnsupported) return true;
    throw error;
  }
}

function said(messageExpression: string | undefined, value: unknown): string | undefined {
  const expression = messageExpression === undefined ? undefined : parsed(messageExpression);
  if (expression === undefined) return undefined;
  try {
    const message = evaluateCel(expression, new Map([['self', value]]));
    return typeof message === 'string' ? message : undefined;
  } catch (error) {
    if (error instanceof CelError || error instanceof CelUnsupported) return undefined;
    throw error;
  }
}

const expressions = new Map<string, Expression | undefined>();

function parsed(text: string): Expression | undefined {
  if (!expressions.has(text)) expressions.set(text, /\boldSelf\b/.test(text) ? undefined : parsedOrNot(text));
  return expressions.get(text);
}

function parsedOrNot(text: string): Expression | undefined {
  try {
    return parseCel(text);
  } catch (error) {
    if (error instanceof CelSyntaxError) return undefined;
    throw error;
  }
}

/** `.spec.replicas` and `['a']` of a rule's `fieldPath`. */
function fieldsOf(fieldPath = ''): string[] {
  return [...fieldPath.matchAll(/\.([\w-]+)|\['([^']*)'\]/g)].map(([, plain, quoted]) => plain ?? quoted);
}

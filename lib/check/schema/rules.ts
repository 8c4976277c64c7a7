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
 * its schema has nothing against.
 */
export function checkRules(node: SchemaNode, object: unknown, sink: Sink): void {
  walk(node, object, sink, false);
}

/** Defaults are filled in from the outermost place that has a rule. */
function walk(node: SchemaNode, given: unknown, sink: Sink, isFilled: boolean): void {
  if (!node.holdsRules || given === undefined || given === null) return;
  const fill = !isFilled && node.rules.length > 0;
  const value = fill ? withDefaults(node, given) : given;
  for (const rule of node.rules) checkRule(rule, value, sink);
  const depth = sink.path.length;
  if (Array.isArray(value)) {
    const { items } = node;
    for (let i = 0; items !== undefined && i < value.length; i++) {
      sink.path[depth] = i;
      walk(items, value[i], sink, isFilled || fill);
    }
  } else if (typeof value === 'object' && value !== null) {
    for (const name of Object.keys(value)) {
      const below = node.field(name) ?? node.additional;
      if (below === undefined) continue;
      sink.path[depth] = name;
      walk(below, (value as { readonly [name: string]: unknown })[name], sink, isFilled || fill);
    }
  }
  sink.path.length = depth;
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
    return evaluateCel(expression, { name: 'self', value }) !== false;
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
    const message = evaluateCel(expression, { name: 'self', value });
    return typeof message === 'string' ? message : undefined;
  } catch (error) {
    if (error instanceof CelError || error instanceof CelUnsupported) return undefined;
    throw error;
  }
}

const expressions = new Map<string, Expression | undefined>();

function parsed(text: string): Expression | undefined {
  if (!expressions.has(text)) expressions.set(text, parsedOrNot(text));
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

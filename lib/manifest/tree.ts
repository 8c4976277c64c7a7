import type { Condition } from '../parameters/condition';
import { type EvaluationContext, type Expression, isExpression } from '../parameters/expression';
import { fromTokens } from '../parameters/text';
import { hasToken } from '../parameters/token';

/** Plain data whose leaves may be expressions. Fields that are undefined do not exist. */
export type Tree = null | boolean | number | string | Expression | readonly Tree[] | { readonly [field: string]: Tree | undefined };

export type TreeObject = { readonly [field: string]: Tree | undefined };

/**
 * The tree with every placeholder in a string turned into its expression, without undefined fields, and with the small value classes of
 * cdk8s (`{ value }` of a quantity, tokens with `resolve()`) unwrapped. Whatever is not data is an error that says where it stands.
 */
export function treeOf(value: unknown, at: readonly (string | number)[] = []): Tree {
  switch (typeof value) {
    case 'string':
      return hasToken(value) ? fromTokens(value) : value;
    case 'number':
      if (!Number.isFinite(value)) throw new TreeError(at, `${value} is no number that YAML and JSON can carry`);
      return Object.is(value, -0) ? 0 : value;
    case 'boolean':
      return value;
    case 'object':
      return value === null ? null : treeOfObject(value, at);
    default:
      throw new TreeError(at, `a ${typeof value} is not data`);
  }
}

function treeOfObject(value: object, at: readonly (string | number)[]): Tree {
  if (isExpression(value)) return value;
  if (Array.isArray(value)) return value.map((item, index) => (item === undefined ? null : treeOf(item, [...at, index])));
  const prototype = Object.getPrototypeOf(value);
  if (prototype === Object.prototype || prototype === null) {
    const result: { [field: string]: Tree } = {};
    for (const key of Object.keys(value)) {
      const field = (value as Record<string, unknown>)[key];
      if (field !== undefined) define(result, key, treeOf(field, [...at, key]));
    }
    return result;
  }
  const wrapped = value as { value?: unknown; resolve?: () => unknown; produce?: () => unknown };
  if (typeof wrapped.value === 'string' || typeof wrapped.value === 'number') return treeOf(wrapped.value, at);
  if (typeof wrapped.resolve === 'function') return treeOf(wrapped.resolve(), at);
  if (typeof wrapped.produce === 'function') return treeOf(wrapped.produce(), at);
  throw new TreeError(at, `an instance of ${value.constructor?.name ?? 'a class'} is not data`);
}

/** Sets a field also when it is called `__proto__`. */
function define(target: { [field: string]: Tree }, key: string, value: Tree): void {
  if (key === '__proto__') Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true });
  else target[key] = value;
}

export class TreeError extends Error {
  public constructor(
    public readonly path: readonly (string | number)[],
    public readonly reason: string,
  ) {
    super(`${path.join('.')}: ${reason}`);
  }
}

/** The plain value for given parameters. Parts without expressions are shared with the tree, not copied. */
export function evaluateTree(tree: Tree, context: EvaluationContext): unknown {
  if (tree === null || typeof tree !== 'object') return tree;
  if (isExpression(tree)) return tree._evaluate(context);
  if (Array.isArray(tree)) {
    let copy: unknown[] | undefined;
    tree.forEach((item, index) => {
      const plain = evaluateTree(item, context);
      if (plain !== item) copy ??= [...tree];
      if (copy) copy[index] = plain;
    });
    return copy ?? tree;
  }
  const object = tree as { readonly [field: string]: Tree };
  let copy: { [field: string]: Tree } | undefined;
  for (const key of Object.keys(object)) {
    const plain = evaluateTree(object[key] as Tree, context);
    if (plain === object[key]) continue;
    copy ??= { ...object };
    define(copy, key, plain as Tree);
  }
  return copy ?? tree;
}

/** Calls back for every expression of a tree, with the path at which it stands. */
export function visitExpressions(
  tree: Tree | undefined,
  visit: (expression: Expression, path: readonly (string | number)[]) => void,
  path: readonly (string | number)[] = [],
): void {
  if (tree === null || typeof tree !== 'object') return;
  if (isExpression(tree)) visit(tree, path);
  else if (Array.isArray(tree)) for (let index = 0; index < tree.length; index++) visitExpressions(tree[index], visit, [...path, index]);
  else for (const key of Object.keys(tree)) visitExpressions((tree as TreeObject)[key], visit, [...path, key]);
}

/** A manifest whose leaves may be expressions, and which may exist only under a condition: what constructs yield and outputs render. */
export interface ParametricManifest {
  readonly object: ManifestTree;
  /** Default: the object always exists. */
  readonly when?: Condition;
  readonly origin: { readonly construct: string; readonly sourceLine?: string };
}

/** A tree with what every Kubernetes object has. */
export interface ManifestTree {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: {
    readonly name: string | Expression;
    readonly namespace?: string | Expression;
    readonly [field: string]: Tree | undefined;
  };
  readonly [field: string]: Tree | undefined;
}

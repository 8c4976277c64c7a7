import type { Condition } from '../parameters/condition';
import { type EvaluationContext, type Expression, isExpression } from '../parameters/expression';
import { fromTokens } from '../parameters/text';
import { hasToken, mayVary } from '../parameters/token';

/** Plain data whose leaves may be expressions. Fields that are undefined do not exist. */
export type Tree = null | boolean | number | string | Expression | readonly Tree[] | { readonly [field: string]: Tree | undefined };

export type TreeObject = { readonly [field: string]: Tree | undefined };

// Trees in which nothing varies: most objects of most apps. Nobody has to look for expressions in them again.
const fixed = new WeakSet<object>();

/**
 * The tree with every placeholder in a string turned into its expression, without undefined fields, and with the small value classes of
 * cdk8s (`{ value }` of a quantity, tokens with `resolve()`) unwrapped. Whatever is not data is an error that says where it stands. Parts
 * that are such a tree already are shared, not copied.
 */
export function treeOf(value: unknown): Tree {
  const reader = new TreeReader();
  const tree = reader.read(value);
  if (!reader.varies && typeof tree === 'object' && tree !== null) fixed.add(tree);
  return tree;
}

/** Whether nothing varies in a tree that `treeOf` gave: it holds no expression, and nothing that could be left of one. */
export function isFixed(tree: Tree | undefined): boolean {
  return typeof tree !== 'object' || tree === null || fixed.has(tree);
}

class TreeReader {
  public varies = false;
  private readonly at: (string | number)[] = [];

  public read(value: unknown): Tree {
    switch (typeof value) {
      case 'string':
        return mayVary(value) ? this.varying(hasToken(value) ? fromTokens(value) : value) : value;
      case 'number':
        if (!Number.isFinite(value)) this.refuse(`${value} is no number that YAML and JSON can carry`);
        return Object.is(value, -0) ? 0 : value;
      case 'boolean':
        return value;
      case 'object':
        return value === null ? null : this.object(value);
      default:
        return this.refuse(`a ${typeof value} is not data`);
    }
  }

  private object(value: object): Tree {
    if (isExpression(value)) return this.varying(value);
    if (Array.isArray(value)) return this.list(value);
    const prototype = Object.getPrototypeOf(value);
    if (prototype === Object.prototype || prototype === null) return this.mapping(value as Record<string, unknown>);
    const wrapped = value as { value?: unknown; resolve?: () => unknown; produce?: () => unknown };
    if (typeof wrapped.value === 'string' || typeof wrapped.value === 'number') return this.read(wrapped.value);
    if (typeof wrapped.resolve === 'function') return this.read(wrapped.resolve());
    if (typeof wrapped.produce === 'function') return this.read(wrapped.produce());
    return this.refuse(`an instance of ${value.constructor?.name ?? 'a class'} is not data`);
  }

  private list(items: readonly unknown[]): Tree {
    let copy: Tree[] | undefined;
    for (let index = 0; index < items.length; index++) {
      const item = items[index];
      const tree = item === undefined ? null : this.step(index, item);
      if (Object.is(tree, item)) continue;
      copy ??= [...items] as Tree[];
      copy[index] = tree;
    }
    return copy ?? (items as readonly Tree[]);
  }

  private mapping(fields: Record<string, unknown>): Tree {
    const keys = Object.keys(fields);
    let copy: { [field: string]: Tree } | undefined;
    for (let index = 0; index < keys.length; index++) {
      const key = keys[index] as string;
      if (mayVary(key)) this.varies = true;
      const field = fields[key];
      const tree = field === undefined ? undefined : this.step(key, field);
      if (!copy && (tree === undefined || !Object.is(tree, field))) {
        copy = {};
        for (const before of keys.slice(0, index)) define(copy, before, fields[before] as Tree);
      }
      if (copy && tree !== undefined) define(copy, key, tree);
    }
    return copy ?? (fields as TreeObject);
  }

  private step(key: string | number, value: unknown): Tree {
    this.at.push(key);
    const tree = this.read(value);
    this.at.pop();
    return tree;
  }

  private varying(tree: Tree): Tree {
    this.varies = true;
    return tree;
  }

  private refuse(reason: string): never {
    throw new TreeError([...this.at], reason);
  }
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
  return isFixed(tree) ? tree : evaluate(tree, context);
}

function evaluate(tree: Tree, context: EvaluationContext): unknown {
  if (tree === null || typeof tree !== 'object') return tree;
  if (isExpression(tree)) return tree._evaluate(context);
  if (Array.isArray(tree)) {
    let copy: unknown[] | undefined;
    tree.forEach((item, index) => {
      const plain = evaluate(item, context);
      if (plain !== item) copy ??= [...tree];
      if (copy) copy[index] = plain;
    });
    return copy ?? tree;
  }
  const object = tree as { readonly [field: string]: Tree };
  let copy: { [field: string]: Tree } | undefined;
  for (const key of Object.keys(object)) {
    const plain = evaluate(object[key] as Tree, context);
    if (plain === object[key]) continue;
    copy ??= { ...object };
    define(copy, key, plain as Tree);
  }
  return copy ?? tree;
}

/** Calls back for every expression of a tree, with the path at which it stands: a list that is the visitor's only while it is called. */
export function visitExpressions(
  tree: Tree | undefined,
  visit: (expression: Expression, path: readonly (string | number)[]) => void,
): void {
  if (!isFixed(tree)) walk(tree as Tree, visit, []);
}

function walk(
  tree: Tree | undefined,
  visit: (expression: Expression, path: readonly (string | number)[]) => void,
  path: (string | number)[],
) {
  if (tree === null || typeof tree !== 'object') return;
  if (isExpression(tree)) return visit(tree, path);
  const step = (key: string | number, child: Tree | undefined) => {
    path.push(key);
    walk(child, visit, path);
    path.pop();
  };
  if (Array.isArray(tree)) tree.forEach((child, index) => step(index, child));
  else for (const key of Object.keys(tree)) step(key, (tree as TreeObject)[key]);
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

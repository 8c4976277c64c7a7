import { isFixed, type ParametricManifest, type Tree, type TreeObject } from '../manifest/tree';
import { type Expression, isExpression } from './expression';
import { type Parameter, ParameterType } from './parameter';
import type { RestExpression } from './rest';
import type { TextExpression } from './text';
import { hasToken, isBrokenText } from './token';

/** The parameters of a set of manifests, in the order in which they are met, and what cannot be among them. */
export interface CollectedParameters {
  readonly parameters: readonly Parameter[];
  readonly problems: readonly string[];
}

/** The key by which an environment's file names the environment that it extends. */
export const EXTENDS = 'extends';

interface Found {
  readonly parameter: Parameter;
  /** The construct in which it was met first. */
  readonly construct: string;
}

/** Every parameter of the manifests: in their fields, inside texts, in rests and in conditions. */
export function collectParameters(manifests: readonly ParametricManifest[]): CollectedParameters {
  const collector = new Collector();
  for (const manifest of manifests) collector.add(manifest);
  return collector.result();
}

/** The parameters that an expression is made of. */
export function parametersOf(expression: Expression): readonly Parameter[] {
  switch (expression._kind) {
    case 'parameter':
      return [expression as Parameter];
    case 'text':
      return (expression as TextExpression).parts.flatMap((part) => (typeof part === 'string' ? [] : parametersOf(part)));
    case 'rest':
      return (expression as RestExpression).parameters;
    case 'release-name':
      return [];
  }
}

const BROKEN =
  'a parameter was put through a function that changes texts (such as JSON.stringify or toUpperCase), which cannot be done to a value that varies; put it into the text behind that: `before ${parameter} after`.';

/** What `{ ...parameter }` gives, where an object of texts was wanted. */
function isCopyOfParameter(tree: Tree): tree is Tree & { readonly name: string } {
  return (tree as TreeObject)._kind === 'parameter' && typeof (tree as TreeObject).name === 'string';
}

function literalsOf(expression: Expression): string[] {
  if (expression._kind !== 'text') return [];
  return (expression as TextExpression).parts.flatMap((part) => (typeof part === 'string' ? [part] : literalsOf(part)));
}

class Collector {
  private readonly found = new Map<string, Found>();
  private readonly problems = new Set<string>();
  private manifest!: ParametricManifest;

  public add(manifest: ParametricManifest): void {
    this.manifest = manifest;
    for (const parameter of manifest.when?._parameters() ?? []) this.meet(parameter);
    if (!isFixed(manifest.object as Tree)) this.walk(manifest.object as Tree, []);
  }

  public result(): CollectedParameters {
    const problems = [...this.problems, ...nameProblems(this.found)];
    return { parameters: [...this.found.values()].map(({ parameter }) => parameter), problems };
  }

  private walk(tree: Tree | undefined, path: (string | number)[]): void {
    if (tree === null || typeof tree !== 'object') return;
    if (isExpression(tree)) this.expression(tree, path);
    else if (isCopyOfParameter(tree)) {
      this.report(
        path,
        `parameter '${tree.name}' was taken apart by the code that it was given to; state its keys one by one, each a parameter.`,
      );
    } else if (Array.isArray(tree)) {
      for (let index = 0; index < tree.length; index++) this.step(tree[index], index, path);
    } else {
      for (const key of Object.keys(tree)) {
        if (hasToken(key)) this.report(path, 'a parameter stands in the name of a field; only values can vary. Use Parameter.stringMap.');
        this.step((tree as TreeObject)[key], key, path);
      }
    }
  }

  private step(child: Tree | undefined, key: string | number, path: (string | number)[]): void {
    if (typeof child === 'string' ? !isBrokenText(child) : child === null || typeof child !== 'object') return;
    path.push(key);
    if (typeof child === 'string') this.report(path, BROKEN);
    else this.walk(child, path);
    path.pop();
  }

  private expression(expression: Expression, path: readonly (string | number)[]): void {
    const parameters = parametersOf(expression);
    for (const parameter of parameters) this.meet(parameter);
    if (expression._kind === 'parameter') return;
    if (literalsOf(expression).some(isBrokenText)) this.report(path, BROKEN);
    for (const { name, type } of parameters) {
      if (type !== ParameterType.STRING_LIST && type !== ParameterType.STRING_MAP) continue;
      const what = type === ParameterType.STRING_LIST ? 'list' : 'map';
      this.report(
        path,
        `parameter '${name}', a ${what} of texts, stands inside a text; let it be the whole value, or use Parameter.string.`,
      );
    }
  }

  private meet(parameter: Parameter): void {
    const { construct } = this.manifest.origin;
    const first = this.found.get(parameter.name);
    if (!first) this.found.set(parameter.name, { parameter, construct });
    else if (first.parameter !== parameter && definitionOf(first.parameter) !== definitionOf(parameter)) {
      this.problems.add(
        `parameter '${parameter.name}' is defined twice: in ${first.construct} as ${definitionOf(first.parameter)}, and in ${construct} as ${definitionOf(parameter)}. Define it once and use that in both places, or name one of them otherwise.`,
      );
    }
  }

  private report(path: readonly (string | number)[], message: string): void {
    this.problems.add(`${this.manifest.origin.construct}: ${this.manifest.object.kind} ${path.join('.')}: ${message}`);
  }
}

/** All that makes a definition this one: two are the same exactly when these texts are. */
function definitionOf(parameter: Parameter): string {
  const hidden = new Set(['name', 'type', '_kind']);
  const details = Object.entries(parameter).filter(([key, value]) => value !== undefined && !hidden.has(key));
  return `${parameter.type} (${details
    .map(([key, value]) => `${key}: ${JSON.stringify(value)}`)
    .sort()
    .join(', ')})`;
}

function* nameProblems(found: ReadonlyMap<string, Found>): Generator<string> {
  for (const [name, { construct }] of found) {
    const segments = name.split('.');
    if (segments[0] === EXTENDS)
      yield `parameter '${name}' (${construct}): environments use the key '${EXTENDS}' themselves; name it otherwise.`;
    for (let length = 1; length < segments.length; length++) {
      const shorter = found.get(segments.slice(0, length).join('.'));
      if (!shorter) continue;
      yield `parameters '${shorter.parameter.name}' (${shorter.construct}) and '${name}' (${construct}) exclude each other: the first would be a value and a group of values at once. Name one of them otherwise.`;
    }
  }
}

import { ApiObject, DependencyGraph } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { ManifestObject } from './manifest-object';
import { mergeVariants } from './merge-variants';
import { sourceLineOf } from './source-line';
import { type ManifestTree, type ParametricManifest, treeOf } from './tree';

/** A construct that makes its objects only when all that shapes them has been stated. */
export interface Preparable extends IConstruct {
  /** Makes the objects, once; problems are collected, not thrown. */
  _prepare(problems: string[]): void;
}

function isPreparable(construct: IConstruct): construct is Preparable {
  return typeof (construct as Partial<Preparable>)._prepare === 'function';
}

/** All problems of an app at once. */
export class SynthesisError extends Error {
  public constructor(public readonly problems: readonly string[]) {
    super(
      `${problems.length === 1 ? 'one problem' : `${problems.length} problems`} in the app:\n${problems.map((each) => `  - ${each}`).join('\n')}`,
    );
    this.name = 'SynthesisError';
  }
}

/**
 * The one pass over the construct tree: prepares, validates every construct once, and gives the manifests in the order in which their
 * constructs were made.
 */
export function manifestsOf(root: IConstruct): ParametricManifest[] {
  const problems: string[] = [];
  for (const construct of root.node.findAll()) if (isPreparable(construct)) construct._prepare(problems);
  const manifests: ParametricManifest[] = [];
  let depends = false;
  for (const construct of root.node.findAll()) {
    depends ||= construct.node.dependencies.length > 0;
    for (const problem of construct.node.validate())
      problems.push(problem.startsWith(construct.node.path) ? problem : `${construct.node.path}: ${problem}`);
    if (!ApiObject.isApiObject(construct)) continue;
    try {
      manifests.push(manifestOf(construct));
    } catch (error) {
      problems.push(`${construct.node.path}: ${construct.kind} ${construct.name}: ${(error as Error).message}`);
    }
  }
  if (depends) problems.push(...circleProblems(root));
  if (problems.length > 0) throw new SynthesisError([...new Set(problems)]);
  return mergeVariants(manifests);
}

/** A circle of `addDependency`, which has no order. */
function circleProblems(root: IConstruct): string[] {
  try {
    new DependencyGraph(root.node);
    return [];
  } catch (error) {
    return [`${(error as Error).message}: addDependency() is stated in a circle; leave one of them out.`];
  }
}

function manifestOf(object: ApiObject): ParametricManifest {
  const origin = {
    construct: object.node.path,
    get sourceLine() {
      return sourceLineOf(object);
    },
  };
  if (!ManifestObject.isManifestObject(object)) return { object: treeOf(object.toJson()) as ManifestTree, origin };
  const tree = object.tree();
  return object.when ? { object: tree, when: object.when, origin } : { object: tree, origin };
}

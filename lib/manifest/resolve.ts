import type { SourcedManifest } from '../model/sourced';
import type { EvaluationContext } from '../parameters/expression';
import type { Manifest } from './manifest';
import { evaluateTree, type ParametricManifest, type Tree } from './tree';

/** The plain manifests of one environment: those whose condition holds, with every expression replaced by its value. */
export function resolve(manifests: readonly ParametricManifest[], context: EvaluationContext): SourcedManifest[] {
  const resolved: SourcedManifest[] = [];
  for (const { object, when, origin } of manifests) {
    if (when && !when._holds(context)) continue;
    resolved.push({ manifest: evaluateTree(object as Tree, context) as Manifest, origin });
  }
  return resolved;
}

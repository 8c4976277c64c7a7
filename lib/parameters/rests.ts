import { type ParametricManifest, type Tree, visitExpressions } from '../manifest/tree';
import type { Environment } from './environment';
import type { Expression } from './expression';
import type { RestExpression } from './rest';

interface PlacedRest {
  readonly rest: RestExpression;
  readonly manifest: ParametricManifest;
}

/** Splits in which the stated weights of an environment exceed 100, so that nothing is left for the version that takes the rest. */
export function restProblems(manifests: readonly ParametricManifest[], environments: readonly Environment[]): string[] {
  const rests = manifests.flatMap(restsOf);
  const problems = new Set<string>();
  for (const environment of environments) {
    for (const { rest, manifest } of rests) {
      const left = rest._evaluate(environment);
      if (left >= 0 || (manifest.when && !manifest.when._holds(environment))) continue;
      const stated = rest.parameters.map((parameter) => `${parameter.name} = ${parameter._evaluate(environment)}`);
      if (rest.fixed > 0) stated.push(`${rest.fixed} fixed`);
      problems.add(
        `environment '${environment.name}': ${stated.join(' + ')} is ${100 - left}, more than 100, in ${manifest.origin.construct}; lower one by at least ${-left}.`,
      );
    }
  }
  return [...problems];
}

function restsOf(manifest: ParametricManifest): PlacedRest[] {
  const rests: PlacedRest[] = [];
  visitExpressions(manifest.object as Tree, (expression: Expression) => {
    if (expression._kind === 'rest') rests.push({ rest: expression as RestExpression, manifest });
  });
  return rests;
}

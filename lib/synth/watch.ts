import { groupOf } from '../manifest/manifest';
import type { ParametricManifest, Tree, TreeObject } from '../manifest/tree';
import type { Watch } from '../output/output';
import type { Condition } from '../parameters/condition';
import { isExpression } from '../parameters/expression';

/** The commands that show how the release of an object goes, by its kind. */
const COMMANDS: { readonly [kind: string]: Watch } = {
  'flagger.app/Canary': { before: 'kubectl get canary/', after: ' --watch' },
  'argoproj.io/Rollout': { before: 'kubectl argo rollouts get rollout ', after: ' --watch' },
  'serving.knative.dev/Service': { before: 'kubectl get ksvc/', after: ' --watch' },
  'apps/Deployment': { before: 'kubectl rollout status deployment/', after: '' },
  'apps/StatefulSet': { before: 'kubectl rollout status statefulset/', after: '' },
  'apps/DaemonSet': { before: 'kubectl rollout status daemonset/', after: '' },
};

/**
 * How each object's release is followed. A workload that a Canary or Rollout stands for has no release of its own.
 * See https://docs.flagger.app/usage/monitoring and https://argo-rollouts.readthedocs.io/en/stable/features/kubectl-plugin/
 */
export function watchesOf(manifests: readonly ParametricManifest[]): (manifest: ParametricManifest) => Watch | undefined {
  const stoodFor = new Map<string, Condition | undefined>();
  for (const { object, when } of manifests) {
    const spec = object.spec as TreeObject | undefined;
    const target = (spec?.targetRef ?? spec?.workloadRef) as TreeObject | undefined;
    if (target?.kind && ['flagger.app/Canary', 'argoproj.io/Rollout'].includes(kindOf(object as TreeObject))) {
      stoodFor.set(keyOf(target.kind, object.metadata.namespace, target.name), when);
    }
  }
  return ({ object, when }) => {
    const { name, namespace } = object.metadata;
    const key = keyOf(object.kind, namespace, name);
    if (stoodFor.has(key) && includes(when, stoodFor.get(key))) return undefined;
    return COMMANDS[kindOf(object as TreeObject)];
  };
}

function kindOf({ apiVersion, kind }: TreeObject): string {
  return `${groupOf(String(apiVersion))}/${String(kind)}`;
}

function keyOf(...parts: readonly (Tree | undefined)[]): string {
  return parts.map((part) => String(isExpression(part) ? part.resolve() : part)).join(' ');
}

/** Whether one condition only holds while the other does: it has all its terms. */
function includes(one: Condition | undefined, other: Condition | undefined): boolean {
  const terms = new Set(termsOf(one));
  return termsOf(other).every((term) => terms.has(term));
}

function termsOf(condition: Condition | undefined): string[] {
  const term = condition?._term;
  if (!term) return [];
  return (term.kind === 'all' ? term.of : [term]).map((each) => JSON.stringify(each));
}

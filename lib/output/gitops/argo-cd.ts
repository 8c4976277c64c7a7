import { groupOf } from '../../manifest/manifest';
import { emitYaml } from '../emit';
import { kustomization } from '../kustomize/kustomization';
import type { OutputFile } from '../output';
import { type Deployment, namespaceOf, objectName, repositoryPath } from './deployment';

const WAVE = 'argocd.argoproj.io/sync-wave';

/**
 * An Application of Argo CD, and the kustomization it deploys: the environment's overlay, with the waves in which its objects are applied.
 * See https://argo-cd.readthedocs.io/en/stable/user-guide/diffing/ and https://argo-cd.readthedocs.io/en/stable/user-guide/sync-waves/
 */
export function argoCd(deployment: Deployment): OutputFile[] {
  const { app, environment, options } = deployment;
  const folder = `argo-cd/${environment}`;
  const application = {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: { name: objectName(app, environment), namespace: 'argocd' },
    spec: {
      project: 'default',
      source: { repoURL: options.repository, targetRevision: options.branch, path: repositoryPath(deployment, `gitops/${folder}`) },
      destination: { server: 'https://kubernetes.default.svc', namespace: namespaceOf(deployment) },
      ignoreDifferences: ignoredDifferences(deployment),
      syncPolicy: { automated: { prune: true, selfHeal: true }, syncOptions: syncOptions(deployment) },
    },
  };
  const { text } = kustomization({ resources: [`../../../kustomize/overlays/${environment}`], patches: wavePatches(deployment) });
  return [
    { path: `argo-cd/application-${environment}.yaml`, text: emitYaml(application) },
    { path: `${folder}/kustomization.yaml`, text },
  ];
}

/**
 * Not ServerSideApply: it replaces the selector of a Service as a whole, and without the hash in it Argo Rollouts takes the next version for
 * the first one, which it promotes at once. ApplyOutOfSyncOnly: a route that only its controller has changed is not reset, and a release that
 * is paused holds up no wave behind it. RespectIgnoreDifferences only where no ignored field lies in a list: Argo CD would never again apply
 * a change of the author to that list. See https://github.com/argoproj/argo-cd/issues/17694 and
 * https://argo-rollouts.readthedocs.io/en/stable/features/traffic-management/istio/#integrating-with-gitops
 */
function syncOptions({ manifests, factsOf }: Deployment): string[] {
  const ignored = manifests.flatMap(({ manifest }) => factsOf(manifest).controllerFields);
  const isRespected = ignored.length > 0 && !ignored.some(({ jq }) => jq.includes('[]'));
  return ['ApplyOutOfSyncOnly=true', 'CreateNamespace=true', 'PruneLast=true', ...(isRespected ? ['RespectIgnoreDifferences=true'] : [])];
}

/** Exactly the fields that controllers write: Argo CD does not report them. */
function ignoredDifferences({ manifests, factsOf }: Deployment): object[] | undefined {
  const rules = manifests.flatMap(({ manifest }) => {
    const { controllerFields } = factsOf(manifest);
    if (controllerFields.length === 0) return [];
    const { name, namespace } = manifest.metadata;
    return [
      {
        group: groupOf(manifest.apiVersion) || undefined,
        kind: manifest.kind,
        name,
        namespace,
        jqPathExpressions: controllerFields.map(({ jq }) => jq),
      },
    ];
  });
  return rules.length > 0 ? rules : undefined;
}

/** One patch a kind of object: a wave begins when the objects of the one before are healthy. */
function wavePatches({ manifests, factsOf }: Deployment): object[] {
  const stages = [...new Set(manifests.map(({ manifest }) => factsOf(manifest).stage))].sort((a, b) => a - b);
  const patches = new Map<string, object>();
  for (const { manifest } of manifests) {
    const wave = stages.indexOf(factsOf(manifest).stage);
    if (wave === 0) continue;
    const group = groupOf(manifest.apiVersion);
    const version = manifest.apiVersion.slice(manifest.apiVersion.indexOf('/') + 1);
    const any = { apiVersion: 'v1', kind: 'Any', metadata: { name: 'any', annotations: { [WAVE]: String(wave) } } };
    const target = { ...(group ? { group } : {}), version, kind: manifest.kind };
    patches.set(`${manifest.apiVersion} ${manifest.kind}`, { target, patch: emitYaml(any) });
  }
  return [...patches.values()];
}

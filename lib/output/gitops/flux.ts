import type { Manifest } from '../../manifest/manifest';
import { emitYaml } from '../emit';
import type { FactsOf } from '../facts';
import { inPart } from '../kustomize/parts';
import { targetOf } from '../kustomize/target';
import type { OutputFile } from '../output';
import { type Deployment, namespaceOf, objectName, repositoryPath } from './deployment';

const SOURCE_NAMESPACE = 'flux-system';

/**
 * Kustomizations of Flux over the environment's overlay: one, or one a part, each waiting until the one before is healthy.
 * See https://fluxcd.io/flux/components/kustomize/kustomizations/
 * @param comment Lines that stand before the first of them.
 */
export function flux(deployment: Deployment, comment: string): OutputFile[] {
  const { app, environment, parts, options } = deployment;
  const source = `# Fetched from: flux create source git ${app} --url=${options.repository} --branch=${options.branch}\n`;
  const documents =
    parts.length === 0
      ? [kustomizationOf(deployment, undefined, undefined)]
      : parts.map((part, index) => kustomizationOf(deployment, part, parts[index - 1]));
  return [{ path: `flux/${environment}.yaml`, text: source + comment + documents.map((each) => emitYaml(each)).join('---\n') }];
}

function kustomizationOf(deployment: Deployment, part: string | undefined, before: string | undefined): object {
  const { app, environment, manifests, factsOf } = deployment;
  const name = (of: string | undefined) => objectName(app, environment, of);
  const objects = part === undefined ? manifests : inPart(manifests, part, factsOf);
  const overlay = repositoryPath(deployment, `kustomize/overlays/${environment}${part ? `/${part}` : ''}`);
  return {
    apiVersion: 'kustomize.toolkit.fluxcd.io/v1',
    kind: 'Kustomization',
    metadata: { name: name(part), namespace: SOURCE_NAMESPACE },
    spec: {
      dependsOn: before ? [{ name: name(before) }] : undefined,
      interval: '10m',
      retryInterval: '1m',
      timeout: '5m',
      path: `./${overlay}`,
      sourceRef: { kind: 'GitRepository', name: app },
      targetNamespace: objects.every(({ manifest }) => manifest.metadata.namespace === undefined) ? namespaceOf(deployment) : undefined,
      prune: true,
      wait: true,
      ignore: ignoreRules(
        objects.map(({ manifest }) => manifest),
        factsOf,
      ),
      healthCheckExprs: healthExpressions(
        objects.map(({ manifest }) => manifest),
        factsOf,
      ),
    },
  };
}

/**
 * What has to keep the value that a controller gave it: Flux applies every object server-side and with force, every few minutes.
 * Since kustomize-controller 1.9; see https://fluxcd.io/flux/components/kustomize/kustomizations/#ignore-rules
 */
function ignoreRules(manifests: readonly Manifest[], factsOf: FactsOf): object[] | undefined {
  const rules = manifests.flatMap((manifest) => {
    const paths = [...new Set(factsOf(manifest).controllerFields.flatMap(({ pointers }) => pointers))];
    return paths.length > 0 ? [{ paths, target: targetOf(manifest) }] : [];
  });
  return rules.length > 0 ? rules : undefined;
}

function healthExpressions(manifests: readonly Manifest[], factsOf: FactsOf): object[] | undefined {
  const byKind = new Map<string, object>();
  for (const manifest of manifests) {
    const { health } = factsOf(manifest);
    const { apiVersion, kind } = manifest;
    if (health) byKind.set(`${apiVersion} ${kind}`, { apiVersion, kind, ...health });
  }
  return byKind.size > 0 ? [...byKind.values()] : undefined;
}

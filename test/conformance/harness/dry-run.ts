import type { Cluster } from './cluster';
import type { KubeObject } from './kube';

/** `Deployment shop/web`: how a message names an object. */
export const label = ({ kind, metadata }: KubeObject) => `${kind} ${metadata.namespace ? `${metadata.namespace}/` : ''}${metadata.name}`;

/** Creates the namespaces that objects name, with the labels of the set's own Namespace objects. */
export async function ensureNamespaces(
  { kube }: Cluster,
  objects: readonly KubeObject[],
  labels: Readonly<Record<string, string>> = {},
): Promise<void> {
  const own = new Map(objects.filter((one) => one.kind === 'Namespace').map((one) => [one.metadata.name, one.metadata.labels]));
  for (const name of new Set([...own.keys(), ...objects.flatMap((one) => one.metadata.namespace ?? [])])) {
    await kube.apply({ apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels: { ...own.get(name), ...labels } } });
  }
}

/** Strict server-side apply of every object as a dry run: what the API server refuses, and what it warns of. */
export async function dryRun(cluster: Cluster, objects: readonly KubeObject[]): Promise<string[]> {
  const problems: string[] = [];
  await ensureNamespaces(cluster, objects);
  for (const object of objects) {
    cluster.kube.warnings.length = 0;
    try {
      await cluster.kube.apply(object, { dryRun: true });
    } catch (error) {
      problems.push(`${label(object)}: ${(error as Error).message}`);
    }
    for (const warning of cluster.kube.warnings) problems.push(`${label(object)}: warning: ${warning}`);
  }
  cluster.assertRunning();
  return problems;
}

import { join } from 'node:path';
import type { Cluster } from './cluster';
import type { Deployment } from './course';
import { ensureNamespaces } from './dry-run';
import { advance, inPhase } from './flagger';
import type { ApplyOptions, KubeObject } from './kube';
import { must, wait } from './process';
import { binary } from './programs';
import { aborted, healthy, type Rollout, rolloutPath } from './rollouts';

/** A workload whose release comes to an end. */
interface Target {
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
}

/** How a set of objects is applied. */
export interface ApplyAllOptions extends ApplyOptions {
  /** Added to the namespaces' own labels. */
  readonly namespaceLabels?: Readonly<Record<string, string>>;
}

/** Removes objects, and waits until the namespaced ones are gone; namespaces stay. */
export async function removeAll({ kube }: Cluster, objects: readonly KubeObject[]): Promise<void> {
  const paths = await Promise.all(objects.filter((one) => one.kind !== 'Namespace').map((one) => kube.pathOf(one)));
  await Promise.all(paths.map((path) => kube.delete(`${path}?propagationPolicy=Background`).catch(() => undefined)));
  for (const path of paths) while (await kube.find(path)) await wait(50);
}

/** What others refer to first, workloads last; without namespaces. */
function inOrder(objects: readonly KubeObject[]): KubeObject[] {
  const last = ['Deployment', 'Rollout', 'Canary'];
  const place = (object: KubeObject) => last.indexOf(object.kind);
  return objects.filter((object) => object.kind !== 'Namespace').sort((a, b) => place(a) - place(b));
}

/** `kubectl apply`, as most people do it: client-side, so that what controllers have put into the same fields stays. */
export async function kubectlApply(cluster: Cluster, objects: readonly KubeObject[]): Promise<void> {
  await ensureNamespaces(cluster, objects);
  const list = JSON.stringify({ apiVersion: 'v1', kind: 'List', items: inOrder(objects) });
  const { kubeconfig, folder } = cluster;
  await must(
    await binary('cluster', 'kubectl'),
    ['apply', '-f', '-', `--kubeconfig=${kubeconfig}`, `--cache-dir=${join(folder, 'kubectl')}`],
    { input: list },
  );
}

/** Server-side apply of every object, forced. */
export async function applyAll(cluster: Cluster, objects: readonly KubeObject[], options: ApplyAllOptions = {}): Promise<void> {
  await ensureNamespaces(cluster, objects, options.namespaceLabels);
  for (const object of inOrder(objects)) await cluster.kube.apply(object, options);
}

const of = (kind: string, objects: readonly KubeObject[]): Target[] =>
  objects
    .filter((one) => one.kind === kind)
    .map(({ metadata }) => ({ kind, namespace: metadata.namespace ?? 'default', name: metadata.name }));

const available = ({ metadata, spec, status }: Deployment) => {
  const { replicas = 1 } = spec;
  const { observedGeneration, replicas: all = 0, updatedReplicas = 0, availableReplicas = 0 } = status ?? {};
  return observedGeneration === metadata.generation && all === replicas && updatedReplicas === replicas && availableReplicas === replicas;
};

// A pause without a duration waits for a person: that is an end too.
const waits = ({ status }: Rollout) => (status?.pauseConditions?.length ?? 0) > 0;
const settled = (rollout: Rollout) =>
  String(rollout.metadata.generation) === rollout.status?.observedGeneration &&
  (healthy(rollout) || aborted(rollout) || rollout.status.phase === 'Degraded');

/**
 * Waits until every Rollout, Canary and Deployment among the objects has come to rest; returns how each one ended: `Rollout shop/web: Healthy`.
 * Canaries are made to look every half second. `first` says that this is the first version: Flagger then ends in Initialized.
 */
export async function settle(cluster: Cluster, objects: readonly KubeObject[], { first = false, seconds = 120 } = {}): Promise<string[]> {
  const { kube } = cluster;
  const ends: string[] = [];
  const canaries = of('Canary', objects);
  for (const { kind, namespace, name } of canaries) {
    if (!first)
      await advance(cluster, namespace, name, inPhase('Progressing', 'Waiting', 'WaitingPromotion', 'Promoting', 'Finalising'), {
        seconds,
      });
    const wanted = first ? inPhase('Initialized') : inPhase('Succeeded', 'Failed');
    const { status } = await advance(cluster, namespace, name, wanted, { seconds });
    ends.push(`${kind} ${namespace}/${name}: ${status?.phase}`);
  }
  if (!first) await wait(300); // the controllers see the change
  for (const { kind, namespace, name } of of('Rollout', objects)) {
    const end = Date.now() + seconds * 1000;
    const done = (one: Rollout) => settled(one) || (waits(one) && Date.now() > end - seconds * 500);
    const { status } = await kube.until<Rollout>(rolloutPath(namespace, name), done, seconds);
    ends.push(`${kind} ${namespace}/${name}: ${status?.phase}${status?.message ? ` (${status.message})` : ''}`);
  }
  const byFlagger = (target: Target) => canaries.some((one) => one.namespace === target.namespace && one.name === target.name);
  for (const target of of('Deployment', objects).filter((one) => !byFlagger(one))) {
    const path = `/apis/apps/v1/namespaces/${target.namespace}/deployments/${target.name}`;
    const end = await kube.until<Deployment>(path, available, seconds).then(
      () => 'available',
      () => 'not available',
    );
    ends.push(`Deployment ${target.namespace}/${target.name}: ${end}`);
  }
  return ends;
}

import type { Cluster } from './cluster';
import type { KubeObject } from './kube';
import { freePorts, wait } from './process';
import { binary } from './programs';
import { answers, Service } from './service';

/** A Canary of Flagger, as far as the checks look at it. */
export interface Canary extends KubeObject {
  spec: { analysis: { interval: string } };
  status?: { phase?: string; canaryWeight?: number; failedChecks?: number; iterations?: number };
}

/** Starts Flagger on the cluster; it asks `prometheus` for its metrics. `provider` is `istio` unless given. */
export async function startFlagger({ kubeconfig, folder }: Cluster, prometheus: string, provider = 'istio'): Promise<Service> {
  const [port] = (await freePorts(1)) as [number];
  const args = [
    `-kubeconfig=${kubeconfig}`,
    `-mesh-provider=${provider}`,
    `-metrics-server=${prometheus}`,
    '-control-loop-interval=200ms',
    `-port=${port}`,
  ];
  const service = new Service(`flagger-${provider}`, await binary('cluster', 'flagger'), args, folder);
  await service.until(() => answers(`http://127.0.0.1:${port}/healthz`));
  return service;
}

export const canaryPath = (namespace: string, name: string) => `/apis/flagger.app/v1beta1/namespaces/${namespace}/canaries/${name}`;

export const inPhase =
  (...phases: string[]) =>
  ({ status }: Canary) =>
    phases.includes(status?.phase ?? '');

/**
 * Waits until the Canary is as wanted, and makes Flagger look at it every half second instead of every interval (10 s at least):
 * each change of the interval between two values drops the Canary's job and starts a new one, which runs at once. The phases and
 * weights are the same as with real ticks.
 */
export async function advance(
  { kube }: Cluster,
  namespace: string,
  name: string,
  done: (canary: Canary) => boolean,
  { pace = 700, seconds = 120 } = {},
): Promise<Canary> {
  const path = canaryPath(namespace, name);
  for (const end = Date.now() + seconds * 1000; Date.now() < end; await wait(pace)) {
    const canary = await kube.get<Canary>(path);
    if (done(canary)) return canary;
    await kube.merge(path, { spec: { analysis: { interval: canary.spec.analysis.interval === '600s' ? '601s' : '600s' } } });
  }
  throw new Error(
    `Canary ${namespace}/${name}: not as wanted after ${seconds} s: ${JSON.stringify((await kube.get<Canary>(path)).status)}`,
  );
}

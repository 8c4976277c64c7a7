import type { Cluster } from './cluster';
import type { KubeObject } from './kube';
import { freePorts, must } from './process';
import { binary } from './programs';
import { answers, Service } from './service';

/** An Argo Rollouts object, as far as the checks look at it. */
export interface Rollout extends KubeObject {
  spec: { replicas?: number; template: { spec: { containers: { image: string }[] } } };
  status?: {
    phase?: string;
    message?: string;
    observedGeneration?: string;
    abort?: boolean;
    currentPodHash?: string;
    stableRS?: string;
    currentStepIndex?: number;
    pauseConditions?: { reason: string }[];
    canary?: { weights?: { canary: { weight: number } } };
    availableReplicas?: number;
    updatedReplicas?: number;
    replicas?: number;
  };
}

/** Starts the Argo Rollouts controller on the cluster. */
export async function startArgoRollouts({ kube, kubeconfig, folder }: Cluster): Promise<Service> {
  const [metrics, health] = (await freePorts(2)) as [number, number];
  await kube.apply({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'argo-rollouts' } });
  const args = [
    `--kubeconfig=${kubeconfig}`,
    '--leader-elect=false',
    `--metricsPort=${metrics}`,
    `--healthzPort=${health}`,
    '--istio-api-version=v1',
  ];
  const service = new Service('argo-rollouts', await binary('cluster', 'rollouts-controller'), args, folder);
  await service.until(() => answers(`http://127.0.0.1:${health}/healthz`));
  return service;
}

export const rolloutPath = (namespace: string, name: string) => `/apis/argoproj.io/v1alpha1/namespaces/${namespace}/rollouts/${name}`;

/** The release is over and well. Healthy comes a moment before the weights are put back and the version becomes the stable one: both are waited for as well. */
export const healthy = ({ metadata, status }: Rollout) =>
  status?.phase === 'Healthy' &&
  String(metadata.generation) === status.observedGeneration &&
  status.stableRS === status.currentPodHash &&
  !((status.canary?.weights?.canary.weight ?? 0) > 0) &&
  !status.pauseConditions;

/** The release was given up. */
export const aborted = ({ status }: Rollout) => status?.abort === true && status.phase === 'Degraded';

/** The release waits in the step of this index. */
export const pausedAt =
  (step: number) =>
  ({ status }: Rollout) =>
    status?.currentStepIndex === step && (status.pauseConditions?.length ?? 0) > 0;

/** `kubectl argo rollouts promote`: lets a paused release go on to its next step. */
export async function promote({ kubeconfig }: Cluster, namespace: string, name: string): Promise<void> {
  await must(await binary('cluster', 'kubectl-argo-rollouts'), ['promote', name, '-n', namespace, '--kubeconfig', kubeconfig]);
}

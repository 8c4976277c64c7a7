import type { DeploymentSimulation } from '../cluster/deployment';

export interface Readiness {
  readonly ready: boolean;
  /** Whether waiting may still help. */
  readonly retriable: boolean;
  readonly message: string;
}

/** Whether Flagger takes a Deployment for ready: all pods updated, none of an older version, and enough available. */
export function readiness(deployment: DeploymentSimulation, now: number, deadline: number, threshold: number): Readiness {
  const since = deployment.progress.unavailableSince;
  const retriable = since === undefined || now <= since + deadline;
  const not = (message: string, may = retriable): Readiness => ({ ready: false, retriable: may, message });
  if (deployment.progress.exceeded) return not('the Deployment exceeded its progress deadline', false);
  const updated = deployment.current.size;
  const total = deployment.total((set) => set.size);
  if (updated < deployment.replicas)
    return not(`waiting for rollout to finish: ${updated} out of ${deployment.replicas} new replicas have been updated`);
  if (total > updated) return not(`waiting for rollout to finish: ${total - updated} old replicas are pending termination`);
  const needed = Math.trunc((updated * threshold) / 100);
  const available = deployment.available(now);
  if (available < needed)
    return not(`waiting for rollout to finish: ${available} of ${needed} (readyThreshold ${threshold}%) updated replicas are available`);
  return { ready: true, retriable: true, message: '' };
}

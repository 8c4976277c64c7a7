import type { TreeObject } from '../manifest/tree';
import { type CurrentVersion, currentVersions } from './current-version';
import { serviceLabels } from './labels';
import type { Microservice } from './microservice';
import type { ServiceVersion } from './version';

/**
 * A PodDisruptionBudget for the pods with these labels: what the version states, else one pod at a time, else none where there is one pod
 * only. No two budgets of a service may select the same pod: such a pod could not be taken away at all.
 * @param candidates Default: those of the one version that runs.
 * @param name Default: the service's.
 */
export function addDisruptionBudget(
  service: Microservice,
  selector: { readonly [label: string]: string },
  candidates: readonly CurrentVersion[] = currentVersions(service),
  name: string = service.name,
): void {
  for (const { version, when, idSuffix } of candidates) {
    const amount = amountOf(version);
    if (!amount) continue;
    service.addObject(`pod-disruption-budget${idSuffix}`, {
      apiVersion: 'policy/v1',
      kind: 'PodDisruptionBudget',
      name,
      labels: serviceLabels(service),
      when,
      fields: { spec: { ...amount, selector: { matchLabels: selector } } },
    });
  }
}

function amountOf(version: ServiceVersion): TreeObject | undefined {
  const budget = version.props.disruptionBudget;
  if (budget) return budget._kind === 'none' ? undefined : { [budget._kind]: budget._amount };
  const pods = fewestPods(version);
  return pods === undefined || pods > 1 ? { maxUnavailable: 1 } : undefined;
}

/** How many pods there are at least; undefined when a parameter says so. */
export function fewestPods({ props }: ServiceVersion): number | undefined {
  const pods = props.autoscaling ? props.autoscaling.minReplicas : (props.replicas ?? 1);
  return typeof pods === 'number' ? pods : undefined;
}

import type { TreeObject } from '../manifest/tree';
import type { NumberParameter } from '../parameters/parameter';
import type { Autoscaling } from './autoscaling';
import { type CurrentVersion, currentVersions } from './current-version';
import { serviceLabels } from './labels';
import type { Microservice } from './microservice';
import type { ServiceVersion } from './version';

/** What is scaled. Becomes `spec.scaleTargetRef`. */
export interface ScaleTarget {
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
}

const CPU_PERCENT = 80;

/** The number of pods that a workload states: none where something scales it, because each sync would reset what the autoscaler chose. */
export function replicasOf({ props }: ServiceVersion): number | NumberParameter | undefined {
  return props.autoscaling ? undefined : (props.replicas ?? 1);
}

/**
 * A HorizontalPodAutoscaler for what a strategy runs the pods in, where the version asks for one. It has the name of its target.
 * @param candidates Default: those of the one version that runs.
 */
export function addAutoscaling(
  service: Microservice,
  target: ScaleTarget,
  candidates: readonly CurrentVersion[] = currentVersions(service),
): void {
  for (const { version, when, idSuffix } of candidates) {
    const { autoscaling } = version.props;
    if (!autoscaling) continue;
    service.addObject(`horizontal-pod-autoscaler${idSuffix}`, {
      apiVersion: 'autoscaling/v2',
      kind: 'HorizontalPodAutoscaler',
      name: target.name,
      labels: serviceLabels(service),
      when,
      fields: { spec: autoscalerSpec(autoscaling, target) },
    });
  }
}

function autoscalerSpec(autoscaling: Autoscaling, target: ScaleTarget): TreeObject {
  const { minReplicas, maxReplicas, cpuPercent, memoryPercent, metrics = [], scaleDownStabilizationSeconds } = autoscaling;
  const alone = memoryPercent === undefined && metrics.length === 0;
  return {
    scaleTargetRef: { apiVersion: target.apiVersion, kind: target.kind, name: target.name },
    minReplicas,
    maxReplicas,
    metrics: [
      ...utilization('cpu', cpuPercent ?? (alone ? CPU_PERCENT : undefined)),
      ...utilization('memory', memoryPercent),
      ...metrics.map((metric) => metric._toKube() as unknown as TreeObject),
    ],
    behavior:
      scaleDownStabilizationSeconds === undefined
        ? undefined
        : { scaleDown: { stabilizationWindowSeconds: scaleDownStabilizationSeconds } },
  };
}

function utilization(name: string, averageUtilization: number | NumberParameter | undefined): TreeObject[] {
  return averageUtilization === undefined
    ? []
    : [{ type: 'Resource', resource: { name, target: { type: 'Utilization', averageUtilization } } }];
}

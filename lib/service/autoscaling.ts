import type { Metric } from 'cdk8s-plus-27';
import type { NumberParameter } from '../parameters/parameter';

/**
 * How many pods there are, by load. Becomes a HorizontalPodAutoscaler (autoscaling/v2); `replicas` is then left out of the workload.
 * See https://kubernetes.io/docs/concepts/workloads/autoscaling/horizontal-pod-autoscale/
 */
export interface Autoscaling {
  /** Becomes `minReplicas`. */
  readonly minReplicas: number | NumberParameter;
  /** Becomes `maxReplicas`. */
  readonly maxReplicas: number | NumberParameter;
  /** The average use of the CPU that is requested, in percent, that is aimed at. Default: 80 where no other metric is stated. */
  readonly cpuPercent?: number | NumberParameter;
  /** The average use of the memory that is requested, in percent, that is aimed at. Default: none. */
  readonly memoryPercent?: number | NumberParameter;
  /** Further metrics: of pods, of objects, or external ones. Becomes entries of `metrics`. */
  readonly metrics?: Metric[];
  /**
   * For how many seconds the highest wish counts before pods are taken away. Becomes `behavior.scaleDown.stabilizationWindowSeconds`.
   * Default: 300.
   */
  readonly scaleDownStabilizationSeconds?: number;
}

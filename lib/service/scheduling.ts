import type { NodeLabelQuery, NodeTaintQuery } from 'cdk8s-plus-27';
import type { TreeObject } from '../manifest/tree';
import type { MapParameter } from '../parameters/parameter';

/** Which nodes the pods run on. See https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/ */
export interface SchedulingOptions {
  /** Labels that a node must carry. Becomes `nodeSelector`. */
  readonly nodeSelector?: { [label: string]: string } | MapParameter;
  /**
   * Finer conditions on a node's labels, all of which must hold. Becomes
   * `affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution`.
   */
  readonly nodes?: NodeLabelQuery[];
  /** Taints that are borne. Becomes `tolerations`. */
  readonly tolerations?: NodeTaintQuery[];
  /** Any affinity, as Kubernetes writes it. Becomes `affinity`; instead of `nodes`. */
  readonly affinity?: { [field: string]: unknown };
  /** Whether pods are spread over nodes and zones where that is possible. Becomes `topologySpreadConstraints`. Default: true. */
  readonly spread?: boolean;
  /** Becomes `priorityClassName`. */
  readonly priorityClass?: string;
}

/** The fields of a pod's `spec` that say where it runs. */
export function schedulingTree(scheduling: SchedulingOptions, selector: { readonly [label: string]: string }): TreeObject {
  const { nodeSelector, nodes, tolerations, affinity, spread = true, priorityClass } = scheduling;
  const matchExpressions = nodes?.map((query) => query._toKube());
  const nodeAffinity = matchExpressions && {
    requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [{ matchExpressions }] },
  };
  return {
    nodeSelector,
    affinity: (affinity ?? (nodeAffinity && { nodeAffinity })) as TreeObject | undefined,
    tolerations: tolerations?.map((query) => query._toKube()) as TreeObject[] | undefined,
    topologySpreadConstraints: spread
      ? ['kubernetes.io/hostname', 'topology.kubernetes.io/zone'].map((key) => spreadOver(key, selector))
      : undefined,
    priorityClassName: priorityClass,
  };
}

function spreadOver(topologyKey: string, matchLabels: { readonly [label: string]: string }): TreeObject {
  return { maxSkew: 1, topologyKey, whenUnsatisfiable: 'ScheduleAnyway', labelSelector: { matchLabels } };
}

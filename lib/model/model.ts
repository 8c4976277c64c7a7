import type { ObjectId } from '../manifest/manifest';
import type { IstioModel } from './istio/model';
import type { RolloutPlan } from './plan';
import type { Protocol } from './protocol';
import type { SourcedManifest } from './sourced';

/**
 * The one picture of a set of manifests that check, simulate, diff and view share. Immutable, and total: whatever the manifests hold,
 * making it never throws; what cannot be understood is absent here and is a finding of `check`.
 */
export interface ReleaseModel {
  readonly objects: ObjectIndex;
  readonly workloads: readonly Workload[];
  readonly services: readonly Service[];
  /** Where requests can go: VirtualServices, DestinationRules, gateways and hosts as Istio's control plane reads them. */
  readonly istio: IstioModel;
  /** Which controller writes an object, or fields of it, besides its author. */
  ownersOf(id: ObjectId): readonly Owner[];
  readonly plans: readonly RolloutPlan[];
}

/** All objects, in the order given, with look-ups. */
export interface ObjectIndex {
  readonly all: readonly SourcedManifest[];
  /** All objects of a kind, in any version of its group. */
  ofKind(group: string, kind: string): readonly SourcedManifest[];
  /** An object by identity; no namespace and the namespace `default` are the same. */
  get(id: ObjectId): SourcedManifest | undefined;
}

/** Something that makes pods: a Deployment, StatefulSet, DaemonSet, Rollout or Pod, and the pods that Flagger and Knative will make. */
export interface Workload {
  readonly object: SourcedManifest;
  readonly id: ObjectId;
  readonly podLabels: Readonly<Record<string, string>>;
  readonly selector: Readonly<Record<string, string>>;
  /** As stated; the API server's default is 1. */
  readonly replicas: number | undefined;
  readonly containerPorts: readonly ContainerPort[];
  /** What a person calls this version: the label `version`, else `app.kubernetes.io/version`, else the workload's name. */
  readonly version: string;
}

export interface ContainerPort {
  readonly name?: string;
  readonly number: number;
  readonly protocol: string;
}

/** A core Service and the workloads whose pods it selects. */
export interface Service {
  readonly object: SourcedManifest;
  readonly id: ObjectId;
  readonly ports: readonly ServicePort[];
  readonly selector: Readonly<Record<string, string>> | undefined;
  /** `None` for a headless Service, `ExternalName` for an alias of a name outside. */
  readonly addressing: 'ClusterIP' | 'None' | 'ExternalName';
  readonly workloads: readonly Workload[];
}

export interface ServicePort {
  readonly name?: string;
  readonly number: number;
  readonly targetPort: number | string;
  /** The protocol Istio takes it for, by `appProtocol`, then by the name's prefix; undefined means it is sniffed. */
  readonly protocol: Protocol | undefined;
}

export interface Owner {
  readonly controller: 'flagger' | 'argo-rollouts' | 'knative' | 'horizontal-pod-autoscaler';
  /** The Canary, Rollout, Knative Service or HorizontalPodAutoscaler on whose behalf the controller writes. */
  readonly by: ObjectId;
  /** The whole object, or the fields it writes. */
  readonly fields: 'all' | readonly string[];
}

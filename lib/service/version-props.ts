import type { Duration } from 'cdk8s';
import type {
  ConfigMap,
  ContainerProps,
  ContainerResources,
  EnvFrom,
  EnvValue,
  Handler,
  IServiceAccount,
  Probe,
  VolumeMount,
} from 'cdk8s-plus-27';
import type { NumberParameter } from '../parameters/parameter';
import type { Autoscaling } from './autoscaling';
import type { ConfigFiles } from './config-files';
import type { DisruptionBudget } from './disruption-budget';
import type { HttpHealth } from './health';
import type { Resources } from './resources';
import type { SchedulingOptions } from './scheduling';
import type { SecurityOptions } from './security';

/**
 * What versions may state, and what `defaults` of the service state for all of them. A version's own statement wins; maps (`env`, `config`,
 * `labels`, `annotations`) and the groups `security` and `scheduling` are merged entry by entry; lists and everything else are replaced
 * whole. A version that states `replicas` sets `autoscaling` of the defaults aside, and the other way round; so with `preStop` and
 * `preStopSleep`.
 */
export interface VersionOptions {
  /** How many pods. Becomes `spec.replicas`; left out where something scales the workload. Default: 1. */
  readonly replicas?: number | NumberParameter;
  /**
   * Environment variables: a text, which may hold parameters and, as in Kubernetes, `$(NAME)` of an earlier variable; or a cdk8s-plus value
   * from a ConfigMap, Secret or field of the pod. Becomes `env`. A version's are added to the service's, and win.
   */
  readonly env?: { [name: string]: EnvValue | string };
  /** All keys of ConfigMaps or Secrets as variables. Becomes `envFrom`. */
  readonly envFrom?: EnvFrom[];
  /** The program to start instead of the image's. Becomes `command`. */
  readonly command?: string[];
  /** Its arguments. Becomes `args`. */
  readonly args?: string[];
  /** The three probes of a program that tells its health by HTTP, at its first HTTP port. Default: none. */
  readonly health?: HttpHealth;
  /** Takes the pod out of the Service while it fails. Becomes `readinessProbe`; wins over `health`. */
  readonly readiness?: Probe;
  /** Restarts the container when it fails. Becomes `livenessProbe`; wins over `health`. */
  readonly liveness?: Probe;
  /** Holds the other probes back until it succeeds. Becomes `startupProbe`; wins over `health`. */
  readonly startup?: Probe;
  /** CPU and memory: ours, whose quantities may be parameters, or cdk8s-plus'. Becomes `resources`. Default: `Resources.small()`. */
  readonly resources?: Resources | ContainerResources;
  /** Volumes and where they are mounted. Becomes `volumes` and `volumeMounts`. */
  readonly volumeMounts?: VolumeMount[];
  /** Folders that the program may write to although the image is read-only: `/tmp`. Each becomes an empty volume that ends with the pod. */
  readonly writablePaths?: string[];
  /** Files or variables that become ConfigMaps of the service, by name. A change of their content replaces the pods. */
  readonly config?: { [name: string]: ConfigFiles };
  /** ConfigMaps made elsewhere whose change replaces the pods as well. Becomes the annotation `checksum/<name>` of the pods. */
  readonly restartOn?: ConfigMap[];
  /** Containers that run to their end before. Becomes `initContainers`. Each needs a `name`. */
  readonly initContainers?: ContainerProps[];
  /** Containers beside the program's. Becomes further `containers`. Each needs a `name`. */
  readonly sidecars?: ContainerProps[];
  /**
   * Who the pods are to the Kubernetes API and in the mesh: a cdk8s-plus object, or a name. Becomes `serviceAccountName`. Default:
   * `default`.
   */
  readonly serviceAccount?: IServiceAccount | string;
  /** Secrets with which images are pulled. Becomes `imagePullSecrets`. */
  readonly imagePullSecrets?: string[];
  /** Becomes `imagePullPolicy`. Default: Kubernetes', `IfNotPresent` with a tag. */
  readonly imagePullPolicy?: string;
  /** What the pods may do. Default: what Pod Security "restricted" admits; see `SecurityOptions`. */
  readonly security?: SecurityOptions;
  /** Which nodes the pods run on. Default: spread over nodes and zones. */
  readonly scheduling?: SchedulingOptions;
  /** Scales the pods by load. Default: no. */
  readonly autoscaling?: Autoscaling;
  /**
   * What a drained node may take away. Default: one pod at a time; none where there is one pod only, which a budget would hold for ever.
   */
  readonly disruptionBudget?: DisruptionBudget;
  /** Time for the program to end before it is killed. Becomes `terminationGracePeriodSeconds`. Default: Kubernetes', 30 seconds. */
  readonly terminationGracePeriod?: Duration;
  /** Runs before the program is told to end. Becomes `lifecycle.preStop`. */
  readonly preStop?: Handler;
  /** Waits before the program is told to end, while proxies still send requests. Becomes `lifecycle.preStop.sleep` (Kubernetes 1.30). */
  readonly preStopSleep?: Duration;
  /**
   * Whether Istio's sidecar stands beside the program. Becomes the pod's label `sidecar.istio.io/inject`. Default: as the namespace says.
   */
  readonly sidecarInjection?: boolean;
  /** Further labels of the pods. Become `metadata.labels` of the template; `app` and `version` cannot be changed. */
  readonly labels?: { [key: string]: string };
  /** Annotations of the pods. Become `metadata.annotations` of the template. */
  readonly annotations?: { [key: string]: string };
}

export interface VersionProps extends VersionOptions {
  /** The container image with a tag or digest: `shop/reviews:v2`. Becomes `image`. */
  readonly image: string;
}

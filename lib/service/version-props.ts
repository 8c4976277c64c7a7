import type { EnvFrom, EnvValue, Probe, VolumeMount } from 'cdk8s-plus-27';
import type { NumberParameter } from '../parameters/parameter';
import type { HttpHealth } from './health';
import type { Resources } from './resources';

/** What versions may state, and what `defaults` of the service state for all of them. */
export interface VersionOptions {
  /** How many pods. Becomes `spec.replicas`; left out where something scales the workload. Default: 1. */
  readonly replicas?: number | NumberParameter;
  /** Environment variables; a plain text, or a cdk8s-plus value. Becomes `env`. A version's are added to the service's, and win. */
  readonly env?: { [name: string]: EnvValue };
  /** All keys of ConfigMaps or Secrets as variables. Becomes `envFrom`. */
  readonly envFrom?: EnvFrom[];
  /** The program to start instead of the image's. Becomes `command`. */
  readonly command?: string[];
  /** Its arguments. Becomes `args`. */
  readonly args?: string[];
  /** The three probes of a program that tells its health by HTTP. Default: none. */
  readonly health?: HttpHealth;
  /** Takes the pod out of the Service while it fails. Becomes `readinessProbe`; wins over `health`. */
  readonly readiness?: Probe;
  /** Restarts the container when it fails. Becomes `livenessProbe`; wins over `health`. */
  readonly liveness?: Probe;
  /** Holds the other probes back until it succeeds. Becomes `startupProbe`; wins over `health`. */
  readonly startup?: Probe;
  /** CPU and memory. Becomes `resources`. Default: `Resources.small()`. */
  readonly resources?: Resources;
  /** Volumes and where they are mounted. */
  readonly volumeMounts?: VolumeMount[];
}

export interface VersionProps extends VersionOptions {
  /** The container image with a tag or digest: `shop/reviews:v2`. Becomes `image`. */
  readonly image: string;
}

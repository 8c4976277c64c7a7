// Made by `npm run imports` from the release of knative in imports/releases.json; not edited by hand.

import { ApiObject, type ApiObjectMetadata } from 'cdk8s';
import type { Construct } from 'constructs';

export interface RevisionProps {
  readonly metadata?: ApiObjectMetadata;
  readonly spec?: RevisionSpec;
}

export class Revision extends ApiObject {
  constructor(scope: Construct, id: string, props: RevisionProps = {}) {
    super(scope, id, { ...props, apiVersion: 'serving.knative.dev/v1', kind: 'Revision' });
  }
}

export interface RevisionSpec {
  readonly affinity?: { readonly [key: string]: unknown };
  readonly automountServiceAccountToken?: boolean;
  readonly containerConcurrency?: number;
  readonly containers: readonly RevisionSpecContainers[];
  readonly dnsConfig?: { readonly [key: string]: unknown };
  readonly dnsPolicy?: string;
  readonly enableServiceLinks?: boolean;
  readonly hostAliases?: readonly { readonly [key: string]: unknown }[];
  readonly hostIPC?: boolean;
  readonly hostNetwork?: boolean;
  readonly hostPID?: boolean;
  readonly idleTimeoutSeconds?: number;
  readonly imagePullSecrets?: readonly RevisionSpecImagePullSecrets[];
  readonly initContainers?: readonly { readonly [key: string]: unknown }[];
  readonly nodeSelector?: { readonly [key: string]: string };
  readonly priorityClassName?: string;
  readonly responseStartTimeoutSeconds?: number;
  readonly runtimeClassName?: string;
  readonly schedulerName?: string;
  readonly securityContext?: { readonly [key: string]: unknown };
  readonly serviceAccountName?: string;
  readonly shareProcessNamespace?: boolean;
  readonly timeoutSeconds?: number;
  readonly tolerations?: readonly { readonly [key: string]: unknown }[];
  readonly topologySpreadConstraints?: readonly { readonly [key: string]: unknown }[];
  readonly volumes?: readonly RevisionSpecVolumes[];
}

export interface RevisionSpecVolumes {
  readonly configMap?: RevisionSpecVolumesConfigMap;
  readonly csi?: { readonly [key: string]: unknown };
  readonly emptyDir?: { readonly [key: string]: unknown };
  readonly ephemeral?: { readonly [key: string]: unknown };
  readonly hostPath?: { readonly [key: string]: unknown };
  readonly image?: { readonly [key: string]: unknown };
  readonly name: string;
  readonly persistentVolumeClaim?: { readonly [key: string]: unknown };
  readonly projected?: RevisionSpecVolumesProjected;
  readonly secret?: RevisionSpecVolumesSecret;
}

export interface RevisionSpecVolumesSecret {
  readonly defaultMode?: number;
  readonly items?: readonly RevisionSpecVolumesSecretItems[];
  readonly optional?: boolean;
  readonly secretName?: string;
}

export interface RevisionSpecVolumesProjected {
  readonly defaultMode?: number;
  readonly sources?: readonly RevisionSpecVolumesProjectedSources[];
}

export interface RevisionSpecVolumesProjectedSources {
  readonly configMap?: RevisionSpecVolumesProjectedSourcesSecret;
  readonly downwardAPI?: RevisionSpecVolumesProjectedSourcesDownwardAPI;
  readonly secret?: RevisionSpecVolumesProjectedSourcesSecret;
  readonly serviceAccountToken?: RevisionSpecVolumesProjectedSourcesServiceAccountToken;
}

export interface RevisionSpecVolumesProjectedSourcesServiceAccountToken {
  readonly audience?: string;
  readonly expirationSeconds?: number;
  readonly path: string;
}

export interface RevisionSpecVolumesProjectedSourcesDownwardAPI {
  readonly items?: readonly RevisionSpecVolumesProjectedSourcesDownwardAPIItems[];
}

export interface RevisionSpecVolumesProjectedSourcesDownwardAPIItems {
  readonly fieldRef?: RevisionSpecVolumesProjectedSourcesDownwardAPIItemsFieldRef;
  readonly mode?: number;
  readonly path: string;
  readonly resourceFieldRef?: RevisionSpecVolumesProjectedSourcesDownwardAPIItemsResourceFieldRef;
}

export interface RevisionSpecVolumesProjectedSourcesDownwardAPIItemsResourceFieldRef {
  readonly containerName?: string;
  readonly divisor?: number | string;
  readonly resource: string;
}

export interface RevisionSpecVolumesProjectedSourcesDownwardAPIItemsFieldRef {
  readonly apiVersion?: string;
  readonly fieldPath: string;
}

export interface RevisionSpecVolumesProjectedSourcesSecret {
  readonly items?: readonly RevisionSpecVolumesSecretItems[];
  readonly name?: string;
  readonly optional?: boolean;
}

export interface RevisionSpecVolumesConfigMap {
  readonly defaultMode?: number;
  readonly items?: readonly RevisionSpecVolumesSecretItems[];
  readonly name?: string;
  readonly optional?: boolean;
}

export interface RevisionSpecVolumesSecretItems {
  readonly key: string;
  readonly mode?: number;
  readonly path: string;
}

export interface RevisionSpecImagePullSecrets {
  readonly name?: string;
}

export interface RevisionSpecContainers {
  readonly args?: readonly string[];
  readonly command?: readonly string[];
  readonly env?: readonly RevisionSpecContainersEnv[];
  readonly envFrom?: readonly RevisionSpecContainersEnvFrom[];
  readonly image?: string;
  readonly imagePullPolicy?: string;
  readonly livenessProbe?: RevisionSpecContainersStartupProbe;
  readonly name?: string;
  readonly ports?: readonly RevisionSpecContainersPorts[];
  readonly readinessProbe?: RevisionSpecContainersStartupProbe;
  readonly resources?: RevisionSpecContainersResources;
  readonly securityContext?: RevisionSpecContainersSecurityContext;
  readonly startupProbe?: RevisionSpecContainersStartupProbe;
  readonly terminationMessagePath?: string;
  readonly terminationMessagePolicy?: string;
  readonly volumeMounts?: readonly RevisionSpecContainersVolumeMounts[];
  readonly workingDir?: string;
}

export interface RevisionSpecContainersVolumeMounts {
  readonly mountPath: string;
  readonly mountPropagation?: string;
  readonly name: string;
  readonly readOnly?: boolean;
  readonly subPath?: string;
}

export interface RevisionSpecContainersSecurityContext {
  readonly allowPrivilegeEscalation?: boolean;
  readonly capabilities?: RevisionSpecContainersSecurityContextCapabilities;
  readonly privileged?: boolean;
  readonly readOnlyRootFilesystem?: boolean;
  readonly runAsGroup?: number;
  readonly runAsNonRoot?: boolean;
  readonly runAsUser?: number;
  readonly seccompProfile?: RevisionSpecContainersSecurityContextSeccompProfile;
}

export interface RevisionSpecContainersSecurityContextSeccompProfile {
  readonly localhostProfile?: string;
  readonly type: string;
}

export interface RevisionSpecContainersSecurityContextCapabilities {
  readonly add?: readonly string[];
  readonly drop?: readonly string[];
}

export interface RevisionSpecContainersResources {
  readonly limits?: { readonly [key: string]: number | string };
  readonly requests?: { readonly [key: string]: number | string };
}

export interface RevisionSpecContainersPorts {
  readonly containerPort?: number;
  readonly name?: string;
  readonly protocol?: string;
}

export interface RevisionSpecContainersStartupProbe {
  readonly exec?: RevisionSpecContainersStartupProbeExec;
  readonly failureThreshold?: number;
  readonly grpc?: RevisionSpecContainersStartupProbeGrpc;
  readonly httpGet?: RevisionSpecContainersStartupProbeHttpGet;
  readonly initialDelaySeconds?: number;
  readonly periodSeconds?: number;
  readonly successThreshold?: number;
  readonly tcpSocket?: RevisionSpecContainersStartupProbeTcpSocket;
  readonly timeoutSeconds?: number;
}

export interface RevisionSpecContainersStartupProbeTcpSocket {
  readonly host?: string;
  readonly port?: number | string;
}

export interface RevisionSpecContainersStartupProbeHttpGet {
  readonly host?: string;
  readonly httpHeaders?: readonly RevisionSpecContainersStartupProbeHttpGetHttpHeaders[];
  readonly path?: string;
  readonly port?: number | string;
  readonly scheme?: string;
}

export interface RevisionSpecContainersStartupProbeHttpGetHttpHeaders {
  readonly name: string;
  readonly value: string;
}

export interface RevisionSpecContainersStartupProbeGrpc {
  readonly port?: number;
  readonly service?: string;
}

export interface RevisionSpecContainersStartupProbeExec {
  readonly command?: readonly string[];
}

export interface RevisionSpecContainersEnvFrom {
  readonly configMapRef?: RevisionSpecContainersEnvFromSecretRef;
  readonly prefix?: string;
  readonly secretRef?: RevisionSpecContainersEnvFromSecretRef;
}

export interface RevisionSpecContainersEnvFromSecretRef {
  readonly name?: string;
  readonly optional?: boolean;
}

export interface RevisionSpecContainersEnv {
  readonly name: string;
  readonly value?: string;
  readonly valueFrom?: RevisionSpecContainersEnvValueFrom;
}

export interface RevisionSpecContainersEnvValueFrom {
  readonly configMapKeyRef?: RevisionSpecContainersEnvValueFromSecretKeyRef;
  readonly fieldRef?: { readonly [key: string]: unknown };
  readonly resourceFieldRef?: { readonly [key: string]: unknown };
  readonly secretKeyRef?: RevisionSpecContainersEnvValueFromSecretKeyRef;
}

export interface RevisionSpecContainersEnvValueFromSecretKeyRef {
  readonly key: string;
  readonly name?: string;
  readonly optional?: boolean;
}

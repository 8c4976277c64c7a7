// Made by `npm run imports` from the release of knative in imports/releases.json; not edited by hand.

import { ApiObject, type ApiObjectMetadata } from 'cdk8s';
import type { Construct } from 'constructs';

export interface ServiceProps {
  readonly metadata?: ApiObjectMetadata;
  readonly spec?: ServiceSpec;
}

export class Service extends ApiObject {
  constructor(scope: Construct, id: string, props: ServiceProps = {}) {
    super(scope, id, { ...props, apiVersion: 'serving.knative.dev/v1', kind: 'Service' });
  }
}

export interface ServiceSpec {
  readonly template?: ServiceSpecTemplate;
  readonly traffic?: readonly ServiceSpecTraffic[];
}

export interface ServiceSpecTraffic {
  readonly configurationName?: string;
  readonly latestRevision?: boolean;
  readonly percent?: number;
  readonly revisionName?: string;
  readonly tag?: string;
  readonly url?: string;
}

export interface ServiceSpecTemplate {
  readonly metadata?: ServiceSpecTemplateMetadata;
  readonly spec?: ServiceSpecTemplateSpec;
}

export interface ServiceSpecTemplateSpec {
  readonly affinity?: { readonly [key: string]: unknown };
  readonly automountServiceAccountToken?: boolean;
  readonly containerConcurrency?: number;
  readonly containers: readonly ServiceSpecTemplateSpecContainers[];
  readonly dnsConfig?: { readonly [key: string]: unknown };
  readonly dnsPolicy?: string;
  readonly enableServiceLinks?: boolean;
  readonly hostAliases?: readonly { readonly [key: string]: unknown }[];
  readonly hostIPC?: boolean;
  readonly hostNetwork?: boolean;
  readonly hostPID?: boolean;
  readonly idleTimeoutSeconds?: number;
  readonly imagePullSecrets?: readonly ServiceSpecTemplateSpecImagePullSecrets[];
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
  readonly volumes?: readonly ServiceSpecTemplateSpecVolumes[];
}

export interface ServiceSpecTemplateSpecVolumes {
  readonly configMap?: ServiceSpecTemplateSpecVolumesConfigMap;
  readonly csi?: { readonly [key: string]: unknown };
  readonly emptyDir?: { readonly [key: string]: unknown };
  readonly ephemeral?: { readonly [key: string]: unknown };
  readonly hostPath?: { readonly [key: string]: unknown };
  readonly image?: { readonly [key: string]: unknown };
  readonly name: string;
  readonly persistentVolumeClaim?: { readonly [key: string]: unknown };
  readonly projected?: ServiceSpecTemplateSpecVolumesProjected;
  readonly secret?: ServiceSpecTemplateSpecVolumesSecret;
}

export interface ServiceSpecTemplateSpecVolumesSecret {
  readonly defaultMode?: number;
  readonly items?: readonly ServiceSpecTemplateSpecVolumesSecretItems[];
  readonly optional?: boolean;
  readonly secretName?: string;
}

export interface ServiceSpecTemplateSpecVolumesProjected {
  readonly defaultMode?: number;
  readonly sources?: readonly ServiceSpecTemplateSpecVolumesProjectedSources[];
}

export interface ServiceSpecTemplateSpecVolumesProjectedSources {
  readonly configMap?: ServiceSpecTemplateSpecVolumesProjectedSourcesSecret;
  readonly downwardAPI?: ServiceSpecTemplateSpecVolumesProjectedSourcesDownwardAPI;
  readonly secret?: ServiceSpecTemplateSpecVolumesProjectedSourcesSecret;
  readonly serviceAccountToken?: ServiceSpecTemplateSpecVolumesProjectedSourcesServiceAccountToken;
}

export interface ServiceSpecTemplateSpecVolumesProjectedSourcesServiceAccountToken {
  readonly audience?: string;
  readonly expirationSeconds?: number;
  readonly path: string;
}

export interface ServiceSpecTemplateSpecVolumesProjectedSourcesDownwardAPI {
  readonly items?: readonly ServiceSpecTemplateSpecVolumesProjectedSourcesDownwardAPIItems[];
}

export interface ServiceSpecTemplateSpecVolumesProjectedSourcesDownwardAPIItems {
  readonly fieldRef?: ServiceSpecTemplateSpecVolumesProjectedSourcesDownwardAPIItemsFieldRef;
  readonly mode?: number;
  readonly path: string;
  readonly resourceFieldRef?: ServiceSpecTemplateSpecVolumesProjectedSourcesDownwardAPIItemsResourceFieldRef;
}

export interface ServiceSpecTemplateSpecVolumesProjectedSourcesDownwardAPIItemsResourceFieldRef {
  readonly containerName?: string;
  readonly divisor?: number | string;
  readonly resource: string;
}

export interface ServiceSpecTemplateSpecVolumesProjectedSourcesDownwardAPIItemsFieldRef {
  readonly apiVersion?: string;
  readonly fieldPath: string;
}

export interface ServiceSpecTemplateSpecVolumesProjectedSourcesSecret {
  readonly items?: readonly ServiceSpecTemplateSpecVolumesSecretItems[];
  readonly name?: string;
  readonly optional?: boolean;
}

export interface ServiceSpecTemplateSpecVolumesConfigMap {
  readonly defaultMode?: number;
  readonly items?: readonly ServiceSpecTemplateSpecVolumesSecretItems[];
  readonly name?: string;
  readonly optional?: boolean;
}

export interface ServiceSpecTemplateSpecVolumesSecretItems {
  readonly key: string;
  readonly mode?: number;
  readonly path: string;
}

export interface ServiceSpecTemplateSpecImagePullSecrets {
  readonly name?: string;
}

export interface ServiceSpecTemplateSpecContainers {
  readonly args?: readonly string[];
  readonly command?: readonly string[];
  readonly env?: readonly ServiceSpecTemplateSpecContainersEnv[];
  readonly envFrom?: readonly ServiceSpecTemplateSpecContainersEnvFrom[];
  readonly image?: string;
  readonly imagePullPolicy?: string;
  readonly livenessProbe?: ServiceSpecTemplateSpecContainersStartupProbe;
  readonly name?: string;
  readonly ports?: readonly ServiceSpecTemplateSpecContainersPorts[];
  readonly readinessProbe?: ServiceSpecTemplateSpecContainersStartupProbe;
  readonly resources?: ServiceSpecTemplateSpecContainersResources;
  readonly securityContext?: ServiceSpecTemplateSpecContainersSecurityContext;
  readonly startupProbe?: ServiceSpecTemplateSpecContainersStartupProbe;
  readonly terminationMessagePath?: string;
  readonly terminationMessagePolicy?: string;
  readonly volumeMounts?: readonly ServiceSpecTemplateSpecContainersVolumeMounts[];
  readonly workingDir?: string;
}

export interface ServiceSpecTemplateSpecContainersVolumeMounts {
  readonly mountPath: string;
  readonly mountPropagation?: string;
  readonly name: string;
  readonly readOnly?: boolean;
  readonly subPath?: string;
}

export interface ServiceSpecTemplateSpecContainersSecurityContext {
  readonly allowPrivilegeEscalation?: boolean;
  readonly capabilities?: ServiceSpecTemplateSpecContainersSecurityContextCapabilities;
  readonly privileged?: boolean;
  readonly readOnlyRootFilesystem?: boolean;
  readonly runAsGroup?: number;
  readonly runAsNonRoot?: boolean;
  readonly runAsUser?: number;
  readonly seccompProfile?: ServiceSpecTemplateSpecContainersSecurityContextSeccompProfile;
}

export interface ServiceSpecTemplateSpecContainersSecurityContextSeccompProfile {
  readonly localhostProfile?: string;
  readonly type: string;
}

export interface ServiceSpecTemplateSpecContainersSecurityContextCapabilities {
  readonly add?: readonly string[];
  readonly drop?: readonly string[];
}

export interface ServiceSpecTemplateSpecContainersResources {
  readonly limits?: { readonly [key: string]: number | string };
  readonly requests?: { readonly [key: string]: number | string };
}

export interface ServiceSpecTemplateSpecContainersPorts {
  readonly containerPort?: number;
  readonly name?: string;
  readonly protocol?: string;
}

export interface ServiceSpecTemplateSpecContainersStartupProbe {
  readonly exec?: ServiceSpecTemplateSpecContainersStartupProbeExec;
  readonly failureThreshold?: number;
  readonly grpc?: ServiceSpecTemplateSpecContainersStartupProbeGrpc;
  readonly httpGet?: ServiceSpecTemplateSpecContainersStartupProbeHttpGet;
  readonly initialDelaySeconds?: number;
  readonly periodSeconds?: number;
  readonly successThreshold?: number;
  readonly tcpSocket?: ServiceSpecTemplateSpecContainersStartupProbeTcpSocket;
  readonly timeoutSeconds?: number;
}

export interface ServiceSpecTemplateSpecContainersStartupProbeTcpSocket {
  readonly host?: string;
  readonly port?: number | string;
}

export interface ServiceSpecTemplateSpecContainersStartupProbeHttpGet {
  readonly host?: string;
  readonly httpHeaders?: readonly ServiceSpecTemplateSpecContainersStartupProbeHttpGetHttpHeaders[];
  readonly path?: string;
  readonly port?: number | string;
  readonly scheme?: string;
}

export interface ServiceSpecTemplateSpecContainersStartupProbeHttpGetHttpHeaders {
  readonly name: string;
  readonly value: string;
}

export interface ServiceSpecTemplateSpecContainersStartupProbeGrpc {
  readonly port?: number;
  readonly service?: string;
}

export interface ServiceSpecTemplateSpecContainersStartupProbeExec {
  readonly command?: readonly string[];
}

export interface ServiceSpecTemplateSpecContainersEnvFrom {
  readonly configMapRef?: ServiceSpecTemplateSpecContainersEnvFromSecretRef;
  readonly prefix?: string;
  readonly secretRef?: ServiceSpecTemplateSpecContainersEnvFromSecretRef;
}

export interface ServiceSpecTemplateSpecContainersEnvFromSecretRef {
  readonly name?: string;
  readonly optional?: boolean;
}

export interface ServiceSpecTemplateSpecContainersEnv {
  readonly name: string;
  readonly value?: string;
  readonly valueFrom?: ServiceSpecTemplateSpecContainersEnvValueFrom;
}

export interface ServiceSpecTemplateSpecContainersEnvValueFrom {
  readonly configMapKeyRef?: ServiceSpecTemplateSpecContainersEnvValueFromSecretKeyRef;
  readonly fieldRef?: { readonly [key: string]: unknown };
  readonly resourceFieldRef?: { readonly [key: string]: unknown };
  readonly secretKeyRef?: ServiceSpecTemplateSpecContainersEnvValueFromSecretKeyRef;
}

export interface ServiceSpecTemplateSpecContainersEnvValueFromSecretKeyRef {
  readonly key: string;
  readonly name?: string;
  readonly optional?: boolean;
}

export interface ServiceSpecTemplateMetadata {
  readonly annotations?: { readonly [key: string]: string };
  readonly finalizers?: readonly string[];
  readonly labels?: { readonly [key: string]: string };
  readonly name?: string;
  readonly namespace?: string;
  readonly [key: string]: unknown;
}

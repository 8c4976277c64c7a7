// Made by `npm run imports` from the release of knative in imports/releases.json; not edited by hand.

import { ApiObject, type ApiObjectMetadata } from 'cdk8s';
import type { Construct } from 'constructs';

export interface ConfigurationProps {
  readonly metadata?: ApiObjectMetadata;
  readonly spec?: ConfigurationSpec;
}

export class Configuration extends ApiObject {
  constructor(scope: Construct, id: string, props: ConfigurationProps = {}) {
    super(scope, id, { ...props, apiVersion: 'serving.knative.dev/v1', kind: 'Configuration' });
  }
}

export interface ConfigurationSpec {
  readonly template?: ConfigurationSpecTemplate;
}

export interface ConfigurationSpecTemplate {
  readonly metadata?: ConfigurationSpecTemplateMetadata;
  readonly spec?: ConfigurationSpecTemplateSpec;
}

export interface ConfigurationSpecTemplateSpec {
  readonly affinity?: { readonly [key: string]: unknown };
  readonly automountServiceAccountToken?: boolean;
  readonly containerConcurrency?: number;
  readonly containers: readonly ConfigurationSpecTemplateSpecContainers[];
  readonly dnsConfig?: { readonly [key: string]: unknown };
  readonly dnsPolicy?: string;
  readonly enableServiceLinks?: boolean;
  readonly hostAliases?: readonly { readonly [key: string]: unknown }[];
  readonly hostIPC?: boolean;
  readonly hostNetwork?: boolean;
  readonly hostPID?: boolean;
  readonly idleTimeoutSeconds?: number;
  readonly imagePullSecrets?: readonly ConfigurationSpecTemplateSpecImagePullSecrets[];
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
  readonly volumes?: readonly ConfigurationSpecTemplateSpecVolumes[];
}

export interface ConfigurationSpecTemplateSpecVolumes {
  readonly configMap?: ConfigurationSpecTemplateSpecVolumesConfigMap;
  readonly csi?: { readonly [key: string]: unknown };
  readonly emptyDir?: { readonly [key: string]: unknown };
  readonly ephemeral?: { readonly [key: string]: unknown };
  readonly hostPath?: { readonly [key: string]: unknown };
  readonly image?: { readonly [key: string]: unknown };
  readonly name: string;
  readonly persistentVolumeClaim?: { readonly [key: string]: unknown };
  readonly projected?: ConfigurationSpecTemplateSpecVolumesProjected;
  readonly secret?: ConfigurationSpecTemplateSpecVolumesSecret;
}

export interface ConfigurationSpecTemplateSpecVolumesSecret {
  readonly defaultMode?: number;
  readonly items?: readonly ConfigurationSpecTemplateSpecVolumesSecretItems[];
  readonly optional?: boolean;
  readonly secretName?: string;
}

export interface ConfigurationSpecTemplateSpecVolumesProjected {
  readonly defaultMode?: number;
  readonly sources?: readonly ConfigurationSpecTemplateSpecVolumesProjectedSources[];
}

export interface ConfigurationSpecTemplateSpecVolumesProjectedSources {
  readonly configMap?: ConfigurationSpecTemplateSpecVolumesProjectedSourcesSecret;
  readonly downwardAPI?: ConfigurationSpecTemplateSpecVolumesProjectedSourcesDownwardAPI;
  readonly secret?: ConfigurationSpecTemplateSpecVolumesProjectedSourcesSecret;
  readonly serviceAccountToken?: ConfigurationSpecTemplateSpecVolumesProjectedSourcesServiceAccountToken;
}

export interface ConfigurationSpecTemplateSpecVolumesProjectedSourcesServiceAccountToken {
  readonly audience?: string;
  readonly expirationSeconds?: number;
  readonly path: string;
}

export interface ConfigurationSpecTemplateSpecVolumesProjectedSourcesDownwardAPI {
  readonly items?: readonly ConfigurationSpecTemplateSpecVolumesProjectedSourcesDownwardAPIItems[];
}

export interface ConfigurationSpecTemplateSpecVolumesProjectedSourcesDownwardAPIItems {
  readonly fieldRef?: ConfigurationSpecTemplateSpecVolumesProjectedSourcesDownwardAPIItemsFieldRef;
  readonly mode?: number;
  readonly path: string;
  readonly resourceFieldRef?: ConfigurationSpecTemplateSpecVolumesProjectedSourcesDownwardAPIItemsResourceFieldRef;
}

export interface ConfigurationSpecTemplateSpecVolumesProjectedSourcesDownwardAPIItemsResourceFieldRef {
  readonly containerName?: string;
  readonly divisor?: number | string;
  readonly resource: string;
}

export interface ConfigurationSpecTemplateSpecVolumesProjectedSourcesDownwardAPIItemsFieldRef {
  readonly apiVersion?: string;
  readonly fieldPath: string;
}

export interface ConfigurationSpecTemplateSpecVolumesProjectedSourcesSecret {
  readonly items?: readonly ConfigurationSpecTemplateSpecVolumesSecretItems[];
  readonly name?: string;
  readonly optional?: boolean;
}

export interface ConfigurationSpecTemplateSpecVolumesConfigMap {
  readonly defaultMode?: number;
  readonly items?: readonly ConfigurationSpecTemplateSpecVolumesSecretItems[];
  readonly name?: string;
  readonly optional?: boolean;
}

export interface ConfigurationSpecTemplateSpecVolumesSecretItems {
  readonly key: string;
  readonly mode?: number;
  readonly path: string;
}

export interface ConfigurationSpecTemplateSpecImagePullSecrets {
  readonly name?: string;
}

export interface ConfigurationSpecTemplateSpecContainers {
  readonly args?: readonly string[];
  readonly command?: readonly string[];
  readonly env?: readonly ConfigurationSpecTemplateSpecContainersEnv[];
  readonly envFrom?: readonly ConfigurationSpecTemplateSpecContainersEnvFrom[];
  readonly image?: string;
  readonly imagePullPolicy?: string;
  readonly livenessProbe?: ConfigurationSpecTemplateSpecContainersStartupProbe;
  readonly name?: string;
  readonly ports?: readonly ConfigurationSpecTemplateSpecContainersPorts[];
  readonly readinessProbe?: ConfigurationSpecTemplateSpecContainersStartupProbe;
  readonly resources?: ConfigurationSpecTemplateSpecContainersResources;
  readonly securityContext?: ConfigurationSpecTemplateSpecContainersSecurityContext;
  readonly startupProbe?: ConfigurationSpecTemplateSpecContainersStartupProbe;
  readonly terminationMessagePath?: string;
  readonly terminationMessagePolicy?: string;
  readonly volumeMounts?: readonly ConfigurationSpecTemplateSpecContainersVolumeMounts[];
  readonly workingDir?: string;
}

export interface ConfigurationSpecTemplateSpecContainersVolumeMounts {
  readonly mountPath: string;
  readonly mountPropagation?: string;
  readonly name: string;
  readonly readOnly?: boolean;
  readonly subPath?: string;
}

export interface ConfigurationSpecTemplateSpecContainersSecurityContext {
  readonly allowPrivilegeEscalation?: boolean;
  readonly capabilities?: ConfigurationSpecTemplateSpecContainersSecurityContextCapabilities;
  readonly privileged?: boolean;
  readonly readOnlyRootFilesystem?: boolean;
  readonly runAsGroup?: number;
  readonly runAsNonRoot?: boolean;
  readonly runAsUser?: number;
  readonly seccompProfile?: ConfigurationSpecTemplateSpecContainersSecurityContextSeccompProfile;
}

export interface ConfigurationSpecTemplateSpecContainersSecurityContextSeccompProfile {
  readonly localhostProfile?: string;
  readonly type: string;
}

export interface ConfigurationSpecTemplateSpecContainersSecurityContextCapabilities {
  readonly add?: readonly string[];
  readonly drop?: readonly string[];
}

export interface ConfigurationSpecTemplateSpecContainersResources {
  readonly limits?: { readonly [key: string]: number | string };
  readonly requests?: { readonly [key: string]: number | string };
}

export interface ConfigurationSpecTemplateSpecContainersPorts {
  readonly containerPort?: number;
  readonly name?: string;
  readonly protocol?: string;
}

export interface ConfigurationSpecTemplateSpecContainersStartupProbe {
  readonly exec?: ConfigurationSpecTemplateSpecContainersStartupProbeExec;
  readonly failureThreshold?: number;
  readonly grpc?: ConfigurationSpecTemplateSpecContainersStartupProbeGrpc;
  readonly httpGet?: ConfigurationSpecTemplateSpecContainersStartupProbeHttpGet;
  readonly initialDelaySeconds?: number;
  readonly periodSeconds?: number;
  readonly successThreshold?: number;
  readonly tcpSocket?: ConfigurationSpecTemplateSpecContainersStartupProbeTcpSocket;
  readonly timeoutSeconds?: number;
}

export interface ConfigurationSpecTemplateSpecContainersStartupProbeTcpSocket {
  readonly host?: string;
  readonly port?: number | string;
}

export interface ConfigurationSpecTemplateSpecContainersStartupProbeHttpGet {
  readonly host?: string;
  readonly httpHeaders?: readonly ConfigurationSpecTemplateSpecContainersStartupProbeHttpGetHttpHeaders[];
  readonly path?: string;
  readonly port?: number | string;
  readonly scheme?: string;
}

export interface ConfigurationSpecTemplateSpecContainersStartupProbeHttpGetHttpHeaders {
  readonly name: string;
  readonly value: string;
}

export interface ConfigurationSpecTemplateSpecContainersStartupProbeGrpc {
  readonly port?: number;
  readonly service?: string;
}

export interface ConfigurationSpecTemplateSpecContainersStartupProbeExec {
  readonly command?: readonly string[];
}

export interface ConfigurationSpecTemplateSpecContainersEnvFrom {
  readonly configMapRef?: ConfigurationSpecTemplateSpecContainersEnvFromSecretRef;
  readonly prefix?: string;
  readonly secretRef?: ConfigurationSpecTemplateSpecContainersEnvFromSecretRef;
}

export interface ConfigurationSpecTemplateSpecContainersEnvFromSecretRef {
  readonly name?: string;
  readonly optional?: boolean;
}

export interface ConfigurationSpecTemplateSpecContainersEnv {
  readonly name: string;
  readonly value?: string;
  readonly valueFrom?: ConfigurationSpecTemplateSpecContainersEnvValueFrom;
}

export interface ConfigurationSpecTemplateSpecContainersEnvValueFrom {
  readonly configMapKeyRef?: ConfigurationSpecTemplateSpecContainersEnvValueFromSecretKeyRef;
  readonly fieldRef?: { readonly [key: string]: unknown };
  readonly resourceFieldRef?: { readonly [key: string]: unknown };
  readonly secretKeyRef?: ConfigurationSpecTemplateSpecContainersEnvValueFromSecretKeyRef;
}

export interface ConfigurationSpecTemplateSpecContainersEnvValueFromSecretKeyRef {
  readonly key: string;
  readonly name?: string;
  readonly optional?: boolean;
}

export interface ConfigurationSpecTemplateMetadata {
  readonly annotations?: { readonly [key: string]: string };
  readonly finalizers?: readonly string[];
  readonly labels?: { readonly [key: string]: string };
  readonly name?: string;
  readonly namespace?: string;
  readonly [key: string]: unknown;
}

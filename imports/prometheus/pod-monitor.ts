// Made by `npm run imports` from the release of prometheus in imports/releases.json; not edited by hand.

import { ApiObject, type ApiObjectMetadata } from 'cdk8s';
import type { Construct } from 'constructs';

export interface PodMonitorProps {
  readonly metadata?: ApiObjectMetadata;
  readonly spec: PodMonitorSpec;
}

export class PodMonitor extends ApiObject {
  constructor(scope: Construct, id: string, props: PodMonitorProps) {
    super(scope, id, { ...props, apiVersion: 'monitoring.coreos.com/v1', kind: 'PodMonitor' });
  }
}

export interface PodMonitorSpec {
  readonly attachMetadata?: PodMonitorSpecAttachMetadata;
  readonly bodySizeLimit?: string;
  readonly convertClassicHistogramsToNHCB?: boolean;
  readonly fallbackScrapeProtocol?: PodMonitorSpecScrapeProtocols;
  readonly jobLabel?: string;
  readonly keepDroppedTargets?: number;
  readonly labelLimit?: number;
  readonly labelNameLengthLimit?: number;
  readonly labelValueLengthLimit?: number;
  readonly namespaceSelector?: PodMonitorSpecNamespaceSelector;
  readonly nativeHistogramBucketLimit?: number;
  readonly nativeHistogramMinBucketFactor?: number | string;
  readonly podMetricsEndpoints?: readonly PodMonitorSpecPodMetricsEndpoints[];
  readonly podTargetLabels?: readonly string[];
  readonly sampleLimit?: number;
  readonly scrapeClass?: string;
  readonly scrapeClassicHistograms?: boolean;
  readonly scrapeProtocols?: readonly PodMonitorSpecScrapeProtocols[];
  readonly selector: PodMonitorSpecSelector;
  readonly selectorMechanism?: 'RelabelConfig' | 'RoleSelector';
  readonly targetLimit?: number;
}

export interface PodMonitorSpecSelector {
  readonly matchExpressions?: readonly PodMonitorSpecSelectorMatchExpressions[];
  readonly matchLabels?: { readonly [key: string]: string };
}

export interface PodMonitorSpecSelectorMatchExpressions {
  readonly key: string;
  readonly operator: string;
  readonly values?: readonly string[];
}

export interface PodMonitorSpecPodMetricsEndpoints {
  readonly authorization?: PodMonitorSpecPodMetricsEndpointsAuthorization;
  readonly basicAuth?: PodMonitorSpecPodMetricsEndpointsBasicAuth;
  readonly bearerTokenSecret?: PodMonitorSpecPodMetricsEndpointsBasicAuthPassword;
  readonly enableHttp2?: boolean;
  readonly filterRunning?: boolean;
  readonly followRedirects?: boolean;
  readonly honorLabels?: boolean;
  readonly honorTimestamps?: boolean;
  readonly interval?: string;
  readonly metricRelabelings?: readonly PodMonitorSpecPodMetricsEndpointsRelabelings[];
  readonly noProxy?: string;
  readonly oauth2?: PodMonitorSpecPodMetricsEndpointsOauth2;
  readonly params?: { readonly [key: string]: readonly string[] };
  readonly path?: string;
  readonly port?: string;
  readonly portNumber?: number;
  readonly proxyConnectHeader?: { readonly [key: string]: readonly PodMonitorSpecPodMetricsEndpointsBasicAuthPassword[] };
  readonly proxyFromEnvironment?: boolean;
  readonly proxyUrl?: string;
  readonly relabelings?: readonly PodMonitorSpecPodMetricsEndpointsRelabelings[];
  readonly scheme?: 'http' | 'https';
  readonly scrapeTimeout?: string;
  readonly targetPort?: number | string;
  readonly tlsConfig?: PodMonitorSpecPodMetricsEndpointsTlsConfig;
  readonly trackTimestampsStaleness?: boolean;
}

export interface PodMonitorSpecPodMetricsEndpointsOauth2 {
  readonly clientId: PodMonitorSpecPodMetricsEndpointsTlsConfigCa;
  readonly clientSecret: PodMonitorSpecPodMetricsEndpointsBasicAuthPassword;
  readonly endpointParams?: { readonly [key: string]: string };
  readonly noProxy?: string;
  readonly proxyConnectHeader?: { readonly [key: string]: readonly PodMonitorSpecPodMetricsEndpointsBasicAuthPassword[] };
  readonly proxyFromEnvironment?: boolean;
  readonly proxyUrl?: string;
  readonly scopes?: readonly string[];
  readonly tlsConfig?: PodMonitorSpecPodMetricsEndpointsTlsConfig;
  readonly tokenUrl: string;
}

export interface PodMonitorSpecPodMetricsEndpointsTlsConfig {
  readonly ca?: PodMonitorSpecPodMetricsEndpointsTlsConfigCa;
  readonly cert?: PodMonitorSpecPodMetricsEndpointsTlsConfigCa;
  readonly insecureSkipVerify?: boolean;
  readonly keySecret?: PodMonitorSpecPodMetricsEndpointsBasicAuthPassword;
  readonly maxVersion?: 'TLS10' | 'TLS11' | 'TLS12' | 'TLS13';
  readonly minVersion?: 'TLS10' | 'TLS11' | 'TLS12' | 'TLS13';
  readonly serverName?: string;
}

export interface PodMonitorSpecPodMetricsEndpointsTlsConfigCa {
  readonly configMap?: PodMonitorSpecPodMetricsEndpointsBasicAuthPassword;
  readonly secret?: PodMonitorSpecPodMetricsEndpointsBasicAuthPassword;
}

export interface PodMonitorSpecPodMetricsEndpointsRelabelings {
  readonly action?: PodMonitorSpecPodMetricsEndpointsRelabelingsAction;
  readonly modulus?: number;
  readonly regex?: string;
  readonly replacement?: string;
  readonly separator?: string;
  readonly sourceLabels?: readonly string[];
  readonly targetLabel?: string;
}

export type PodMonitorSpecPodMetricsEndpointsRelabelingsAction =
  | 'replace'
  | 'Replace'
  | 'keep'
  | 'Keep'
  | 'drop'
  | 'Drop'
  | 'hashmod'
  | 'HashMod'
  | 'labelmap'
  | 'LabelMap'
  | 'labeldrop'
  | 'LabelDrop'
  | 'labelkeep'
  | 'LabelKeep'
  | 'lowercase'
  | 'Lowercase'
  | 'uppercase'
  | 'Uppercase'
  | 'keepequal'
  | 'KeepEqual'
  | 'dropequal'
  | 'DropEqual';

export interface PodMonitorSpecPodMetricsEndpointsBasicAuth {
  readonly password?: PodMonitorSpecPodMetricsEndpointsBasicAuthPassword;
  readonly username?: PodMonitorSpecPodMetricsEndpointsBasicAuthPassword;
}

export interface PodMonitorSpecPodMetricsEndpointsAuthorization {
  readonly credentials?: PodMonitorSpecPodMetricsEndpointsBasicAuthPassword;
  readonly type?: string;
}

export interface PodMonitorSpecPodMetricsEndpointsBasicAuthPassword {
  readonly key: string;
  readonly name?: string;
  readonly optional?: boolean;
}

export interface PodMonitorSpecNamespaceSelector {
  readonly any?: boolean;
  readonly matchNames?: readonly string[];
}

export type PodMonitorSpecScrapeProtocols =
  | 'PrometheusProto'
  | 'OpenMetricsText0.0.1'
  | 'OpenMetricsText1.0.0'
  | 'PrometheusText0.0.4'
  | 'PrometheusText1.0.0';

export interface PodMonitorSpecAttachMetadata {
  readonly node?: boolean;
}

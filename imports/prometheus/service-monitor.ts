// Made by `npm run imports` from the release of prometheus in imports/releases.json; not edited by hand.

import { ApiObject, type ApiObjectMetadata } from 'cdk8s';
import type { Construct } from 'constructs';

export interface ServiceMonitorProps {
  readonly metadata?: ApiObjectMetadata;
  readonly spec: ServiceMonitorSpec;
}

export class ServiceMonitor extends ApiObject {
  constructor(scope: Construct, id: string, props: ServiceMonitorProps) {
    super(scope, id, { ...props, apiVersion: 'monitoring.coreos.com/v1', kind: 'ServiceMonitor' });
  }
}

export interface ServiceMonitorSpec {
  readonly attachMetadata?: ServiceMonitorSpecAttachMetadata;
  readonly bodySizeLimit?: string;
  readonly convertClassicHistogramsToNHCB?: boolean;
  readonly endpoints: readonly ServiceMonitorSpecEndpoints[];
  readonly fallbackScrapeProtocol?: ServiceMonitorSpecScrapeProtocols;
  readonly jobLabel?: string;
  readonly keepDroppedTargets?: number;
  readonly labelLimit?: number;
  readonly labelNameLengthLimit?: number;
  readonly labelValueLengthLimit?: number;
  readonly namespaceSelector?: ServiceMonitorSpecNamespaceSelector;
  readonly nativeHistogramBucketLimit?: number;
  readonly nativeHistogramMinBucketFactor?: number | string;
  readonly podTargetLabels?: readonly string[];
  readonly sampleLimit?: number;
  readonly scrapeClass?: string;
  readonly scrapeClassicHistograms?: boolean;
  readonly scrapeProtocols?: readonly ServiceMonitorSpecScrapeProtocols[];
  readonly selector: ServiceMonitorSpecSelector;
  readonly selectorMechanism?: 'RelabelConfig' | 'RoleSelector';
  readonly targetLabels?: readonly string[];
  readonly targetLimit?: number;
}

export interface ServiceMonitorSpecSelector {
  readonly matchExpressions?: readonly ServiceMonitorSpecSelectorMatchExpressions[];
  readonly matchLabels?: { readonly [key: string]: string };
}

export interface ServiceMonitorSpecSelectorMatchExpressions {
  readonly key: string;
  readonly operator: string;
  readonly values?: readonly string[];
}

export interface ServiceMonitorSpecNamespaceSelector {
  readonly any?: boolean;
  readonly matchNames?: readonly string[];
}

export type ServiceMonitorSpecScrapeProtocols =
  | 'PrometheusProto'
  | 'OpenMetricsText0.0.1'
  | 'OpenMetricsText1.0.0'
  | 'PrometheusText0.0.4'
  | 'PrometheusText1.0.0';

export interface ServiceMonitorSpecEndpoints {
  readonly authorization?: ServiceMonitorSpecEndpointsAuthorization;
  readonly basicAuth?: ServiceMonitorSpecEndpointsBasicAuth;
  readonly bearerTokenFile?: string;
  readonly bearerTokenSecret?: ServiceMonitorSpecEndpointsBasicAuthPassword;
  readonly enableHttp2?: boolean;
  readonly filterRunning?: boolean;
  readonly followRedirects?: boolean;
  readonly honorLabels?: boolean;
  readonly honorTimestamps?: boolean;
  readonly interval?: string;
  readonly metricRelabelings?: readonly ServiceMonitorSpecEndpointsRelabelings[];
  readonly noProxy?: string;
  readonly oauth2?: ServiceMonitorSpecEndpointsOauth2;
  readonly params?: { readonly [key: string]: readonly string[] };
  readonly path?: string;
  readonly port?: string;
  readonly proxyConnectHeader?: { readonly [key: string]: readonly ServiceMonitorSpecEndpointsBasicAuthPassword[] };
  readonly proxyFromEnvironment?: boolean;
  readonly proxyUrl?: string;
  readonly relabelings?: readonly ServiceMonitorSpecEndpointsRelabelings[];
  readonly scheme?: 'http' | 'https';
  readonly scrapeTimeout?: string;
  readonly targetPort?: number | string;
  readonly tlsConfig?: ServiceMonitorSpecEndpointsTlsConfig;
  readonly trackTimestampsStaleness?: boolean;
}

export interface ServiceMonitorSpecEndpointsTlsConfig {
  readonly ca?: ServiceMonitorSpecEndpointsTlsConfigCa;
  readonly caFile?: string;
  readonly cert?: ServiceMonitorSpecEndpointsTlsConfigCa;
  readonly certFile?: string;
  readonly insecureSkipVerify?: boolean;
  readonly keyFile?: string;
  readonly keySecret?: ServiceMonitorSpecEndpointsBasicAuthPassword;
  readonly maxVersion?: 'TLS10' | 'TLS11' | 'TLS12' | 'TLS13';
  readonly minVersion?: 'TLS10' | 'TLS11' | 'TLS12' | 'TLS13';
  readonly serverName?: string;
}

export interface ServiceMonitorSpecEndpointsOauth2 {
  readonly clientId: ServiceMonitorSpecEndpointsTlsConfigCa;
  readonly clientSecret: ServiceMonitorSpecEndpointsBasicAuthPassword;
  readonly endpointParams?: { readonly [key: string]: string };
  readonly noProxy?: string;
  readonly proxyConnectHeader?: { readonly [key: string]: readonly ServiceMonitorSpecEndpointsBasicAuthPassword[] };
  readonly proxyFromEnvironment?: boolean;
  readonly proxyUrl?: string;
  readonly scopes?: readonly string[];
  readonly tlsConfig?: ServiceMonitorSpecEndpointsOauth2TlsConfig;
  readonly tokenUrl: string;
}

export interface ServiceMonitorSpecEndpointsOauth2TlsConfig {
  readonly ca?: ServiceMonitorSpecEndpointsTlsConfigCa;
  readonly cert?: ServiceMonitorSpecEndpointsTlsConfigCa;
  readonly insecureSkipVerify?: boolean;
  readonly keySecret?: ServiceMonitorSpecEndpointsBasicAuthPassword;
  readonly maxVersion?: 'TLS10' | 'TLS11' | 'TLS12' | 'TLS13';
  readonly minVersion?: 'TLS10' | 'TLS11' | 'TLS12' | 'TLS13';
  readonly serverName?: string;
}

export interface ServiceMonitorSpecEndpointsTlsConfigCa {
  readonly configMap?: ServiceMonitorSpecEndpointsBasicAuthPassword;
  readonly secret?: ServiceMonitorSpecEndpointsBasicAuthPassword;
}

export interface ServiceMonitorSpecEndpointsRelabelings {
  readonly action?: ServiceMonitorSpecEndpointsRelabelingsAction;
  readonly modulus?: number;
  readonly regex?: string;
  readonly replacement?: string;
  readonly separator?: string;
  readonly sourceLabels?: readonly string[];
  readonly targetLabel?: string;
}

export type ServiceMonitorSpecEndpointsRelabelingsAction =
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

export interface ServiceMonitorSpecEndpointsBasicAuth {
  readonly password?: ServiceMonitorSpecEndpointsBasicAuthPassword;
  readonly username?: ServiceMonitorSpecEndpointsBasicAuthPassword;
}

export interface ServiceMonitorSpecEndpointsAuthorization {
  readonly credentials?: ServiceMonitorSpecEndpointsBasicAuthPassword;
  readonly type?: string;
}

export interface ServiceMonitorSpecEndpointsBasicAuthPassword {
  readonly key: string;
  readonly name?: string;
  readonly optional?: boolean;
}

export interface ServiceMonitorSpecAttachMetadata {
  readonly node?: boolean;
}

// Made by `npm run imports` from the release of istio in imports/releases.json; not edited by hand.

import { ApiObject, type ApiObjectMetadata } from 'cdk8s';
import type { Construct } from 'constructs';

export interface DestinationRuleProps {
  readonly apiVersion?: 'networking.istio.io/v1' | 'networking.istio.io/v1beta1' | 'networking.istio.io/v1alpha3';
  readonly metadata?: ApiObjectMetadata;
  readonly spec?: DestinationRuleSpec;
}

export class DestinationRule extends ApiObject {
  constructor(scope: Construct, id: string, props: DestinationRuleProps = {}) {
    super(scope, id, { ...props, apiVersion: props.apiVersion ?? 'networking.istio.io/v1', kind: 'DestinationRule' });
  }
}

export interface DestinationRuleSpec {
  readonly exportTo?: readonly string[];
  readonly host: string;
  readonly subsets?: readonly DestinationRuleSpecSubsets[];
  readonly trafficPolicy?: TrafficPolicy;
  readonly workloadSelector?: DestinationRuleSpecWorkloadSelector;
}

export interface DestinationRuleSpecWorkloadSelector {
  readonly matchLabels?: { readonly [key: string]: string };
}

export interface DestinationRuleSpecSubsets {
  readonly labels?: { readonly [key: string]: string };
  readonly name: string;
  readonly trafficPolicy?: TrafficPolicy;
}

export interface TrafficPolicy {
  readonly connectionPool?: ConnectionPool;
  readonly loadBalancer?: LoadBalancer;
  readonly outlierDetection?: OutlierDetection;
  readonly portLevelSettings?: readonly DestinationRuleSpecTrafficPolicyPortLevelSettings[];
  readonly proxyProtocol?: DestinationRuleSpecTrafficPolicyProxyProtocol;
  readonly retryBudget?: DestinationRuleSpecTrafficPolicyRetryBudget;
  readonly tls?: ClientTls;
  readonly tunnel?: DestinationRuleSpecTrafficPolicyTunnel;
}

export interface DestinationRuleSpecTrafficPolicyTunnel {
  readonly protocol?: string;
  readonly targetHost: string;
  readonly targetPort: number;
}

export interface DestinationRuleSpecTrafficPolicyRetryBudget {
  readonly budgetInterval?: string;
  readonly minRetryConcurrency?: number;
  readonly percent?: number | null;
}

export interface DestinationRuleSpecTrafficPolicyProxyProtocol {
  readonly version?: 'V1' | 'V2';
}

export interface DestinationRuleSpecTrafficPolicyPortLevelSettings {
  readonly connectionPool?: ConnectionPool;
  readonly loadBalancer?: LoadBalancer;
  readonly outlierDetection?: OutlierDetection;
  readonly port?: DestinationRuleSpecTrafficPolicyPortLevelSettingsPort;
  readonly tls?: ClientTls;
}

export interface ClientTls {
  readonly caCertificates?: string;
  readonly caCrl?: string;
  readonly clientCertificate?: string;
  readonly credentialName?: string;
  readonly insecureSkipVerify?: boolean | null;
  readonly mode?: 'DISABLE' | 'SIMPLE' | 'MUTUAL' | 'ISTIO_MUTUAL';
  readonly privateKey?: string;
  readonly sni?: string;
  readonly subjectAltNames?: readonly string[];
}

export interface DestinationRuleSpecTrafficPolicyPortLevelSettingsPort {
  readonly number?: number;
}

export interface OutlierDetection {
  readonly baseEjectionTime?: string;
  readonly consecutive5xxErrors?: number | null;
  readonly consecutiveErrors?: number;
  readonly consecutiveGatewayErrors?: number | null;
  readonly consecutiveLocalOriginFailures?: number | null;
  readonly interval?: string;
  readonly maxEjectionPercent?: number;
  readonly minHealthPercent?: number;
  readonly outlierDetectionHttpErrorCodes?: readonly number[];
  readonly splitExternalLocalOriginErrors?: boolean;
}

export interface LoadBalancer {
  readonly consistentHash?: DestinationRuleSpecTrafficPolicyLoadBalancerConsistentHash;
  readonly localityLbSetting?: DestinationRuleSpecTrafficPolicyLoadBalancerLocalityLbSetting;
  readonly simple?: DestinationRuleSpecTrafficPolicyLoadBalancerSimple;
  readonly warmup?: DestinationRuleSpecTrafficPolicyLoadBalancerWarmup;
  readonly warmupDurationSecs?: string;
  readonly zoneAwareLbSetting?: DestinationRuleSpecTrafficPolicyLoadBalancerZoneAwareLbSetting;
}

export interface DestinationRuleSpecTrafficPolicyLoadBalancerZoneAwareLbSetting {
  readonly enabled?: boolean | null;
  readonly failover?: readonly DestinationRuleSpecTrafficPolicyLoadBalancerLocalityLbSettingFailover[];
  readonly failoverPriority?: readonly string[];
  readonly minClusterSize?: number | null;
}

export interface DestinationRuleSpecTrafficPolicyLoadBalancerWarmup {
  readonly aggression?: number | null;
  readonly duration: string;
  readonly minimumPercent?: number | null;
}

export type DestinationRuleSpecTrafficPolicyLoadBalancerSimple =
  | 'UNSPECIFIED'
  | 'LEAST_CONN'
  | 'RANDOM'
  | 'PASSTHROUGH'
  | 'ROUND_ROBIN'
  | 'LEAST_REQUEST';

export interface DestinationRuleSpecTrafficPolicyLoadBalancerLocalityLbSetting {
  readonly distribute?: readonly DestinationRuleSpecTrafficPolicyLoadBalancerLocalityLbSettingDistribute[];
  readonly enabled?: boolean | null;
  readonly failover?: readonly DestinationRuleSpecTrafficPolicyLoadBalancerLocalityLbSettingFailover[];
  readonly failoverPriority?: readonly string[];
}

export interface DestinationRuleSpecTrafficPolicyLoadBalancerLocalityLbSettingFailover {
  readonly from?: string;
  readonly to?: string;
}

export interface DestinationRuleSpecTrafficPolicyLoadBalancerLocalityLbSettingDistribute {
  readonly from?: string;
  readonly to?: { readonly [key: string]: number };
}

export interface DestinationRuleSpecTrafficPolicyLoadBalancerConsistentHash {
  readonly httpCookie?: DestinationRuleSpecTrafficPolicyLoadBalancerConsistentHashHttpCookie;
  readonly httpHeaderName?: string;
  readonly httpQueryParameterName?: string;
  readonly maglev?: DestinationRuleSpecTrafficPolicyLoadBalancerConsistentHashMaglev;
  readonly minimumRingSize?: number;
  readonly ringHash?: DestinationRuleSpecTrafficPolicyLoadBalancerConsistentHashRingHash;
  readonly useSourceIp?: boolean;
}

export interface DestinationRuleSpecTrafficPolicyLoadBalancerConsistentHashRingHash {
  readonly minimumRingSize?: number;
}

export interface DestinationRuleSpecTrafficPolicyLoadBalancerConsistentHashMaglev {
  readonly tableSize?: number;
}

export interface DestinationRuleSpecTrafficPolicyLoadBalancerConsistentHashHttpCookie {
  readonly attributes?: readonly DestinationRuleSpecTrafficPolicyLoadBalancerConsistentHashHttpCookieAttributes[];
  readonly name: string;
  readonly path?: string;
  readonly ttl?: string;
}

export interface DestinationRuleSpecTrafficPolicyLoadBalancerConsistentHashHttpCookieAttributes {
  readonly name: string;
  readonly value?: string;
}

export interface ConnectionPool {
  readonly http?: DestinationRuleSpecTrafficPolicyConnectionPoolHttp;
  readonly tcp?: DestinationRuleSpecTrafficPolicyConnectionPoolTcp;
}

export interface DestinationRuleSpecTrafficPolicyConnectionPoolTcp {
  readonly connectTimeout?: string;
  readonly idleTimeout?: string;
  readonly maxConnectionDuration?: string;
  readonly maxConnections?: number;
  readonly tcpKeepalive?: DestinationRuleSpecTrafficPolicyConnectionPoolTcpTcpKeepalive;
}

export interface DestinationRuleSpecTrafficPolicyConnectionPoolTcpTcpKeepalive {
  readonly interval?: string;
  readonly probes?: number;
  readonly time?: string;
}

export interface DestinationRuleSpecTrafficPolicyConnectionPoolHttp {
  readonly h2UpgradePolicy?: 'DEFAULT' | 'DO_NOT_UPGRADE' | 'UPGRADE';
  readonly http1MaxPendingRequests?: number;
  readonly http2KeepAlive?: DestinationRuleSpecTrafficPolicyConnectionPoolHttpHttp2KeepAlive;
  readonly http2MaxRequests?: number;
  readonly idleTimeout?: string;
  readonly maxConcurrentStreams?: number;
  readonly maxRequestsPerConnection?: number;
  readonly maxRetries?: number;
  readonly useClientProtocol?: boolean;
}

export interface DestinationRuleSpecTrafficPolicyConnectionPoolHttpHttp2KeepAlive {
  readonly interval?: string;
  readonly timeout?: string;
}

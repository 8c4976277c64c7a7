// Made by `npm run imports` from the release of flagger in imports/releases.json; not edited by hand.

import { ApiObject, type ApiObjectMetadata } from 'cdk8s';
import type { Construct } from 'constructs';

export interface CanaryProps {
  readonly metadata?: ApiObjectMetadata;
  readonly spec?: CanarySpec;
}

export class Canary extends ApiObject {
  constructor(scope: Construct, id: string, props: CanaryProps = {}) {
    super(scope, id, { ...props, apiVersion: 'flagger.app/v1beta1', kind: 'Canary' });
  }
}

export interface CanarySpec {
  readonly analysis: CanarySpecAnalysis;
  readonly autoscalerRef?: CanarySpecAutoscalerRef;
  readonly ingressRef?: CanarySpecIngressRef;
  readonly metricsServer?: string;
  readonly progressDeadlineSeconds?: number;
  readonly provider?: CanarySpecProvider;
  readonly revertOnDeletion?: boolean;
  readonly routeRef?: CanarySpecRouteRef;
  readonly service?: CanarySpecService;
  readonly skipAnalysis?: boolean;
  readonly suspend?: boolean;
  readonly targetRef: CanarySpecTargetRef;
  readonly upstreamRef?: CanarySpecUpstreamRef;
}

export interface CanarySpecUpstreamRef {
  readonly apiVersion: string;
  readonly kind: 'Upstream';
  readonly name: string;
  readonly namespace?: string;
}

export interface CanarySpecTargetRef {
  readonly apiVersion: string;
  readonly kind: 'DaemonSet' | 'Deployment' | 'Service';
  readonly name: string;
}

export interface CanarySpecService {
  readonly apex?: CanarySpecServiceApex;
  readonly appProtocol?: string;
  readonly backendTimeout?: string;
  readonly backends?: readonly string[];
  readonly canary?: CanarySpecServiceApex;
  readonly corsPolicy?: CanarySpecServiceCorsPolicy;
  readonly delegation?: boolean;
  readonly gatewayRefs?: readonly CanarySpecServiceGatewayRefs[];
  readonly gateways?: readonly string[];
  readonly headers?: CanarySpecServiceHeaders;
  readonly headless?: boolean;
  readonly hosts?: readonly string[];
  readonly match?: readonly CanarySpecServiceMatch[];
  readonly meshName?: string;
  readonly mirror?: readonly CanarySpecServiceMirror[];
  readonly name?: string;
  readonly port: number;
  readonly portDiscovery?: boolean;
  readonly portName?: string;
  readonly primary?: CanarySpecServiceApex;
  readonly retries?: CanarySpecServiceRetries;
  readonly rewrite?: CanarySpecServiceRewrite;
  readonly targetPort?: number | string;
  readonly timeout?: string;
  readonly trafficDistribution?: 'PreferClose' | 'PreferSameZone' | 'PreferSameNode';
  readonly trafficPolicy?: CanarySpecServiceTrafficPolicy;
  readonly unmanagedMetadata?: CanarySpecServiceUnmanagedMetadata;
}

export interface CanarySpecServiceUnmanagedMetadata {
  readonly annotations?: readonly string[];
  readonly labels?: readonly string[];
}

export interface CanarySpecServiceTrafficPolicy {
  readonly connectionPool?: CanarySpecServiceTrafficPolicyConnectionPool;
  readonly loadBalancer?: CanarySpecServiceTrafficPolicyLoadBalancer;
  readonly outlierDetection?: CanarySpecServiceTrafficPolicyOutlierDetection;
  readonly tls?: CanarySpecServiceTrafficPolicyTls;
}

export interface CanarySpecServiceTrafficPolicyTls {
  readonly caCertificates?: string;
  readonly clientCertificate?: string;
  readonly mode?: 'DISABLE' | 'SIMPLE' | 'MUTUAL' | 'ISTIO_MUTUAL';
  readonly privateKey?: string;
  readonly sni?: string;
  readonly subjectAltNames?: readonly string[];
}

export interface CanarySpecServiceTrafficPolicyOutlierDetection {
  readonly baseEjectionTime?: string;
  readonly consecutive5xxErrors?: number;
  readonly consecutiveErrors?: number;
  readonly consecutiveGatewayErrors?: number;
  readonly consecutiveLocalOriginFailures?: number;
  readonly interval?: string;
  readonly maxEjectionPercent?: number;
  readonly minHealthPercent?: number;
  readonly splitExternalLocalOriginErrors?: boolean;
}

export interface CanarySpecServiceTrafficPolicyLoadBalancer {
  readonly consistentHash?: CanarySpecServiceTrafficPolicyLoadBalancerConsistentHash;
  readonly localityLbSetting?: CanarySpecServiceTrafficPolicyLoadBalancerLocalityLbSetting;
  readonly simple?: CanarySpecServiceTrafficPolicyLoadBalancerSimple;
  readonly warmupDurationSecs?: string;
}

export type CanarySpecServiceTrafficPolicyLoadBalancerSimple = 'ROUND_ROBIN' | 'LEAST_CONN' | 'RANDOM' | 'PASSTHROUGH' | 'LEAST_REQUEST';

export interface CanarySpecServiceTrafficPolicyLoadBalancerLocalityLbSetting {
  readonly distribute?: readonly CanarySpecServiceTrafficPolicyLoadBalancerLocalityLbSettingDistribute[];
  readonly enabled?: boolean;
  readonly failover?: readonly CanarySpecServiceTrafficPolicyLoadBalancerLocalityLbSettingFailover[];
}

export interface CanarySpecServiceTrafficPolicyLoadBalancerLocalityLbSettingFailover {
  readonly from?: string;
  readonly to?: string;
}

export interface CanarySpecServiceTrafficPolicyLoadBalancerLocalityLbSettingDistribute {
  readonly from?: string;
  readonly to?: { readonly [key: string]: number };
}

export interface CanarySpecServiceTrafficPolicyLoadBalancerConsistentHash {
  readonly httpCookie?: CanarySpecServiceTrafficPolicyLoadBalancerConsistentHashHttpCookie;
  readonly httpHeaderName?: string;
  readonly httpQueryParameterName?: string;
  readonly minimumRingSize?: number;
  readonly useSourceIp?: boolean;
}

export interface CanarySpecServiceTrafficPolicyLoadBalancerConsistentHashHttpCookie {
  readonly name?: string;
  readonly path?: string;
  readonly ttl?: string;
}

export interface CanarySpecServiceTrafficPolicyConnectionPool {
  readonly http?: CanarySpecServiceTrafficPolicyConnectionPoolHttp;
}

export interface CanarySpecServiceTrafficPolicyConnectionPoolHttp {
  readonly h2UpgradePolicy?: 'DEFAULT' | 'DO_NOT_UPGRADE' | 'UPGRADE';
  readonly http1MaxPendingRequests?: number;
  readonly http2MaxRequests?: number;
  readonly idleTimeout?: string;
  readonly maxRequestsPerConnection?: number;
  readonly maxRetries?: number;
}

export interface CanarySpecServiceRewrite {
  readonly authority?: string;
  readonly type?: string;
  readonly uri?: string;
}

export interface CanarySpecServiceRetries {
  readonly attempts?: number;
  readonly perTryTimeout?: string;
  readonly retryOn?: string;
}

export interface CanarySpecServiceMirror {
  readonly backendRef?: CanarySpecServiceMirrorBackendRef;
}

export interface CanarySpecServiceMirrorBackendRef {
  readonly group?: string;
  readonly kind?: string;
  readonly name: string;
  readonly namespace?: string;
  readonly port?: number;
}

export interface CanarySpecServiceMatch {
  readonly authority?: CanarySpecServiceMatchUri;
  readonly gateways?: readonly string[];
  readonly headers?: { readonly [key: string]: CanarySpecServiceMatchUri };
  readonly ignoreUriCase?: boolean;
  readonly method?: CanarySpecServiceMatchUri;
  readonly name?: string;
  readonly port?: number;
  readonly queryParams?: { readonly [key: string]: CanarySpecServiceMatchUri };
  readonly scheme?: CanarySpecServiceMatchUri;
  readonly sourceLabels?: { readonly [key: string]: string };
  readonly sourceNamespace?: string;
  readonly uri?: CanarySpecServiceMatchUri;
  readonly withoutHeaders?: { readonly [key: string]: CanarySpecServiceMatchUri };
}

export interface CanarySpecServiceHeaders {
  readonly request?: CanarySpecServiceHeadersRequest;
  readonly response?: CanarySpecServiceHeadersRequest;
}

export interface CanarySpecServiceHeadersRequest {
  readonly add?: { readonly [key: string]: string };
  readonly remove?: readonly string[];
  readonly set?: { readonly [key: string]: string };
}

export interface CanarySpecServiceGatewayRefs {
  readonly group?: string;
  readonly kind?: string;
  readonly name: string;
  readonly namespace?: string;
  readonly port?: number;
  readonly sectionName?: string;
}

export interface CanarySpecServiceCorsPolicy {
  readonly allowCredentials?: boolean;
  readonly allowHeaders?: readonly string[];
  readonly allowMethods?: readonly string[];
  readonly allowOrigin?: readonly string[];
  readonly allowOrigins?: readonly CanarySpecServiceMatchUri[];
  readonly exposeHeaders?: readonly string[];
  readonly maxAge?: string;
}

export interface CanarySpecServiceApex {
  readonly annotations?: { readonly [key: string]: string };
  readonly labels?: { readonly [key: string]: string };
}

export interface CanarySpecRouteRef {
  readonly apiVersion: string;
  readonly kind: 'ApisixRoute';
  readonly name: string;
}

export type CanarySpecProvider =
  | 'apisix'
  | 'appmesh'
  | 'appmesh:v1beta2'
  | 'contour'
  | 'gatewayapi:v1'
  | 'gatewayapi:v1beta1'
  | 'gloo'
  | 'istio'
  | 'knative'
  | 'kubernetes'
  | 'kuma'
  | 'linkerd'
  | 'nginx'
  | 'osm'
  | 'skipper'
  | 'smi:v1alpha1'
  | 'smi:v1alpha2'
  | 'smi:v1alpha3'
  | 'traefik';

export interface CanarySpecIngressRef {
  readonly apiVersion: string;
  readonly kind: 'Ingress';
  readonly name: string;
}

export interface CanarySpecAutoscalerRef {
  readonly apiVersion: string;
  readonly kind: 'HorizontalPodAutoscaler' | 'ScaledObject';
  readonly name: string;
  readonly primaryScalerQueries?: { readonly [key: string]: string };
  readonly primaryScalerReplicas?: CanarySpecAutoscalerRefPrimaryScalerReplicas;
}

export interface CanarySpecAutoscalerRefPrimaryScalerReplicas {
  readonly maxReplicas?: number;
  readonly minReplicas?: number;
}

export interface CanarySpecAnalysis {
  readonly alerts?: readonly CanarySpecAnalysisAlerts[];
  readonly canaryReadyThreshold?: number;
  readonly interval?: string;
  readonly iterations?: number;
  readonly match?: readonly CanarySpecAnalysisMatch[];
  readonly maxWeight?: number;
  readonly metrics?: readonly CanarySpecAnalysisMetrics[];
  readonly mirror?: boolean;
  readonly mirrorWeight?: number;
  readonly primaryReadyThreshold?: number;
  readonly sessionAffinity?: CanarySpecAnalysisSessionAffinity;
  readonly stepWeight?: number;
  readonly stepWeightPromotion?: number;
  readonly stepWeights?: readonly number[];
  readonly threshold?: number;
  readonly webhooks?: readonly CanarySpecAnalysisWebhooks[];
}

export interface CanarySpecAnalysisWebhooks {
  readonly disableTLS?: boolean;
  readonly metadata?: { readonly [key: string]: string };
  readonly muteAlert?: boolean;
  readonly name: string;
  readonly retries?: number;
  readonly timeout?: string;
  readonly type?: CanarySpecAnalysisWebhooksType;
  readonly url: string;
}

export type CanarySpecAnalysisWebhooksType =
  | ''
  | 'confirm-rollout'
  | 'pre-rollout'
  | 'rollout'
  | 'confirm-promotion'
  | 'post-rollout'
  | 'event'
  | 'rollback'
  | 'confirm-traffic-increase';

export interface CanarySpecAnalysisSessionAffinity {
  readonly cookieName: string;
  readonly domain?: string;
  readonly httpOnly?: boolean;
  readonly maxAge?: number;
  readonly partitioned?: boolean;
  readonly path?: string;
  readonly primaryCookieName?: string;
  readonly sameSite?: 'Strict' | 'Lax' | 'None';
  readonly secure?: boolean;
}

export interface CanarySpecAnalysisMetrics {
  readonly interval?: string;
  readonly name: string;
  readonly query?: string;
  readonly templateRef?: CanarySpecAnalysisAlertsProviderRef;
  readonly templateVariables?: { readonly [key: string]: string };
  readonly threshold?: number;
  readonly thresholdRange?: CanarySpecAnalysisMetricsThresholdRange;
}

export interface CanarySpecAnalysisMetricsThresholdRange {
  readonly max?: number;
  readonly min?: number;
}

export interface CanarySpecAnalysisMatch {
  readonly headers?: { readonly [key: string]: CanarySpecAnalysisMatchHeaders };
  readonly queryParams?: { readonly [key: string]: CanarySpecServiceMatchUri };
  readonly sourceLabels?: { readonly [key: string]: string };
}

export interface CanarySpecServiceMatchUri {
  readonly exact?: string;
  readonly prefix?: string;
  readonly regex?: string;
}

export interface CanarySpecAnalysisMatchHeaders {
  readonly exact?: string;
  readonly prefix?: string;
  readonly regex?: string;
  readonly suffix?: string;
}

export interface CanarySpecAnalysisAlerts {
  readonly name: string;
  readonly providerRef: CanarySpecAnalysisAlertsProviderRef;
  readonly severity?: '' | 'info' | 'warn' | 'error';
}

export interface CanarySpecAnalysisAlertsProviderRef {
  readonly name: string;
  readonly namespace?: string;
}

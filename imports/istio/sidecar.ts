// Made by `npm run imports` from the release of istio in imports/releases.json; not edited by hand.

import { ApiObject, type ApiObjectMetadata } from 'cdk8s';
import type { Construct } from 'constructs';

export interface SidecarProps {
  readonly apiVersion?: 'networking.istio.io/v1' | 'networking.istio.io/v1beta1' | 'networking.istio.io/v1alpha3';
  readonly metadata?: ApiObjectMetadata;
  readonly spec?: SidecarSpec;
}

export class Sidecar extends ApiObject {
  constructor(scope: Construct, id: string, props: SidecarProps = {}) {
    super(scope, id, { ...props, apiVersion: props.apiVersion ?? 'networking.istio.io/v1', kind: 'Sidecar' });
  }
}

export interface SidecarSpec {
  readonly egress?: readonly SidecarSpecEgress[];
  readonly inboundConnectionPool?: SidecarSpecInboundConnectionPool;
  readonly ingress?: readonly SidecarSpecIngress[];
  readonly outboundTrafficPolicy?: SidecarSpecOutboundTrafficPolicy;
  readonly workloadSelector?: SidecarSpecWorkloadSelector;
}

export interface SidecarSpecWorkloadSelector {
  readonly labels?: { readonly [key: string]: string };
}

export interface SidecarSpecOutboundTrafficPolicy {
  readonly egressProxy?: SidecarSpecOutboundTrafficPolicyEgressProxy;
  readonly mode?: 'REGISTRY_ONLY' | 'ALLOW_ANY';
}

export interface SidecarSpecOutboundTrafficPolicyEgressProxy {
  readonly host: string;
  readonly port?: SidecarSpecOutboundTrafficPolicyEgressProxyPort;
  readonly subset?: string;
}

export interface SidecarSpecOutboundTrafficPolicyEgressProxyPort {
  readonly number?: number;
}

export interface SidecarSpecIngress {
  readonly bind?: string;
  readonly captureMode?: 'DEFAULT' | 'IPTABLES' | 'NONE';
  readonly connectionPool?: SidecarSpecInboundConnectionPool;
  readonly defaultEndpoint?: string;
  readonly port: SidecarSpecEgressPort;
  readonly tls?: SidecarSpecIngressTls;
}

export interface SidecarSpecIngressTls {
  readonly caCertCredentialName?: string;
  readonly caCertificates?: string;
  readonly caCrl?: string;
  readonly cipherSuites?: readonly string[];
  readonly credentialName?: string;
  readonly credentialNames?: readonly string[];
  readonly httpsRedirect?: boolean;
  readonly insecureSkipVerify?: boolean | null;
  readonly maxProtocolVersion?: 'TLS_AUTO' | 'TLSV1_0' | 'TLSV1_1' | 'TLSV1_2' | 'TLSV1_3';
  readonly minProtocolVersion?: 'TLS_AUTO' | 'TLSV1_0' | 'TLSV1_1' | 'TLSV1_2' | 'TLSV1_3';
  readonly mode?: SidecarSpecIngressTlsMode;
  readonly privateKey?: string;
  readonly serverCertificate?: string;
  readonly subjectAltNames?: readonly string[];
  readonly tlsCertificates?: readonly SidecarSpecIngressTlsTlsCertificates[];
  readonly verifyCertificateHash?: readonly string[];
  readonly verifyCertificateSpki?: readonly string[];
}

export interface SidecarSpecIngressTlsTlsCertificates {
  readonly caCertificates?: string;
  readonly privateKey?: string;
  readonly serverCertificate?: string;
}

export type SidecarSpecIngressTlsMode = 'PASSTHROUGH' | 'SIMPLE' | 'MUTUAL' | 'AUTO_PASSTHROUGH' | 'ISTIO_MUTUAL' | 'OPTIONAL_MUTUAL';

export interface SidecarSpecInboundConnectionPool {
  readonly http?: SidecarSpecInboundConnectionPoolHttp;
  readonly tcp?: SidecarSpecInboundConnectionPoolTcp;
}

export interface SidecarSpecInboundConnectionPoolTcp {
  readonly connectTimeout?: string;
  readonly idleTimeout?: string;
  readonly maxConnectionDuration?: string;
  readonly maxConnections?: number;
  readonly tcpKeepalive?: SidecarSpecInboundConnectionPoolTcpTcpKeepalive;
}

export interface SidecarSpecInboundConnectionPoolTcpTcpKeepalive {
  readonly interval?: string;
  readonly probes?: number;
  readonly time?: string;
}

export interface SidecarSpecInboundConnectionPoolHttp {
  readonly h2UpgradePolicy?: 'DEFAULT' | 'DO_NOT_UPGRADE' | 'UPGRADE';
  readonly http1MaxPendingRequests?: number;
  readonly http2KeepAlive?: SidecarSpecInboundConnectionPoolHttpHttp2KeepAlive;
  readonly http2MaxRequests?: number;
  readonly idleTimeout?: string;
  readonly maxConcurrentStreams?: number;
  readonly maxRequestsPerConnection?: number;
  readonly maxRetries?: number;
  readonly useClientProtocol?: boolean;
}

export interface SidecarSpecInboundConnectionPoolHttpHttp2KeepAlive {
  readonly interval?: string;
  readonly timeout?: string;
}

export interface SidecarSpecEgress {
  readonly bind?: string;
  readonly captureMode?: 'DEFAULT' | 'IPTABLES' | 'NONE';
  readonly hosts: readonly string[];
  readonly port?: SidecarSpecEgressPort;
}

export interface SidecarSpecEgressPort {
  readonly name?: string;
  readonly number?: number;
  readonly protocol?: string;
  readonly targetPort?: number;
}

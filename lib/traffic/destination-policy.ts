import type { Duration } from 'cdk8s';
import type { NumberParameter } from '../parameters/parameter';
import type { LoadBalancing } from './load-balancing';

/** How connections to the pods are made. See https://istio.io/latest/docs/reference/config/networking/destination-rule/#TrafficPolicy */
export interface DestinationPolicy {
  /** Limits of connections and waiting requests; what is beyond them gets 503 at once. Becomes `connectionPool`. */
  readonly connectionPool?: ConnectionPool;
  /** When a pod that fails is left out for a while. Becomes `outlierDetection`. */
  readonly outlierDetection?: OutlierDetection;
  /** Which pod is next. Becomes `loadBalancer`. Default: Istio's, least requests. */
  readonly loadBalancing?: LoadBalancing;
  /** Becomes `tls`. Default: mutual TLS as the mesh decides. */
  readonly tls?: ClientTls;
  /** What differs for single ports of the service; nothing is inherited from the rest of the policy. Becomes `portLevelSettings`. */
  readonly ports?: PortPolicy[];
}

/** A policy for one port. */
export interface PortPolicy {
  /** The port of the Service. Becomes `port.number`. */
  readonly port: number;
  /** Becomes `connectionPool`. */
  readonly connectionPool?: ConnectionPool;
  /** Becomes `outlierDetection`. */
  readonly outlierDetection?: OutlierDetection;
  /** Becomes `loadBalancer`. */
  readonly loadBalancing?: LoadBalancing;
  /** Becomes `tls`. */
  readonly tls?: ClientTls;
}

/** Limits of connections, for each client proxy. */
export interface ConnectionPool {
  /** Becomes `tcp.maxConnections`. Default: 2^32-1. */
  readonly maxConnections?: number | NumberParameter;
  /** Becomes `tcp.connectTimeout`. Default: 10 seconds. */
  readonly connectTimeout?: Duration;
  /** Requests that may wait for a connection. Becomes `http.http1MaxPendingRequests`. */
  readonly maxPendingRequests?: number | NumberParameter;
  /** Requests that may be under way. Becomes `http.http2MaxRequests`. */
  readonly maxRequests?: number | NumberParameter;
  /** Becomes `http.maxRequestsPerConnection`; 1 switches keep-alive off. */
  readonly maxRequestsPerConnection?: number | NumberParameter;
  /** Becomes `http.maxRetries`. */
  readonly maxRetries?: number | NumberParameter;
  /** Becomes `http.idleTimeout`. Default: 1 hour. */
  readonly idleTimeout?: Duration;
}

/** When a pod that fails is left out (ejected) for a while. */
export interface OutlierDetection {
  /** How many 5xx answers in a row. Becomes `consecutive5xxErrors`. Default: 5. */
  readonly consecutive5xxErrors?: number | NumberParameter;
  /** How many 502, 503 and 504 in a row. Becomes `consecutiveGatewayErrors`. Default: off. */
  readonly consecutiveGatewayErrors?: number | NumberParameter;
  /** How often is counted. Becomes `interval`. Default: 10 seconds. */
  readonly interval?: Duration;
  /** How long a pod is left out the first time; longer each time. Becomes `baseEjectionTime`. Default: 30 seconds. */
  readonly baseEjectionTime?: Duration;
  /** The share of pods that may be left out, in percent. Becomes `maxEjectionPercent`. Default: 10. */
  readonly maxEjectionPercent?: number | NumberParameter;
  /** Below this share of healthy pods nothing is left out. Becomes `minHealthPercent`. Default: 0. */
  readonly minHealthPercent?: number | NumberParameter;
}

/** How the client encrypts. */
export enum ClientTlsMode {
  /** No TLS. */
  DISABLE = 'DISABLE',
  /** TLS without a certificate of the client. */
  SIMPLE = 'SIMPLE',
  /** TLS with a certificate that is stated here. */
  MUTUAL = 'MUTUAL',
  /** TLS with the mesh's own certificates. */
  ISTIO_MUTUAL = 'ISTIO_MUTUAL',
}

export interface ClientTls {
  /** Becomes `tls.mode`. */
  readonly mode: ClientTlsMode;
  /** The Secret with certificates. Becomes `tls.credentialName`. */
  readonly credentialName?: string;
  /**
   * The file in the proxy with the authorities that the server's certificate is checked against. Becomes `tls.caCertificates`. Default:
   * those of the proxy's image.
   */
  readonly caCertificates?: string;
  /** The name of the server that is asked for. Becomes `tls.sni`. */
  readonly sni?: string;
  /** Names that the server's certificate may carry. Becomes `tls.subjectAltNames`. */
  readonly subjectAltNames?: string[];
}

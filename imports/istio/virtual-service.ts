// Made by `npm run imports` from the release of istio in imports/releases.json; not edited by hand.

import { ApiObject, type ApiObjectMetadata } from 'cdk8s';
import type { Construct } from 'constructs';

export interface VirtualServiceProps {
  readonly apiVersion?: 'networking.istio.io/v1' | 'networking.istio.io/v1beta1' | 'networking.istio.io/v1alpha3';
  readonly metadata?: ApiObjectMetadata;
  readonly spec?: VirtualServiceSpec;
}

export class VirtualService extends ApiObject {
  constructor(scope: Construct, id: string, props: VirtualServiceProps = {}) {
    super(scope, id, { ...props, apiVersion: props.apiVersion ?? 'networking.istio.io/v1', kind: 'VirtualService' });
  }
}

export interface VirtualServiceSpec {
  readonly exportTo?: readonly string[];
  readonly gateways?: readonly string[];
  readonly hosts?: readonly string[];
  readonly http?: readonly VirtualServiceSpecHttp[];
  readonly tcp?: readonly VirtualServiceSpecTcp[];
  readonly tls?: readonly VirtualServiceSpecTls[];
}

export interface VirtualServiceSpecTls {
  readonly match: readonly VirtualServiceSpecTlsMatch[];
  readonly route?: readonly RouteDestination[];
}

export interface VirtualServiceSpecTlsMatch {
  readonly destinationSubnets?: readonly string[];
  readonly gateways?: readonly string[];
  readonly port?: number;
  readonly sniHosts: readonly string[];
  readonly sourceLabels?: { readonly [key: string]: string };
  readonly sourceNamespace?: string;
}

export interface VirtualServiceSpecTcp {
  readonly match?: readonly VirtualServiceSpecTcpMatch[];
  readonly route?: readonly RouteDestination[];
}

export interface RouteDestination {
  readonly destination: Destination;
  readonly weight?: number;
}

export interface VirtualServiceSpecTcpMatch {
  readonly destinationSubnets?: readonly string[];
  readonly gateways?: readonly string[];
  readonly port?: number;
  readonly sourceLabels?: { readonly [key: string]: string };
  readonly sourceNamespace?: string;
  readonly sourceSubnet?: string;
}

export interface VirtualServiceSpecHttp {
  readonly corsPolicy?: VirtualServiceSpecHttpCorsPolicy;
  readonly delegate?: VirtualServiceSpecHttpDelegate;
  readonly directResponse?: VirtualServiceSpecHttpDirectResponse;
  readonly fault?: VirtualServiceSpecHttpFault;
  readonly headers?: VirtualServiceSpecHttpHeaders;
  readonly match?: readonly VirtualServiceSpecHttpMatch[];
  readonly mirror?: Destination;
  readonly mirrorPercent?: number | null;
  readonly mirrorPercentage?: Percent;
  readonly mirror_percent?: number | null;
  readonly mirrors?: readonly VirtualServiceSpecHttpMirrors[];
  readonly name?: string;
  readonly redirect?: VirtualServiceSpecHttpRedirect;
  readonly retries?: VirtualServiceSpecHttpRetries;
  readonly rewrite?: VirtualServiceSpecHttpRewrite;
  readonly route?: readonly VirtualServiceSpecHttpRoute[];
  readonly timeout?: string;
}

export interface VirtualServiceSpecHttpRoute {
  readonly destination: Destination;
  readonly headers?: VirtualServiceSpecHttpHeaders;
  readonly weight?: number;
}

export interface VirtualServiceSpecHttpRewrite {
  readonly authority?: string;
  readonly uri?: string;
  readonly uriRegexRewrite?: VirtualServiceSpecHttpRewriteUriRegexRewrite;
}

export interface VirtualServiceSpecHttpRewriteUriRegexRewrite {
  readonly match?: string;
  readonly rewrite?: string;
}

export interface VirtualServiceSpecHttpRetries {
  readonly attempts?: number;
  readonly backoff?: string;
  readonly perTryTimeout?: string;
  readonly retryIgnorePreviousHosts?: boolean | null;
  readonly retryOn?: string;
  readonly retryRemoteLocalities?: boolean | null;
}

export interface VirtualServiceSpecHttpRedirect {
  readonly authority?: string;
  readonly derivePort?: 'FROM_PROTOCOL_DEFAULT' | 'FROM_REQUEST_PORT';
  readonly port?: number;
  readonly prefixRewrite?: string;
  readonly redirectCode?: number;
  readonly scheme?: string;
  readonly uri?: string;
}

export interface VirtualServiceSpecHttpMirrors {
  readonly destination: Destination;
  readonly percentage?: Percent;
}

export interface Destination {
  readonly host: string;
  readonly port?: PortSelector;
  readonly subset?: string;
}

export interface PortSelector {
  readonly number?: number;
}

export interface VirtualServiceSpecHttpMatch {
  readonly authority?: StringMatch;
  readonly gateways?: readonly string[];
  readonly headers?: { readonly [key: string]: StringMatch };
  readonly ignoreUriCase?: boolean;
  readonly method?: StringMatch;
  readonly name?: string;
  readonly port?: number;
  readonly queryParams?: { readonly [key: string]: StringMatch };
  readonly scheme?: StringMatch;
  readonly sourceLabels?: { readonly [key: string]: string };
  readonly sourceNamespace?: string;
  readonly statPrefix?: string;
  readonly uri?: StringMatch;
  readonly withoutHeaders?: { readonly [key: string]: StringMatch };
}

export interface VirtualServiceSpecHttpHeaders {
  readonly request?: HeaderOperations;
  readonly response?: HeaderOperations;
}

export interface HeaderOperations {
  readonly add?: { readonly [key: string]: string };
  readonly remove?: readonly string[];
  readonly set?: { readonly [key: string]: string };
}

export interface VirtualServiceSpecHttpFault {
  readonly abort?: VirtualServiceSpecHttpFaultAbort;
  readonly delay?: VirtualServiceSpecHttpFaultDelay;
}

export interface VirtualServiceSpecHttpFaultDelay {
  readonly exponentialDelay?: string;
  readonly fixedDelay?: string;
  readonly percent?: number;
  readonly percentage?: Percent;
}

export interface VirtualServiceSpecHttpFaultAbort {
  readonly grpcStatus?: string;
  readonly http2Error?: string;
  readonly httpStatus?: number;
  readonly percentage?: Percent;
}

export interface Percent {
  readonly value?: number;
}

export interface VirtualServiceSpecHttpDirectResponse {
  readonly body?: VirtualServiceSpecHttpDirectResponseBody;
  readonly status: number;
}

export interface VirtualServiceSpecHttpDirectResponseBody {
  readonly bytes?: string;
  readonly string?: string;
}

export interface VirtualServiceSpecHttpDelegate {
  readonly name?: string;
  readonly namespace?: string;
}

export interface VirtualServiceSpecHttpCorsPolicy {
  readonly allowCredentials?: boolean | null;
  readonly allowHeaders?: readonly string[];
  readonly allowMethods?: readonly string[];
  readonly allowOrigin?: readonly string[];
  readonly allowOrigins?: readonly StringMatch[];
  readonly exposeHeaders?: readonly string[];
  readonly maxAge?: string;
  readonly unmatchedPreflights?: 'UNSPECIFIED' | 'FORWARD' | 'IGNORE';
}

export interface StringMatch {
  readonly exact?: string;
  readonly prefix?: string;
  readonly regex?: string;
}

// Made by `npm run imports` from the release of gateway-api in imports/releases.json; not edited by hand.

import { ApiObject, type ApiObjectMetadata } from 'cdk8s';
import type { Construct } from 'constructs';

export interface HTTPRouteProps {
  readonly apiVersion?: 'gateway.networking.k8s.io/v1' | 'gateway.networking.k8s.io/v1beta1';
  readonly metadata?: ApiObjectMetadata;
  readonly spec: HTTPRouteSpec;
}

export class HTTPRoute extends ApiObject {
  constructor(scope: Construct, id: string, props: HTTPRouteProps) {
    super(scope, id, { ...props, apiVersion: props.apiVersion ?? 'gateway.networking.k8s.io/v1', kind: 'HTTPRoute' });
  }
}

export interface HTTPRouteSpec {
  readonly hostnames?: readonly string[];
  readonly parentRefs?: readonly HTTPRouteSpecParentRefs[];
  readonly rules?: readonly HTTPRouteSpecRules[];
}

export interface HTTPRouteSpecRules {
  readonly backendRefs?: readonly HTTPRouteSpecRulesBackendRefs[];
  readonly filters?: readonly HTTPRouteSpecRulesFilters[];
  readonly matches?: readonly HTTPRouteSpecRulesMatches[];
  readonly name?: string;
  readonly timeouts?: HTTPRouteSpecRulesTimeouts;
}

export interface HTTPRouteSpecRulesTimeouts {
  readonly backendRequest?: string;
  readonly request?: string;
}

export interface HTTPRouteSpecRulesMatches {
  readonly headers?: readonly HTTPRouteSpecRulesMatchesHeaders[];
  readonly method?: HTTPRouteSpecRulesMatchesMethod;
  readonly path?: HTTPRouteSpecRulesMatchesPath;
  readonly queryParams?: readonly HTTPRouteSpecRulesMatchesHeaders[];
}

export interface HTTPRouteSpecRulesMatchesPath {
  readonly type?: 'Exact' | 'PathPrefix' | 'RegularExpression';
  readonly value?: string;
}

export type HTTPRouteSpecRulesMatchesMethod = 'GET' | 'HEAD' | 'POST' | 'PUT' | 'DELETE' | 'CONNECT' | 'OPTIONS' | 'TRACE' | 'PATCH';

export interface HTTPRouteSpecRulesMatchesHeaders {
  readonly name: string;
  readonly type?: 'Exact' | 'RegularExpression';
  readonly value: string;
}

export interface HTTPRouteSpecRulesBackendRefs {
  readonly filters?: readonly HTTPRouteSpecRulesFilters[];
  readonly group?: string;
  readonly kind?: string;
  readonly name: string;
  readonly namespace?: string;
  readonly port?: number;
  readonly weight?: number;
}

export interface HTTPRouteSpecRulesFilters {
  readonly cors?: HTTPRouteSpecRulesFiltersCors;
  readonly extensionRef?: HTTPRouteSpecRulesFiltersExtensionRef;
  readonly requestHeaderModifier?: HTTPRouteSpecRulesFiltersRequestHeaderModifier;
  readonly requestMirror?: HTTPRouteSpecRulesFiltersRequestMirror;
  readonly requestRedirect?: HTTPRouteSpecRulesFiltersRequestRedirect;
  readonly responseHeaderModifier?: HTTPRouteSpecRulesFiltersRequestHeaderModifier;
  readonly type: HTTPRouteSpecRulesFiltersType;
  readonly urlRewrite?: HTTPRouteSpecRulesFiltersUrlRewrite;
}

export interface HTTPRouteSpecRulesFiltersUrlRewrite {
  readonly hostname?: string;
  readonly path?: HTTPRouteSpecRulesFiltersUrlRewritePath;
}

export type HTTPRouteSpecRulesFiltersType =
  | 'RequestHeaderModifier'
  | 'ResponseHeaderModifier'
  | 'RequestMirror'
  | 'RequestRedirect'
  | 'URLRewrite'
  | 'ExtensionRef'
  | 'CORS';

export interface HTTPRouteSpecRulesFiltersRequestRedirect {
  readonly hostname?: string;
  readonly path?: HTTPRouteSpecRulesFiltersUrlRewritePath;
  readonly port?: number;
  readonly scheme?: 'http' | 'https';
  readonly statusCode?: 301 | 302 | 303 | 307 | 308;
}

export interface HTTPRouteSpecRulesFiltersUrlRewritePath {
  readonly replaceFullPath?: string;
  readonly replacePrefixMatch?: string;
  readonly type: 'ReplaceFullPath' | 'ReplacePrefixMatch';
}

export interface HTTPRouteSpecRulesFiltersRequestMirror {
  readonly backendRef: HTTPRouteSpecRulesFiltersRequestMirrorBackendRef;
  readonly fraction?: HTTPRouteSpecRulesFiltersRequestMirrorFraction;
  readonly percent?: number;
}

export interface HTTPRouteSpecRulesFiltersRequestMirrorFraction {
  readonly denominator?: number;
  readonly numerator: number;
}

export interface HTTPRouteSpecRulesFiltersRequestMirrorBackendRef {
  readonly group?: string;
  readonly kind?: string;
  readonly name: string;
  readonly namespace?: string;
  readonly port?: number;
}

export interface HTTPRouteSpecRulesFiltersRequestHeaderModifier {
  readonly add?: readonly HTTPRouteSpecRulesFiltersRequestHeaderModifierAdd[];
  readonly remove?: readonly string[];
  readonly set?: readonly HTTPRouteSpecRulesFiltersRequestHeaderModifierAdd[];
}

export interface HTTPRouteSpecRulesFiltersRequestHeaderModifierAdd {
  readonly name: string;
  readonly value: string;
}

export interface HTTPRouteSpecRulesFiltersExtensionRef {
  readonly group: string;
  readonly kind: string;
  readonly name: string;
}

export interface HTTPRouteSpecRulesFiltersCors {
  readonly allowCredentials?: boolean;
  readonly allowHeaders?: readonly string[];
  readonly allowMethods?: readonly HTTPRouteSpecRulesFiltersCorsAllowMethods[];
  readonly allowOrigins?: readonly string[];
  readonly exposeHeaders?: readonly string[];
  readonly maxAge?: number;
}

export type HTTPRouteSpecRulesFiltersCorsAllowMethods =
  | 'GET'
  | 'HEAD'
  | 'POST'
  | 'PUT'
  | 'DELETE'
  | 'CONNECT'
  | 'OPTIONS'
  | 'TRACE'
  | 'PATCH'
  | '*';

export interface HTTPRouteSpecParentRefs {
  readonly group?: string;
  readonly kind?: string;
  readonly name: string;
  readonly namespace?: string;
  readonly port?: number;
  readonly sectionName?: string;
}

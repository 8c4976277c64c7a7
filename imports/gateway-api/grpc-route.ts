// Made by `npm run imports` from the release of gateway-api in imports/releases.json; not edited by hand.

import { ApiObject, type ApiObjectMetadata } from 'cdk8s';
import type { Construct } from 'constructs';

export interface GRPCRouteProps {
  readonly metadata?: ApiObjectMetadata;
  readonly spec: GRPCRouteSpec;
}

export class GRPCRoute extends ApiObject {
  constructor(scope: Construct, id: string, props: GRPCRouteProps) {
    super(scope, id, { ...props, apiVersion: 'gateway.networking.k8s.io/v1', kind: 'GRPCRoute' });
  }
}

export interface GRPCRouteSpec {
  readonly hostnames?: readonly string[];
  readonly parentRefs?: readonly GRPCRouteSpecParentRefs[];
  readonly rules?: readonly GRPCRouteSpecRules[];
}

export interface GRPCRouteSpecRules {
  readonly backendRefs?: readonly GRPCRouteSpecRulesBackendRefs[];
  readonly filters?: readonly GRPCRouteSpecRulesFilters[];
  readonly matches?: readonly GRPCRouteSpecRulesMatches[];
  readonly name?: string;
}

export interface GRPCRouteSpecRulesMatches {
  readonly headers?: readonly GRPCRouteSpecRulesMatchesHeaders[];
  readonly method?: GRPCRouteSpecRulesMatchesMethod;
}

export interface GRPCRouteSpecRulesMatchesMethod {
  readonly method?: string;
  readonly service?: string;
  readonly type?: 'Exact' | 'RegularExpression';
}

export interface GRPCRouteSpecRulesMatchesHeaders {
  readonly name: string;
  readonly type?: 'Exact' | 'RegularExpression';
  readonly value: string;
}

export interface GRPCRouteSpecRulesBackendRefs {
  readonly filters?: readonly GRPCRouteSpecRulesFilters[];
  readonly group?: string;
  readonly kind?: string;
  readonly name: string;
  readonly namespace?: string;
  readonly port?: number;
  readonly weight?: number;
}

export interface GRPCRouteSpecRulesFilters {
  readonly extensionRef?: GRPCRouteSpecRulesFiltersExtensionRef;
  readonly requestHeaderModifier?: GRPCRouteSpecRulesFiltersRequestHeaderModifier;
  readonly requestMirror?: GRPCRouteSpecRulesFiltersRequestMirror;
  readonly responseHeaderModifier?: GRPCRouteSpecRulesFiltersRequestHeaderModifier;
  readonly type: GRPCRouteSpecRulesFiltersType;
}

export type GRPCRouteSpecRulesFiltersType = 'ResponseHeaderModifier' | 'RequestHeaderModifier' | 'RequestMirror' | 'ExtensionRef';

export interface GRPCRouteSpecRulesFiltersRequestMirror {
  readonly backendRef: GRPCRouteSpecRulesFiltersRequestMirrorBackendRef;
  readonly fraction?: GRPCRouteSpecRulesFiltersRequestMirrorFraction;
  readonly percent?: number;
}

export interface GRPCRouteSpecRulesFiltersRequestMirrorFraction {
  readonly denominator?: number;
  readonly numerator: number;
}

export interface GRPCRouteSpecRulesFiltersRequestMirrorBackendRef {
  readonly group?: string;
  readonly kind?: string;
  readonly name: string;
  readonly namespace?: string;
  readonly port?: number;
}

export interface GRPCRouteSpecRulesFiltersRequestHeaderModifier {
  readonly add?: readonly GRPCRouteSpecRulesFiltersRequestHeaderModifierAdd[];
  readonly remove?: readonly string[];
  readonly set?: readonly GRPCRouteSpecRulesFiltersRequestHeaderModifierAdd[];
}

export interface GRPCRouteSpecRulesFiltersRequestHeaderModifierAdd {
  readonly name: string;
  readonly value: string;
}

export interface GRPCRouteSpecRulesFiltersExtensionRef {
  readonly group: string;
  readonly kind: string;
  readonly name: string;
}

export interface GRPCRouteSpecParentRefs {
  readonly group?: string;
  readonly kind?: string;
  readonly name: string;
  readonly namespace?: string;
  readonly port?: number;
  readonly sectionName?: string;
}

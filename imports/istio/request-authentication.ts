// Made by `npm run imports` from the release of istio in imports/releases.json; not edited by hand.

import { ApiObject, type ApiObjectMetadata } from 'cdk8s';
import type { Construct } from 'constructs';

export interface RequestAuthenticationProps {
  readonly apiVersion?: 'security.istio.io/v1' | 'security.istio.io/v1beta1';
  readonly metadata?: ApiObjectMetadata;
  readonly spec?: RequestAuthenticationSpec;
}

export class RequestAuthentication extends ApiObject {
  constructor(scope: Construct, id: string, props: RequestAuthenticationProps = {}) {
    super(scope, id, { ...props, apiVersion: props.apiVersion ?? 'security.istio.io/v1', kind: 'RequestAuthentication' });
  }
}

export interface RequestAuthenticationSpec {
  readonly jwtRules?: readonly RequestAuthenticationSpecJwtRules[];
  readonly selector?: RequestAuthenticationSpecSelector;
  readonly targetRef?: RequestAuthenticationSpecTargetRef;
  readonly targetRefs?: readonly RequestAuthenticationSpecTargetRef[];
}

export interface RequestAuthenticationSpecTargetRef {
  readonly group?: string;
  readonly kind: string;
  readonly name: string;
  readonly namespace?: string;
}

export interface RequestAuthenticationSpecSelector {
  readonly matchLabels?: { readonly [key: string]: string };
}

export interface RequestAuthenticationSpecJwtRules {
  readonly audiences?: readonly string[];
  readonly forwardOriginalToken?: boolean;
  readonly fromCookies?: readonly string[];
  readonly fromHeaders?: readonly RequestAuthenticationSpecJwtRulesFromHeaders[];
  readonly fromParams?: readonly string[];
  readonly issuer?: string;
  readonly jwks?: string;
  readonly jwksUri?: string;
  readonly jwks_uri?: string;
  readonly outputClaimToHeaders?: readonly RequestAuthenticationSpecJwtRulesOutputClaimToHeaders[];
  readonly outputPayloadToHeader?: string;
  readonly spaceDelimitedClaims?: readonly string[];
  readonly timeout?: string;
}

export interface RequestAuthenticationSpecJwtRulesOutputClaimToHeaders {
  readonly claim: string;
  readonly header: string;
}

export interface RequestAuthenticationSpecJwtRulesFromHeaders {
  readonly name: string;
  readonly prefix?: string;
}

// Made by `npm run imports` from the release of istio in imports/releases.json; not edited by hand.

import { ApiObject, type ApiObjectMetadata } from 'cdk8s';
import type { Construct } from 'constructs';

export interface AuthorizationPolicyProps {
  readonly apiVersion?: 'security.istio.io/v1' | 'security.istio.io/v1beta1';
  readonly metadata?: ApiObjectMetadata;
  readonly spec?: AuthorizationPolicySpec;
}

export class AuthorizationPolicy extends ApiObject {
  constructor(scope: Construct, id: string, props: AuthorizationPolicyProps = {}) {
    super(scope, id, { ...props, apiVersion: props.apiVersion ?? 'security.istio.io/v1', kind: 'AuthorizationPolicy' });
  }
}

export interface AuthorizationPolicySpec {
  readonly action?: 'ALLOW' | 'DENY' | 'AUDIT' | 'CUSTOM';
  readonly provider?: AuthorizationPolicySpecProvider;
  readonly rules?: readonly AuthorizationPolicySpecRules[];
  readonly selector?: AuthorizationPolicySpecSelector;
  readonly targetRef?: AuthorizationPolicySpecTargetRef;
  readonly targetRefs?: readonly AuthorizationPolicySpecTargetRef[];
}

export interface AuthorizationPolicySpecTargetRef {
  readonly group?: string;
  readonly kind: string;
  readonly name: string;
  readonly namespace?: string;
}

export interface AuthorizationPolicySpecSelector {
  readonly matchLabels?: { readonly [key: string]: string };
}

export interface AuthorizationPolicySpecRules {
  readonly from?: readonly AuthorizationPolicySpecRulesFrom[];
  readonly to?: readonly AuthorizationPolicySpecRulesTo[];
  readonly when?: readonly AuthorizationPolicySpecRulesWhen[];
}

export interface AuthorizationPolicySpecRulesWhen {
  readonly key: string;
  readonly notValues?: readonly string[];
  readonly values?: readonly string[];
}

export interface AuthorizationPolicySpecRulesTo {
  readonly operation?: AuthorizationPolicySpecRulesToOperation;
}

export interface AuthorizationPolicySpecRulesToOperation {
  readonly hosts?: readonly string[];
  readonly methods?: readonly string[];
  readonly notHosts?: readonly string[];
  readonly notMethods?: readonly string[];
  readonly notPaths?: readonly string[];
  readonly notPorts?: readonly string[];
  readonly paths?: readonly string[];
  readonly ports?: readonly string[];
}

export interface AuthorizationPolicySpecRulesFrom {
  readonly source?: AuthorizationPolicySpecRulesFromSource;
}

export interface AuthorizationPolicySpecRulesFromSource {
  readonly ipBlocks?: readonly string[];
  readonly namespaces?: readonly string[];
  readonly notIpBlocks?: readonly string[];
  readonly notNamespaces?: readonly string[];
  readonly notPrincipals?: readonly string[];
  readonly notRemoteIpBlocks?: readonly string[];
  readonly notRequestPrincipals?: readonly string[];
  readonly notServiceAccounts?: readonly string[];
  readonly notTrustDomains?: readonly string[];
  readonly principals?: readonly string[];
  readonly remoteIpBlocks?: readonly string[];
  readonly requestPrincipals?: readonly string[];
  readonly serviceAccounts?: readonly string[];
  readonly trustDomains?: readonly string[];
}

export interface AuthorizationPolicySpecProvider {
  readonly name?: string;
}

// Made by `npm run imports` from the release of gateway-api in imports/releases.json; not edited by hand.

import { ApiObject, type ApiObjectMetadata } from 'cdk8s';
import type { Construct } from 'constructs';

export interface GatewayProps {
  readonly apiVersion?: 'gateway.networking.k8s.io/v1' | 'gateway.networking.k8s.io/v1beta1';
  readonly metadata?: ApiObjectMetadata;
  readonly spec: GatewaySpec;
}

export class Gateway extends ApiObject {
  constructor(scope: Construct, id: string, props: GatewayProps) {
    super(scope, id, { ...props, apiVersion: props.apiVersion ?? 'gateway.networking.k8s.io/v1', kind: 'Gateway' });
  }
}

export interface GatewaySpec {
  readonly addresses?: readonly GatewaySpecAddresses[];
  readonly allowedListeners?: GatewaySpecAllowedListeners;
  readonly gatewayClassName: string;
  readonly infrastructure?: GatewaySpecInfrastructure;
  readonly listeners: readonly GatewaySpecListeners[];
  readonly tls?: GatewaySpecTls;
}

export interface GatewaySpecTls {
  readonly backend?: GatewaySpecTlsBackend;
  readonly frontend?: GatewaySpecTlsFrontend;
}

export interface GatewaySpecTlsFrontend {
  readonly default: GatewaySpecTlsFrontendDefault;
  readonly perPort?: readonly GatewaySpecTlsFrontendPerPort[];
}

export interface GatewaySpecTlsFrontendPerPort {
  readonly port: number;
  readonly tls: GatewaySpecTlsFrontendDefault;
}

export interface GatewaySpecTlsFrontendDefault {
  readonly validation?: GatewaySpecTlsFrontendDefaultValidation;
}

export interface GatewaySpecTlsFrontendDefaultValidation {
  readonly caCertificateRefs: readonly GatewaySpecTlsFrontendDefaultValidationCaCertificateRefs[];
  readonly mode?: 'AllowValidOnly' | 'AllowInsecureFallback';
}

export interface GatewaySpecTlsFrontendDefaultValidationCaCertificateRefs {
  readonly group: string;
  readonly kind: string;
  readonly name: string;
  readonly namespace?: string;
}

export interface GatewaySpecTlsBackend {
  readonly clientCertificateRef?: GatewaySpecListenersTlsCertificateRefs;
}

export interface GatewaySpecListeners {
  readonly allowedRoutes?: GatewaySpecListenersAllowedRoutes;
  readonly hostname?: string;
  readonly name: string;
  readonly port: number;
  readonly protocol: string;
  readonly tls?: GatewaySpecListenersTls;
}

export interface GatewaySpecListenersTls {
  readonly certificateRefs?: readonly GatewaySpecListenersTlsCertificateRefs[];
  readonly mode?: 'Terminate' | 'Passthrough';
  readonly options?: { readonly [key: string]: string };
}

export interface GatewaySpecListenersTlsCertificateRefs {
  readonly group?: string;
  readonly kind?: string;
  readonly name: string;
  readonly namespace?: string;
}

export interface GatewaySpecListenersAllowedRoutes {
  readonly kinds?: readonly GatewaySpecListenersAllowedRoutesKinds[];
  readonly namespaces?: GatewaySpecListenersAllowedRoutesNamespaces;
}

export interface GatewaySpecListenersAllowedRoutesNamespaces {
  readonly from?: 'All' | 'Selector' | 'Same';
  readonly selector?: GatewaySpecAllowedListenersNamespacesSelector;
}

export interface GatewaySpecListenersAllowedRoutesKinds {
  readonly group?: string;
  readonly kind: string;
}

export interface GatewaySpecInfrastructure {
  readonly annotations?: { readonly [key: string]: string };
  readonly labels?: { readonly [key: string]: string };
  readonly parametersRef?: GatewaySpecInfrastructureParametersRef;
}

export interface GatewaySpecInfrastructureParametersRef {
  readonly group: string;
  readonly kind: string;
  readonly name: string;
}

export interface GatewaySpecAllowedListeners {
  readonly namespaces?: GatewaySpecAllowedListenersNamespaces;
}

export interface GatewaySpecAllowedListenersNamespaces {
  readonly from?: 'All' | 'Selector' | 'Same' | 'None';
  readonly selector?: GatewaySpecAllowedListenersNamespacesSelector;
}

export interface GatewaySpecAllowedListenersNamespacesSelector {
  readonly matchExpressions?: readonly GatewaySpecAllowedListenersNamespacesSelectorMatchExpressions[];
  readonly matchLabels?: { readonly [key: string]: string };
}

export interface GatewaySpecAllowedListenersNamespacesSelectorMatchExpressions {
  readonly key: string;
  readonly operator: string;
  readonly values?: readonly string[];
}

export interface GatewaySpecAddresses {
  readonly type?: string;
  readonly value?: string;
}

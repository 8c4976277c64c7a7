// Made by `npm run imports` from the release of istio in imports/releases.json; not edited by hand.

import { ApiObject, type ApiObjectMetadata } from 'cdk8s';
import type { Construct } from 'constructs';

export interface PeerAuthenticationProps {
  readonly apiVersion?: 'security.istio.io/v1' | 'security.istio.io/v1beta1';
  readonly metadata?: ApiObjectMetadata;
  readonly spec?: PeerAuthenticationSpec;
}

export class PeerAuthentication extends ApiObject {
  constructor(scope: Construct, id: string, props: PeerAuthenticationProps = {}) {
    super(scope, id, { ...props, apiVersion: props.apiVersion ?? 'security.istio.io/v1', kind: 'PeerAuthentication' });
  }
}

export interface PeerAuthenticationSpec {
  readonly mtls?: PeerAuthenticationSpecMtls;
  readonly portLevelMtls?: { readonly [key: string]: PeerAuthenticationSpecMtls };
  readonly selector?: PeerAuthenticationSpecSelector;
}

export interface PeerAuthenticationSpecSelector {
  readonly matchLabels?: { readonly [key: string]: string };
}

export interface PeerAuthenticationSpecMtls {
  readonly mode?: 'UNSET' | 'DISABLE' | 'PERMISSIVE' | 'STRICT';
}

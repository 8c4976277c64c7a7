// Made by `npm run imports` from the release of gateway-api in imports/releases.json; not edited by hand.

import { ApiObject, type ApiObjectMetadata } from 'cdk8s';
import type { Construct } from 'constructs';

export interface ReferenceGrantProps {
  readonly apiVersion?: 'gateway.networking.k8s.io/v1' | 'gateway.networking.k8s.io/v1beta1';
  readonly metadata?: ApiObjectMetadata;
  readonly spec: ReferenceGrantSpec;
}

export class ReferenceGrant extends ApiObject {
  constructor(scope: Construct, id: string, props: ReferenceGrantProps) {
    super(scope, id, { ...props, apiVersion: props.apiVersion ?? 'gateway.networking.k8s.io/v1', kind: 'ReferenceGrant' });
  }
}

export interface ReferenceGrantSpec {
  readonly from: readonly ReferenceGrantSpecFrom[];
  readonly to: readonly ReferenceGrantSpecTo[];
}

export interface ReferenceGrantSpecTo {
  readonly group: string;
  readonly kind: string;
  readonly name?: string;
}

export interface ReferenceGrantSpecFrom {
  readonly group: string;
  readonly kind: string;
  readonly namespace: string;
}

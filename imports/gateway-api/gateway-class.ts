// Made by `npm run imports` from the release of gateway-api in imports/releases.json; not edited by hand.

import { ApiObject, type ApiObjectMetadata } from 'cdk8s';
import type { Construct } from 'constructs';

export interface GatewayClassProps {
  readonly apiVersion?: 'gateway.networking.k8s.io/v1' | 'gateway.networking.k8s.io/v1beta1';
  readonly metadata?: ApiObjectMetadata;
  readonly spec: GatewayClassSpec;
}

export class GatewayClass extends ApiObject {
  constructor(scope: Construct, id: string, props: GatewayClassProps) {
    super(scope, id, { ...props, apiVersion: props.apiVersion ?? 'gateway.networking.k8s.io/v1', kind: 'GatewayClass' });
  }
}

export interface GatewayClassSpec {
  readonly controllerName: string;
  readonly description?: string;
  readonly parametersRef?: GatewayClassSpecParametersRef;
}

export interface GatewayClassSpecParametersRef {
  readonly group: string;
  readonly kind: string;
  readonly name: string;
  readonly namespace?: string;
}

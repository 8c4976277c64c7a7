// Made by `npm run imports` from the release of kubernetes in imports/releases.json; not edited by hand.

import { ApiObject, type ApiObjectMetadata } from 'cdk8s';
import type { Construct } from 'constructs';
import type { NetworkPolicySpec } from './types/networking-v1';

export interface NetworkPolicyProps {
  readonly metadata?: ApiObjectMetadata;
  readonly spec?: NetworkPolicySpec;
}

export class NetworkPolicy extends ApiObject {
  constructor(scope: Construct, id: string, props: NetworkPolicyProps = {}) {
    super(scope, id, { ...props, apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy' });
  }
}

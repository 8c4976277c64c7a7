// Made by `npm run imports` from the release of kubernetes in imports/releases.json; not edited by hand.

import { ApiObject, type ApiObjectMetadata } from 'cdk8s';
import type { Construct } from 'constructs';
import type { ResourceQuotaSpec } from './types/core-v1';

export interface ResourceQuotaProps {
  readonly metadata?: ApiObjectMetadata;
  readonly spec?: ResourceQuotaSpec;
}

export class ResourceQuota extends ApiObject {
  constructor(scope: Construct, id: string, props: ResourceQuotaProps = {}) {
    super(scope, id, { ...props, apiVersion: 'v1', kind: 'ResourceQuota' });
  }
}

// Made by `npm run imports` from the release of kubernetes in imports/releases.json; not edited by hand.

import { ApiObject, type ApiObjectMetadata } from 'cdk8s';
import type { Construct } from 'constructs';
import type { ServiceSpec } from './types/core-v1';

export interface ServiceProps {
  readonly metadata?: ApiObjectMetadata;
  readonly spec?: ServiceSpec;
}

export class Service extends ApiObject {
  constructor(scope: Construct, id: string, props: ServiceProps = {}) {
    super(scope, id, { ...props, apiVersion: 'v1', kind: 'Service' });
  }
}

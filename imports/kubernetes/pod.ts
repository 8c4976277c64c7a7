// Made by `npm run imports` from the release of kubernetes in imports/releases.json; not edited by hand.

import { ApiObject, type ApiObjectMetadata } from 'cdk8s';
import type { Construct } from 'constructs';
import type { PodSpec } from './types/core-v1';

export interface PodProps {
  readonly metadata?: ApiObjectMetadata;
  readonly spec?: PodSpec;
}

export class Pod extends ApiObject {
  constructor(scope: Construct, id: string, props: PodProps = {}) {
    super(scope, id, { ...props, apiVersion: 'v1', kind: 'Pod' });
  }
}

// Made by `npm run imports` from the release of kubernetes in imports/releases.json; not edited by hand.

import { ApiObject, type ApiObjectMetadata } from 'cdk8s';
import type { Construct } from 'constructs';
import type { LimitRangeSpec } from './types/core-v1';

export interface LimitRangeProps {
  readonly metadata?: ApiObjectMetadata;
  readonly spec?: LimitRangeSpec;
}

export class LimitRange extends ApiObject {
  constructor(scope: Construct, id: string, props: LimitRangeProps = {}) {
    super(scope, id, { ...props, apiVersion: 'v1', kind: 'LimitRange' });
  }
}

// Made by `npm run imports` from the release of kubernetes in imports/releases.json; not edited by hand.

import { ApiObject, type ApiObjectMetadata } from 'cdk8s';
import type { Construct } from 'constructs';
import type { PersistentVolumeClaimSpec } from './types/core-v1';

export interface PersistentVolumeClaimProps {
  readonly metadata?: ApiObjectMetadata;
  readonly spec?: PersistentVolumeClaimSpec;
}

export class PersistentVolumeClaim extends ApiObject {
  constructor(scope: Construct, id: string, props: PersistentVolumeClaimProps = {}) {
    super(scope, id, { ...props, apiVersion: 'v1', kind: 'PersistentVolumeClaim' });
  }
}

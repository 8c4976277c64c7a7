// Made by `npm run imports` from the release of kubernetes in imports/releases.json; not edited by hand.

import { ApiObject, type ApiObjectMetadata } from 'cdk8s';
import type { Construct } from 'constructs';
import type { PersistentVolumeSpec } from './types/core-v1';

export interface PersistentVolumeProps {
  readonly metadata?: ApiObjectMetadata;
  readonly spec?: PersistentVolumeSpec;
}

export class PersistentVolume extends ApiObject {
  constructor(scope: Construct, id: string, props: PersistentVolumeProps = {}) {
    super(scope, id, { ...props, apiVersion: 'v1', kind: 'PersistentVolume' });
  }
}

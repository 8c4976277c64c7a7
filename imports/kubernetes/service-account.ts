// Made by `npm run imports` from the release of kubernetes in imports/releases.json; not edited by hand.

import { ApiObject, type ApiObjectMetadata } from 'cdk8s';
import type { Construct } from 'constructs';
import type { LocalObjectReference, ObjectReference } from './types/core-v1';

export interface ServiceAccountProps {
  readonly metadata?: ApiObjectMetadata;
  readonly automountServiceAccountToken?: boolean;
  readonly imagePullSecrets?: readonly LocalObjectReference[];
  readonly secrets?: readonly ObjectReference[];
}

export class ServiceAccount extends ApiObject {
  constructor(scope: Construct, id: string, props: ServiceAccountProps = {}) {
    super(scope, id, { ...props, apiVersion: 'v1', kind: 'ServiceAccount' });
  }
}

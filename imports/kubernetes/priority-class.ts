// Made by `npm run imports` from the release of kubernetes in imports/releases.json; not edited by hand.

import { ApiObject, type ApiObjectMetadata } from 'cdk8s';
import type { Construct } from 'constructs';

export interface PriorityClassProps {
  readonly metadata?: ApiObjectMetadata;
  readonly description?: string;
  readonly globalDefault?: boolean;
  readonly preemptionPolicy?: string;
  readonly value?: number;
}

export class PriorityClass extends ApiObject {
  constructor(scope: Construct, id: string, props: PriorityClassProps = {}) {
    super(scope, id, { ...props, apiVersion: 'scheduling.k8s.io/v1', kind: 'PriorityClass' });
  }
}

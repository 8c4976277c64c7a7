// Made by `npm run imports` from the release of kubernetes in imports/releases.json; not edited by hand.

import { ApiObject, type ApiObjectMetadata } from 'cdk8s';
import type { Construct } from 'constructs';
import type { PodDisruptionBudgetSpec } from './types/policy-v1';

export interface PodDisruptionBudgetProps {
  readonly metadata?: ApiObjectMetadata;
  readonly spec?: PodDisruptionBudgetSpec;
}

export class PodDisruptionBudget extends ApiObject {
  constructor(scope: Construct, id: string, props: PodDisruptionBudgetProps = {}) {
    super(scope, id, { ...props, apiVersion: 'policy/v1', kind: 'PodDisruptionBudget' });
  }
}

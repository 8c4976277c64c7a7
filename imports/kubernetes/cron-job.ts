// Made by `npm run imports` from the release of kubernetes in imports/releases.json; not edited by hand.

import { ApiObject, type ApiObjectMetadata } from 'cdk8s';
import type { Construct } from 'constructs';
import type { CronJobSpec } from './types/batch-v1';

export interface CronJobProps {
  readonly metadata?: ApiObjectMetadata;
  readonly spec: CronJobSpec;
}

export class CronJob extends ApiObject {
  constructor(scope: Construct, id: string, props: CronJobProps) {
    super(scope, id, { ...props, apiVersion: 'batch/v1', kind: 'CronJob' });
  }
}

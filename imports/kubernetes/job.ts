// Made by `npm run imports` from the release of kubernetes in imports/releases.json; not edited by hand.

import { ApiObject, type ApiObjectMetadata } from 'cdk8s';
import type { Construct } from 'constructs';
import type { JobSpec } from './types/batch-v1';

export interface JobProps {
  readonly metadata?: ApiObjectMetadata;
  readonly spec?: JobSpec;
}

export class Job extends ApiObject {
  constructor(scope: Construct, id: string, props: JobProps = {}) {
    super(scope, id, { ...props, apiVersion: 'batch/v1', kind: 'Job' });
  }
}

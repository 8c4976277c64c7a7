// Made by `npm run imports` from the release of kubernetes in imports/releases.json; not edited by hand.

import { ApiObject, type ApiObjectMetadata } from 'cdk8s';
import type { Construct } from 'constructs';
import type { DaemonSetSpec } from './types/apps-v1';

export interface DaemonSetProps {
  readonly metadata?: ApiObjectMetadata;
  readonly spec?: DaemonSetSpec;
}

export class DaemonSet extends ApiObject {
  constructor(scope: Construct, id: string, props: DaemonSetProps = {}) {
    super(scope, id, { ...props, apiVersion: 'apps/v1', kind: 'DaemonSet' });
  }
}

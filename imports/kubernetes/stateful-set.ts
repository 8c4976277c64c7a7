// Made by `npm run imports` from the release of kubernetes in imports/releases.json; not edited by hand.

import { ApiObject, type ApiObjectMetadata } from 'cdk8s';
import type { Construct } from 'constructs';
import type { StatefulSetSpec } from './types/apps-v1';

export interface StatefulSetProps {
  readonly metadata?: ApiObjectMetadata;
  readonly spec?: StatefulSetSpec;
}

export class StatefulSet extends ApiObject {
  constructor(scope: Construct, id: string, props: StatefulSetProps = {}) {
    super(scope, id, { ...props, apiVersion: 'apps/v1', kind: 'StatefulSet' });
  }
}

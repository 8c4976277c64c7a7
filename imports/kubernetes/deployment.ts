// Made by `npm run imports` from the release of kubernetes in imports/releases.json; not edited by hand.

import { ApiObject, type ApiObjectMetadata } from 'cdk8s';
import type { Construct } from 'constructs';
import type { DeploymentSpec } from './types/apps-v1';

export interface DeploymentProps {
  readonly metadata?: ApiObjectMetadata;
  readonly spec?: DeploymentSpec;
}

export class Deployment extends ApiObject {
  constructor(scope: Construct, id: string, props: DeploymentProps = {}) {
    super(scope, id, { ...props, apiVersion: 'apps/v1', kind: 'Deployment' });
  }
}

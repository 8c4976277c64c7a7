// Made by `npm run imports` from the release of kubernetes in imports/releases.json; not edited by hand.

import { ApiObject, type ApiObjectMetadata } from 'cdk8s';
import type { Construct } from 'constructs';
import type { PolicyRule } from './types/rbac-v1';

export interface RoleProps {
  readonly metadata?: ApiObjectMetadata;
  readonly rules?: readonly PolicyRule[];
}

export class Role extends ApiObject {
  constructor(scope: Construct, id: string, props: RoleProps = {}) {
    super(scope, id, { ...props, apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'Role' });
  }
}

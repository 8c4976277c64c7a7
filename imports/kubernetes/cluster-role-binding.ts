// Made by `npm run imports` from the release of kubernetes in imports/releases.json; not edited by hand.

import { ApiObject, type ApiObjectMetadata } from 'cdk8s';
import type { Construct } from 'constructs';
import type { RoleRef, Subject } from './types/rbac-v1';

export interface ClusterRoleBindingProps {
  readonly metadata?: ApiObjectMetadata;
  readonly roleRef: RoleRef;
  readonly subjects?: readonly Subject[];
}

export class ClusterRoleBinding extends ApiObject {
  constructor(scope: Construct, id: string, props: ClusterRoleBindingProps) {
    super(scope, id, { ...props, apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'ClusterRoleBinding' });
  }
}

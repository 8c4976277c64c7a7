// Made by `npm run imports` from the release of kubernetes in imports/releases.json; not edited by hand.

import { ApiObject, type ApiObjectMetadata } from 'cdk8s';
import type { Construct } from 'constructs';
import type { NamespaceSpec } from './types/core-v1';

export interface NamespaceProps {
  readonly metadata?: ApiObjectMetadata;
  readonly spec?: NamespaceSpec;
}

export class Namespace extends ApiObject {
  constructor(scope: Construct, id: string, props: NamespaceProps = {}) {
    super(scope, id, { ...props, apiVersion: 'v1', kind: 'Namespace' });
  }
}

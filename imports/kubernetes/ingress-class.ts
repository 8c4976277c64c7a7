// Made by `npm run imports` from the release of kubernetes in imports/releases.json; not edited by hand.

import { ApiObject, type ApiObjectMetadata } from 'cdk8s';
import type { Construct } from 'constructs';
import type { IngressClassSpec } from './types/networking-v1';

export interface IngressClassProps {
  readonly metadata?: ApiObjectMetadata;
  readonly spec?: IngressClassSpec;
}

export class IngressClass extends ApiObject {
  constructor(scope: Construct, id: string, props: IngressClassProps = {}) {
    super(scope, id, { ...props, apiVersion: 'networking.k8s.io/v1', kind: 'IngressClass' });
  }
}

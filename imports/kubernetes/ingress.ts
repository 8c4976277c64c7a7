// Made by `npm run imports` from the release of kubernetes in imports/releases.json; not edited by hand.

import { ApiObject, type ApiObjectMetadata } from 'cdk8s';
import type { Construct } from 'constructs';
import type { IngressSpec } from './types/networking-v1';

export interface IngressProps {
  readonly metadata?: ApiObjectMetadata;
  readonly spec?: IngressSpec;
}

export class Ingress extends ApiObject {
  constructor(scope: Construct, id: string, props: IngressProps = {}) {
    super(scope, id, { ...props, apiVersion: 'networking.k8s.io/v1', kind: 'Ingress' });
  }
}

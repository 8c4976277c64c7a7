// Made by `npm run imports` from the release of kubernetes in imports/releases.json; not edited by hand.

import { ApiObject, type ApiObjectMetadata } from 'cdk8s';
import type { Construct } from 'constructs';

export interface ConfigMapProps {
  readonly metadata?: ApiObjectMetadata;
  readonly binaryData?: { readonly [key: string]: string };
  readonly data?: { readonly [key: string]: string };
  readonly immutable?: boolean;
}

export class ConfigMap extends ApiObject {
  constructor(scope: Construct, id: string, props: ConfigMapProps = {}) {
    super(scope, id, { ...props, apiVersion: 'v1', kind: 'ConfigMap' });
  }
}

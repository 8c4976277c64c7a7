// Made by `npm run imports` from the release of kubernetes in imports/releases.json; not edited by hand.

import { ApiObject, type ApiObjectMetadata } from 'cdk8s';
import type { Construct } from 'constructs';

export interface SecretProps {
  readonly metadata?: ApiObjectMetadata;
  readonly data?: { readonly [key: string]: string };
  readonly immutable?: boolean;
  readonly stringData?: { readonly [key: string]: string };
  readonly type?: string;
}

export class Secret extends ApiObject {
  constructor(scope: Construct, id: string, props: SecretProps = {}) {
    super(scope, id, { ...props, apiVersion: 'v1', kind: 'Secret' });
  }
}

// Made by `npm run imports` from the release of flagger in imports/releases.json; not edited by hand.

import { ApiObject, type ApiObjectMetadata } from 'cdk8s';
import type { Construct } from 'constructs';

export interface AlertProviderProps {
  readonly apiVersion?: 'flagger.app/v1beta1' | 'flagger.app/v1alpha1';
  readonly metadata?: ApiObjectMetadata;
  readonly spec?: AlertProviderSpec;
}

export class AlertProvider extends ApiObject {
  constructor(scope: Construct, id: string, props: AlertProviderProps = {}) {
    super(scope, id, { ...props, apiVersion: props.apiVersion ?? 'flagger.app/v1beta1', kind: 'AlertProvider' });
  }
}

export interface AlertProviderSpec {
  readonly address?: string;
  readonly channel?: string;
  readonly proxy?: string;
  readonly secretRef?: AlertProviderSpecSecretRef;
  readonly type?: 'slack' | 'msteams' | 'discord' | 'rocket' | 'gchat';
  readonly username?: string;
}

export interface AlertProviderSpecSecretRef {
  readonly name: string;
}

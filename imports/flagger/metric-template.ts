// Made by `npm run imports` from the release of flagger in imports/releases.json; not edited by hand.

import { ApiObject, type ApiObjectMetadata } from 'cdk8s';
import type { Construct } from 'constructs';

export interface MetricTemplateProps {
  readonly apiVersion?: 'flagger.app/v1beta1' | 'flagger.app/v1alpha1';
  readonly metadata?: ApiObjectMetadata;
  readonly spec?: MetricTemplateSpec;
}

export class MetricTemplate extends ApiObject {
  constructor(scope: Construct, id: string, props: MetricTemplateProps = {}) {
    super(scope, id, { ...props, apiVersion: props.apiVersion ?? 'flagger.app/v1beta1', kind: 'MetricTemplate' });
  }
}

export interface MetricTemplateSpec {
  readonly provider: MetricTemplateSpecProvider;
  readonly query: string;
}

export interface MetricTemplateSpecProvider {
  readonly address?: string;
  readonly headers?: { readonly [key: string]: readonly string[] };
  readonly insecureSkipVerify?: boolean;
  readonly region?: string;
  readonly secretRef?: MetricTemplateSpecProviderSecretRef;
  readonly type: MetricTemplateSpecProviderType;
}

export type MetricTemplateSpecProviderType =
  | 'prometheus'
  | 'influxdb'
  | 'datadog'
  | 'externalmetrics'
  | 'stackdriver'
  | 'cloudwatch'
  | 'newrelic'
  | 'graphite'
  | 'dynatrace'
  | 'keptn'
  | 'splunk';

export interface MetricTemplateSpecProviderSecretRef {
  readonly name: string;
}

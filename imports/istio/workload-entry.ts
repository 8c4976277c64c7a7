// Made by `npm run imports` from the release of istio in imports/releases.json; not edited by hand.

import { ApiObject, type ApiObjectMetadata } from 'cdk8s';
import type { Construct } from 'constructs';

export interface WorkloadEntryProps {
  readonly apiVersion?: 'networking.istio.io/v1' | 'networking.istio.io/v1beta1' | 'networking.istio.io/v1alpha3';
  readonly metadata?: ApiObjectMetadata;
  readonly spec: WorkloadEntrySpec;
}

export class WorkloadEntry extends ApiObject {
  constructor(scope: Construct, id: string, props: WorkloadEntryProps) {
    super(scope, id, { ...props, apiVersion: props.apiVersion ?? 'networking.istio.io/v1', kind: 'WorkloadEntry' });
  }
}

export interface WorkloadEntrySpec {
  readonly address?: string;
  readonly labels?: { readonly [key: string]: string };
  readonly locality?: string;
  readonly network?: string;
  readonly ports?: { readonly [key: string]: number };
  readonly serviceAccount?: string;
  readonly weight?: number;
}

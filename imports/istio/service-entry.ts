// Made by `npm run imports` from the release of istio in imports/releases.json; not edited by hand.

import { ApiObject, type ApiObjectMetadata } from 'cdk8s';
import type { Construct } from 'constructs';

export interface ServiceEntryProps {
  readonly apiVersion?: 'networking.istio.io/v1' | 'networking.istio.io/v1beta1' | 'networking.istio.io/v1alpha3';
  readonly metadata?: ApiObjectMetadata;
  readonly spec: ServiceEntrySpec;
}

export class ServiceEntry extends ApiObject {
  constructor(scope: Construct, id: string, props: ServiceEntryProps) {
    super(scope, id, { ...props, apiVersion: props.apiVersion ?? 'networking.istio.io/v1', kind: 'ServiceEntry' });
  }
}

export interface ServiceEntrySpec {
  readonly addresses?: readonly string[];
  readonly endpoints?: readonly ServiceEntrySpecEndpoints[];
  readonly exportTo?: readonly string[];
  readonly hosts: readonly string[];
  readonly location?: 'MESH_EXTERNAL' | 'MESH_INTERNAL';
  readonly ports?: readonly ServiceEntrySpecPorts[];
  readonly resolution?: ServiceEntrySpecResolution;
  readonly subjectAltNames?: readonly string[];
  readonly workloadSelector?: ServiceEntrySpecWorkloadSelector;
}

export interface ServiceEntrySpecWorkloadSelector {
  readonly labels?: { readonly [key: string]: string };
}

export type ServiceEntrySpecResolution = 'NONE' | 'STATIC' | 'DNS' | 'DNS_ROUND_ROBIN' | 'DYNAMIC_DNS';

export interface ServiceEntrySpecPorts {
  readonly name: string;
  readonly number: number;
  readonly protocol?: string;
  readonly targetPort?: number;
}

export interface ServiceEntrySpecEndpoints {
  readonly address?: string;
  readonly labels?: { readonly [key: string]: string };
  readonly locality?: string;
  readonly network?: string;
  readonly ports?: { readonly [key: string]: number };
  readonly serviceAccount?: string;
  readonly weight?: number;
}

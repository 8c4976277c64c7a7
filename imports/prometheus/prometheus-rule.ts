// Made by `npm run imports` from the release of prometheus in imports/releases.json; not edited by hand.

import { ApiObject, type ApiObjectMetadata } from 'cdk8s';
import type { Construct } from 'constructs';

export interface PrometheusRuleProps {
  readonly metadata?: ApiObjectMetadata;
  readonly spec: PrometheusRuleSpec;
}

export class PrometheusRule extends ApiObject {
  constructor(scope: Construct, id: string, props: PrometheusRuleProps) {
    super(scope, id, { ...props, apiVersion: 'monitoring.coreos.com/v1', kind: 'PrometheusRule' });
  }
}

export interface PrometheusRuleSpec {
  readonly groups?: readonly PrometheusRuleSpecGroups[];
}

export interface PrometheusRuleSpecGroups {
  readonly interval?: string;
  readonly labels?: { readonly [key: string]: string };
  readonly limit?: number;
  readonly name: string;
  readonly partial_response_strategy?: string;
  readonly query_offset?: string;
  readonly rules?: readonly PrometheusRuleSpecGroupsRules[];
}

export interface PrometheusRuleSpecGroupsRules {
  readonly alert?: string;
  readonly annotations?: { readonly [key: string]: string };
  readonly expr: number | string;
  readonly for?: string;
  readonly keep_firing_for?: string;
  readonly labels?: { readonly [key: string]: string };
  readonly record?: string;
}

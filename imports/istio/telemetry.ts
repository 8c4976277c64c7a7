// Made by `npm run imports` from the release of istio in imports/releases.json; not edited by hand.

import { ApiObject, type ApiObjectMetadata } from 'cdk8s';
import type { Construct } from 'constructs';

export interface TelemetryProps {
  readonly apiVersion?: 'telemetry.istio.io/v1' | 'telemetry.istio.io/v1alpha1';
  readonly metadata?: ApiObjectMetadata;
  readonly spec?: TelemetrySpec;
}

export class Telemetry extends ApiObject {
  constructor(scope: Construct, id: string, props: TelemetryProps = {}) {
    super(scope, id, { ...props, apiVersion: props.apiVersion ?? 'telemetry.istio.io/v1', kind: 'Telemetry' });
  }
}

export interface TelemetrySpec {
  readonly accessLogging?: readonly TelemetrySpecAccessLogging[];
  readonly metrics?: readonly TelemetrySpecMetrics[];
  readonly selector?: TelemetrySpecSelector;
  readonly targetRef?: TelemetrySpecTargetRef;
  readonly targetRefs?: readonly TelemetrySpecTargetRef[];
  readonly tracing?: readonly TelemetrySpecTracing[];
}

export interface TelemetrySpecTracing {
  readonly customTags?: { readonly [key: string]: TelemetrySpecTracingCustomTags };
  readonly disableContextPropagation?: boolean | null;
  readonly disableSpanReporting?: boolean | null;
  readonly enableIstioTags?: boolean | null;
  readonly match?: TelemetrySpecTracingMatch;
  readonly providers?: readonly TelemetrySpecMetricsProviders[];
  readonly randomSamplingPercentage?: number | null;
  readonly useRequestIdForTraceSampling?: boolean | null;
}

export interface TelemetrySpecTracingCustomTags {
  readonly environment?: TelemetrySpecTracingCustomTagsHeader;
  readonly formatter?: TelemetrySpecTracingCustomTagsLiteral;
  readonly header?: TelemetrySpecTracingCustomTagsHeader;
  readonly literal?: TelemetrySpecTracingCustomTagsLiteral;
}

export interface TelemetrySpecTracingCustomTagsLiteral {
  readonly value: string;
}

export interface TelemetrySpecTracingCustomTagsHeader {
  readonly defaultValue?: string;
  readonly name: string;
}

export interface TelemetrySpecTargetRef {
  readonly group?: string;
  readonly kind: string;
  readonly name: string;
  readonly namespace?: string;
}

export interface TelemetrySpecSelector {
  readonly matchLabels?: { readonly [key: string]: string };
}

export interface TelemetrySpecMetrics {
  readonly overrides?: readonly TelemetrySpecMetricsOverrides[];
  readonly providers?: readonly TelemetrySpecMetricsProviders[];
  readonly reportingInterval?: string;
}

export interface TelemetrySpecMetricsOverrides {
  readonly disabled?: boolean | null;
  readonly match?: TelemetrySpecMetricsOverridesMatch;
  readonly tagOverrides?: { readonly [key: string]: TelemetrySpecMetricsOverridesTagOverrides };
}

export interface TelemetrySpecMetricsOverridesTagOverrides {
  readonly operation?: 'UPSERT' | 'REMOVE';
  readonly value?: string;
}

export interface TelemetrySpecMetricsOverridesMatch {
  readonly customMetric?: string;
  readonly metric?: TelemetrySpecMetricsOverridesMatchMetric;
  readonly mode?: 'CLIENT_AND_SERVER' | 'CLIENT' | 'SERVER';
}

export type TelemetrySpecMetricsOverridesMatchMetric =
  | 'ALL_METRICS'
  | 'REQUEST_COUNT'
  | 'REQUEST_DURATION'
  | 'REQUEST_SIZE'
  | 'RESPONSE_SIZE'
  | 'TCP_OPENED_CONNECTIONS'
  | 'TCP_CLOSED_CONNECTIONS'
  | 'TCP_SENT_BYTES'
  | 'TCP_RECEIVED_BYTES'
  | 'GRPC_REQUEST_MESSAGES'
  | 'GRPC_RESPONSE_MESSAGES';

export interface TelemetrySpecAccessLogging {
  readonly disabled?: boolean | null;
  readonly filter?: TelemetrySpecAccessLoggingFilter;
  readonly match?: TelemetrySpecTracingMatch;
  readonly providers?: readonly TelemetrySpecMetricsProviders[];
}

export interface TelemetrySpecMetricsProviders {
  readonly name: string;
}

export interface TelemetrySpecTracingMatch {
  readonly mode?: 'CLIENT_AND_SERVER' | 'CLIENT' | 'SERVER';
}

export interface TelemetrySpecAccessLoggingFilter {
  readonly expression?: string;
}

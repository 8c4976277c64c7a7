// Made by `npm run imports` from the release of argo-rollouts in imports/releases.json; not edited by hand.

import { ApiObject, type ApiObjectMetadata } from 'cdk8s';
import type { Construct } from 'constructs';
import type { JobSpec } from '../kubernetes/types/batch-v1';

export interface AnalysisRunProps {
  readonly metadata?: ApiObjectMetadata;
  readonly spec: AnalysisRunSpec;
}

export class AnalysisRun extends ApiObject {
  constructor(scope: Construct, id: string, props: AnalysisRunProps) {
    super(scope, id, { ...props, apiVersion: 'argoproj.io/v1alpha1', kind: 'AnalysisRun' });
  }
}

export interface AnalysisRunSpec {
  readonly args?: readonly AnalysisRunSpecArgs[];
  readonly dryRun?: readonly AnalysisRunSpecDryRun[];
  readonly measurementRetention?: readonly AnalysisRunSpecMeasurementRetention[];
  readonly metrics: readonly AnalysisRunSpecMetrics[];
  readonly terminate?: boolean;
  readonly ttlStrategy?: AnalysisRunSpecTtlStrategy;
}

export interface AnalysisRunSpecTtlStrategy {
  readonly secondsAfterCompletion?: number;
  readonly secondsAfterFailure?: number;
  readonly secondsAfterSuccess?: number;
}

export interface AnalysisRunSpecMetrics {
  readonly consecutiveErrorLimit?: number | string;
  readonly consecutiveSuccessLimit?: number | string;
  readonly count?: number | string;
  readonly failureCondition?: string;
  readonly failureLimit?: number | string;
  readonly inconclusiveLimit?: number | string;
  readonly initialDelay?: string;
  readonly interval?: string;
  readonly name: string;
  readonly provider: AnalysisRunSpecMetricsProvider;
  readonly successCondition?: string;
}

export interface AnalysisRunSpecMetricsProvider {
  readonly cloudWatch?: AnalysisRunSpecMetricsProviderCloudWatch;
  readonly datadog?: AnalysisRunSpecMetricsProviderDatadog;
  readonly graphite?: AnalysisRunSpecMetricsProviderGraphite;
  readonly influxdb?: AnalysisRunSpecMetricsProviderInfluxdb;
  readonly job?: AnalysisRunSpecMetricsProviderJob;
  readonly kayenta?: AnalysisRunSpecMetricsProviderKayenta;
  readonly newRelic?: AnalysisRunSpecMetricsProviderNewRelic;
  readonly plugin?: { readonly [key: string]: unknown };
  readonly prometheus?: AnalysisRunSpecMetricsProviderPrometheus;
  readonly skywalking?: AnalysisRunSpecMetricsProviderSkywalking;
  readonly wavefront?: AnalysisRunSpecMetricsProviderGraphite;
  readonly web?: AnalysisRunSpecMetricsProviderWeb;
}

export interface AnalysisRunSpecMetricsProviderWeb {
  readonly authentication?: AnalysisRunSpecMetricsProviderWebAuthentication;
  readonly body?: string;
  readonly headers?: readonly AnalysisRunSpecMetricsProviderWebHeaders[];
  readonly insecure?: boolean;
  readonly jsonBody?: { readonly [key: string]: unknown };
  readonly jsonPath?: string;
  readonly method?: string;
  readonly timeoutSeconds?: number;
  readonly url: string;
}

export interface AnalysisRunSpecMetricsProviderSkywalking {
  readonly address?: string;
  readonly interval?: string;
  readonly query?: string;
}

export interface AnalysisRunSpecMetricsProviderPrometheus {
  readonly address?: string;
  readonly authentication?: AnalysisRunSpecMetricsProviderWebAuthentication;
  readonly headers?: readonly AnalysisRunSpecMetricsProviderWebHeaders[];
  readonly insecure?: boolean;
  readonly query?: string;
  readonly rangeQuery?: AnalysisRunSpecMetricsProviderPrometheusRangeQuery;
  readonly timeout?: number;
}

export interface AnalysisRunSpecMetricsProviderPrometheusRangeQuery {
  readonly end?: string;
  readonly start?: string;
  readonly step?: string;
}

export interface AnalysisRunSpecMetricsProviderWebHeaders {
  readonly key: string;
  readonly value: string;
}

export interface AnalysisRunSpecMetricsProviderWebAuthentication {
  readonly oauth2?: AnalysisRunSpecMetricsProviderWebAuthenticationOauth2;
  readonly sigv4?: AnalysisRunSpecMetricsProviderWebAuthenticationSigv4;
}

export interface AnalysisRunSpecMetricsProviderWebAuthenticationSigv4 {
  readonly profile?: string;
  readonly region?: string;
  readonly roleArn?: string;
}

export interface AnalysisRunSpecMetricsProviderWebAuthenticationOauth2 {
  readonly clientId?: string;
  readonly clientSecret?: string;
  readonly scopes?: readonly string[];
  readonly tokenUrl?: string;
}

export interface AnalysisRunSpecMetricsProviderNewRelic {
  readonly profile?: string;
  readonly query: string;
  readonly timeout?: number;
}

export interface AnalysisRunSpecMetricsProviderKayenta {
  readonly address: string;
  readonly application: string;
  readonly canaryConfigName: string;
  readonly configurationAccountName: string;
  readonly lookback?: boolean;
  readonly metricsAccountName: string;
  readonly scopes: readonly AnalysisRunSpecMetricsProviderKayentaScopes[];
  readonly storageAccountName: string;
  readonly threshold: AnalysisRunSpecMetricsProviderKayentaThreshold;
}

export interface AnalysisRunSpecMetricsProviderKayentaThreshold {
  readonly marginal: number;
  readonly pass: number;
}

export interface AnalysisRunSpecMetricsProviderKayentaScopes {
  readonly controlScope: AnalysisRunSpecMetricsProviderKayentaScopesControlScope;
  readonly experimentScope: AnalysisRunSpecMetricsProviderKayentaScopesControlScope;
  readonly name: string;
}

export interface AnalysisRunSpecMetricsProviderKayentaScopesControlScope {
  readonly end?: string;
  readonly region: string;
  readonly scope: string;
  readonly start?: string;
  readonly step: number;
}

export interface AnalysisRunSpecMetricsProviderJob {
  readonly metadata?: AnalysisRunSpecMetricsProviderJobMetadata;
  readonly spec: JobSpec;
}

export interface AnalysisRunSpecMetricsProviderJobMetadata {
  readonly annotations?: { readonly [key: string]: string };
  readonly labels?: { readonly [key: string]: string };
}

export interface AnalysisRunSpecMetricsProviderInfluxdb {
  readonly profile?: string;
  readonly query?: string;
}

export interface AnalysisRunSpecMetricsProviderGraphite {
  readonly address?: string;
  readonly query?: string;
}

export interface AnalysisRunSpecMetricsProviderDatadog {
  readonly aggregator?: AnalysisRunSpecMetricsProviderDatadogAggregator;
  readonly apiVersion?: 'v1' | 'v2';
  readonly formula?: string;
  readonly interval?: string;
  readonly queries?: { readonly [key: string]: string };
  readonly query?: string;
  readonly secretRef?: AnalysisRunSpecMetricsProviderDatadogSecretRef;
}

export interface AnalysisRunSpecMetricsProviderDatadogSecretRef {
  readonly name?: string;
  readonly namespaced?: boolean;
}

export type AnalysisRunSpecMetricsProviderDatadogAggregator =
  | 'avg'
  | 'min'
  | 'max'
  | 'sum'
  | 'last'
  | 'percentile'
  | 'mean'
  | 'l2norm'
  | 'area';

export interface AnalysisRunSpecMetricsProviderCloudWatch {
  readonly interval?: string;
  readonly metricDataQueries: readonly AnalysisRunSpecMetricsProviderCloudWatchMetricDataQueries[];
}

export interface AnalysisRunSpecMetricsProviderCloudWatchMetricDataQueries {
  readonly expression?: string;
  readonly id?: string;
  readonly label?: string;
  readonly metricStat?: AnalysisRunSpecMetricsProviderCloudWatchMetricDataQueriesMetricStat;
  readonly period?: number | string;
  readonly returnData?: boolean;
}

export interface AnalysisRunSpecMetricsProviderCloudWatchMetricDataQueriesMetricStat {
  readonly metric?: AnalysisRunSpecMetricsProviderCloudWatchMetricDataQueriesMetricStatMetric;
  readonly period?: number | string;
  readonly stat?: string;
  readonly unit?: string;
}

export interface AnalysisRunSpecMetricsProviderCloudWatchMetricDataQueriesMetricStatMetric {
  readonly dimensions?: readonly AnalysisRunSpecMetricsProviderCloudWatchMetricDataQueriesMetricStatMetricDimensions[];
  readonly metricName?: string;
  readonly namespace?: string;
}

export interface AnalysisRunSpecMetricsProviderCloudWatchMetricDataQueriesMetricStatMetricDimensions {
  readonly name?: string;
  readonly value?: string;
}

export interface AnalysisRunSpecMeasurementRetention {
  readonly limit: number;
  readonly metricName: string;
}

export interface AnalysisRunSpecDryRun {
  readonly metricName: string;
}

export interface AnalysisRunSpecArgs {
  readonly name: string;
  readonly value?: string;
  readonly valueFrom?: AnalysisRunSpecArgsValueFrom;
}

export interface AnalysisRunSpecArgsValueFrom {
  readonly fieldRef?: AnalysisRunSpecArgsValueFromFieldRef;
  readonly secretKeyRef?: AnalysisRunSpecArgsValueFromSecretKeyRef;
}

export interface AnalysisRunSpecArgsValueFromSecretKeyRef {
  readonly key: string;
  readonly name: string;
}

export interface AnalysisRunSpecArgsValueFromFieldRef {
  readonly fieldPath: string;
}

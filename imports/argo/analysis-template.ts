// Made by `npm run imports` from the release of argo-rollouts in imports/releases.json; not edited by hand.

import { ApiObject, type ApiObjectMetadata } from 'cdk8s';
import type { Construct } from 'constructs';
import type { JobSpec } from '../kubernetes/types/batch-v1';

export interface AnalysisTemplateProps {
  readonly metadata?: ApiObjectMetadata;
  readonly spec: AnalysisTemplateSpec;
}

export class AnalysisTemplate extends ApiObject {
  constructor(scope: Construct, id: string, props: AnalysisTemplateProps) {
    super(scope, id, { ...props, apiVersion: 'argoproj.io/v1alpha1', kind: 'AnalysisTemplate' });
  }
}

export interface AnalysisTemplateSpec {
  readonly args?: readonly AnalysisTemplateSpecArgs[];
  readonly dryRun?: readonly AnalysisTemplateSpecDryRun[];
  readonly measurementRetention?: readonly AnalysisTemplateSpecMeasurementRetention[];
  readonly metrics?: readonly AnalysisTemplateSpecMetrics[];
  readonly templates?: readonly AnalysisTemplateSpecTemplates[];
}

export interface AnalysisTemplateSpecTemplates {
  readonly clusterScope?: boolean;
  readonly templateName?: string;
}

export interface AnalysisTemplateSpecMetrics {
  readonly consecutiveErrorLimit?: number | string;
  readonly consecutiveSuccessLimit?: number | string;
  readonly count?: number | string;
  readonly failureCondition?: string;
  readonly failureLimit?: number | string;
  readonly inconclusiveLimit?: number | string;
  readonly initialDelay?: string;
  readonly interval?: string;
  readonly name: string;
  readonly provider: AnalysisTemplateSpecMetricsProvider;
  readonly successCondition?: string;
}

export interface AnalysisTemplateSpecMetricsProvider {
  readonly cloudWatch?: AnalysisTemplateSpecMetricsProviderCloudWatch;
  readonly datadog?: AnalysisTemplateSpecMetricsProviderDatadog;
  readonly graphite?: AnalysisTemplateSpecMetricsProviderGraphite;
  readonly influxdb?: AnalysisTemplateSpecMetricsProviderInfluxdb;
  readonly job?: AnalysisTemplateSpecMetricsProviderJob;
  readonly kayenta?: AnalysisTemplateSpecMetricsProviderKayenta;
  readonly newRelic?: AnalysisTemplateSpecMetricsProviderNewRelic;
  readonly plugin?: { readonly [key: string]: unknown };
  readonly prometheus?: AnalysisTemplateSpecMetricsProviderPrometheus;
  readonly skywalking?: AnalysisTemplateSpecMetricsProviderSkywalking;
  readonly wavefront?: AnalysisTemplateSpecMetricsProviderGraphite;
  readonly web?: AnalysisTemplateSpecMetricsProviderWeb;
}

export interface AnalysisTemplateSpecMetricsProviderWeb {
  readonly authentication?: AnalysisTemplateSpecMetricsProviderWebAuthentication;
  readonly body?: string;
  readonly headers?: readonly AnalysisTemplateSpecMetricsProviderWebHeaders[];
  readonly insecure?: boolean;
  readonly jsonBody?: { readonly [key: string]: unknown };
  readonly jsonPath?: string;
  readonly method?: string;
  readonly timeoutSeconds?: number;
  readonly url: string;
}

export interface AnalysisTemplateSpecMetricsProviderSkywalking {
  readonly address?: string;
  readonly interval?: string;
  readonly query?: string;
}

export interface AnalysisTemplateSpecMetricsProviderPrometheus {
  readonly address?: string;
  readonly authentication?: AnalysisTemplateSpecMetricsProviderWebAuthentication;
  readonly headers?: readonly AnalysisTemplateSpecMetricsProviderWebHeaders[];
  readonly insecure?: boolean;
  readonly query?: string;
  readonly rangeQuery?: AnalysisTemplateSpecMetricsProviderPrometheusRangeQuery;
  readonly timeout?: number;
}

export interface AnalysisTemplateSpecMetricsProviderPrometheusRangeQuery {
  readonly end?: string;
  readonly start?: string;
  readonly step?: string;
}

export interface AnalysisTemplateSpecMetricsProviderWebHeaders {
  readonly key: string;
  readonly value: string;
}

export interface AnalysisTemplateSpecMetricsProviderWebAuthentication {
  readonly oauth2?: AnalysisTemplateSpecMetricsProviderWebAuthenticationOauth2;
  readonly sigv4?: AnalysisTemplateSpecMetricsProviderWebAuthenticationSigv4;
}

export interface AnalysisTemplateSpecMetricsProviderWebAuthenticationSigv4 {
  readonly profile?: string;
  readonly region?: string;
  readonly roleArn?: string;
}

export interface AnalysisTemplateSpecMetricsProviderWebAuthenticationOauth2 {
  readonly clientId?: string;
  readonly clientSecret?: string;
  readonly scopes?: readonly string[];
  readonly tokenUrl?: string;
}

export interface AnalysisTemplateSpecMetricsProviderNewRelic {
  readonly profile?: string;
  readonly query: string;
  readonly timeout?: number;
}

export interface AnalysisTemplateSpecMetricsProviderKayenta {
  readonly address: string;
  readonly application: string;
  readonly canaryConfigName: string;
  readonly configurationAccountName: string;
  readonly lookback?: boolean;
  readonly metricsAccountName: string;
  readonly scopes: readonly AnalysisTemplateSpecMetricsProviderKayentaScopes[];
  readonly storageAccountName: string;
  readonly threshold: AnalysisTemplateSpecMetricsProviderKayentaThreshold;
}

export interface AnalysisTemplateSpecMetricsProviderKayentaThreshold {
  readonly marginal: number;
  readonly pass: number;
}

export interface AnalysisTemplateSpecMetricsProviderKayentaScopes {
  readonly controlScope: AnalysisTemplateSpecMetricsProviderKayentaScopesControlScope;
  readonly experimentScope: AnalysisTemplateSpecMetricsProviderKayentaScopesControlScope;
  readonly name: string;
}

export interface AnalysisTemplateSpecMetricsProviderKayentaScopesControlScope {
  readonly end?: string;
  readonly region: string;
  readonly scope: string;
  readonly start?: string;
  readonly step: number;
}

export interface AnalysisTemplateSpecMetricsProviderJob {
  readonly metadata?: AnalysisTemplateSpecMetricsProviderJobMetadata;
  readonly spec: JobSpec;
}

export interface AnalysisTemplateSpecMetricsProviderJobMetadata {
  readonly annotations?: { readonly [key: string]: string };
  readonly labels?: { readonly [key: string]: string };
}

export interface AnalysisTemplateSpecMetricsProviderInfluxdb {
  readonly profile?: string;
  readonly query?: string;
}

export interface AnalysisTemplateSpecMetricsProviderGraphite {
  readonly address?: string;
  readonly query?: string;
}

export interface AnalysisTemplateSpecMetricsProviderDatadog {
  readonly aggregator?: AnalysisTemplateSpecMetricsProviderDatadogAggregator;
  readonly apiVersion?: 'v1' | 'v2';
  readonly formula?: string;
  readonly interval?: string;
  readonly queries?: { readonly [key: string]: string };
  readonly query?: string;
  readonly secretRef?: AnalysisTemplateSpecMetricsProviderDatadogSecretRef;
}

export interface AnalysisTemplateSpecMetricsProviderDatadogSecretRef {
  readonly name?: string;
  readonly namespaced?: boolean;
}

export type AnalysisTemplateSpecMetricsProviderDatadogAggregator =
  | 'avg'
  | 'min'
  | 'max'
  | 'sum'
  | 'last'
  | 'percentile'
  | 'mean'
  | 'l2norm'
  | 'area';

export interface AnalysisTemplateSpecMetricsProviderCloudWatch {
  readonly interval?: string;
  readonly metricDataQueries: readonly AnalysisTemplateSpecMetricsProviderCloudWatchMetricDataQueries[];
}

export interface AnalysisTemplateSpecMetricsProviderCloudWatchMetricDataQueries {
  readonly expression?: string;
  readonly id?: string;
  readonly label?: string;
  readonly metricStat?: AnalysisTemplateSpecMetricsProviderCloudWatchMetricDataQueriesMetricStat;
  readonly period?: number | string;
  readonly returnData?: boolean;
}

export interface AnalysisTemplateSpecMetricsProviderCloudWatchMetricDataQueriesMetricStat {
  readonly metric?: AnalysisTemplateSpecMetricsProviderCloudWatchMetricDataQueriesMetricStatMetric;
  readonly period?: number | string;
  readonly stat?: string;
  readonly unit?: string;
}

export interface AnalysisTemplateSpecMetricsProviderCloudWatchMetricDataQueriesMetricStatMetric {
  readonly dimensions?: readonly AnalysisTemplateSpecMetricsProviderCloudWatchMetricDataQueriesMetricStatMetricDimensions[];
  readonly metricName?: string;
  readonly namespace?: string;
}

export interface AnalysisTemplateSpecMetricsProviderCloudWatchMetricDataQueriesMetricStatMetricDimensions {
  readonly name?: string;
  readonly value?: string;
}

export interface AnalysisTemplateSpecMeasurementRetention {
  readonly limit: number;
  readonly metricName: string;
}

export interface AnalysisTemplateSpecDryRun {
  readonly metricName: string;
}

export interface AnalysisTemplateSpecArgs {
  readonly name: string;
  readonly value?: string;
  readonly valueFrom?: AnalysisTemplateSpecArgsValueFrom;
}

export interface AnalysisTemplateSpecArgsValueFrom {
  readonly fieldRef?: AnalysisTemplateSpecArgsValueFromFieldRef;
  readonly secretKeyRef?: AnalysisTemplateSpecArgsValueFromSecretKeyRef;
}

export interface AnalysisTemplateSpecArgsValueFromSecretKeyRef {
  readonly key: string;
  readonly name: string;
}

export interface AnalysisTemplateSpecArgsValueFromFieldRef {
  readonly fieldPath: string;
}

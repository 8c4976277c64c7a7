// Made by `npm run imports` from the release of argo-rollouts in imports/releases.json; not edited by hand.

import { ApiObject, type ApiObjectMetadata } from 'cdk8s';
import type { Construct } from 'constructs';
import type { JobSpec } from '../kubernetes/types/batch-v1';

export interface ClusterAnalysisTemplateProps {
  readonly metadata?: ApiObjectMetadata;
  readonly spec: ClusterAnalysisTemplateSpec;
}

export class ClusterAnalysisTemplate extends ApiObject {
  constructor(scope: Construct, id: string, props: ClusterAnalysisTemplateProps) {
    super(scope, id, { ...props, apiVersion: 'argoproj.io/v1alpha1', kind: 'ClusterAnalysisTemplate' });
  }
}

export interface ClusterAnalysisTemplateSpec {
  readonly args?: readonly ClusterAnalysisTemplateSpecArgs[];
  readonly dryRun?: readonly ClusterAnalysisTemplateSpecDryRun[];
  readonly measurementRetention?: readonly ClusterAnalysisTemplateSpecMeasurementRetention[];
  readonly metrics?: readonly ClusterAnalysisTemplateSpecMetrics[];
  readonly templates?: readonly ClusterAnalysisTemplateSpecTemplates[];
}

export interface ClusterAnalysisTemplateSpecTemplates {
  readonly clusterScope?: boolean;
  readonly templateName?: string;
}

export interface ClusterAnalysisTemplateSpecMetrics {
  readonly consecutiveErrorLimit?: number | string;
  readonly consecutiveSuccessLimit?: number | string;
  readonly count?: number | string;
  readonly failureCondition?: string;
  readonly failureLimit?: number | string;
  readonly inconclusiveLimit?: number | string;
  readonly initialDelay?: string;
  readonly interval?: string;
  readonly name: string;
  readonly provider: ClusterAnalysisTemplateSpecMetricsProvider;
  readonly successCondition?: string;
}

export interface ClusterAnalysisTemplateSpecMetricsProvider {
  readonly cloudWatch?: ClusterAnalysisTemplateSpecMetricsProviderCloudWatch;
  readonly datadog?: ClusterAnalysisTemplateSpecMetricsProviderDatadog;
  readonly graphite?: ClusterAnalysisTemplateSpecMetricsProviderGraphite;
  readonly influxdb?: ClusterAnalysisTemplateSpecMetricsProviderInfluxdb;
  readonly job?: ClusterAnalysisTemplateSpecMetricsProviderJob;
  readonly kayenta?: ClusterAnalysisTemplateSpecMetricsProviderKayenta;
  readonly newRelic?: ClusterAnalysisTemplateSpecMetricsProviderNewRelic;
  readonly plugin?: { readonly [key: string]: unknown };
  readonly prometheus?: ClusterAnalysisTemplateSpecMetricsProviderPrometheus;
  readonly skywalking?: ClusterAnalysisTemplateSpecMetricsProviderSkywalking;
  readonly wavefront?: ClusterAnalysisTemplateSpecMetricsProviderGraphite;
  readonly web?: ClusterAnalysisTemplateSpecMetricsProviderWeb;
}

export interface ClusterAnalysisTemplateSpecMetricsProviderWeb {
  readonly authentication?: ClusterAnalysisTemplateSpecMetricsProviderWebAuthentication;
  readonly body?: string;
  readonly headers?: readonly ClusterAnalysisTemplateSpecMetricsProviderWebHeaders[];
  readonly insecure?: boolean;
  readonly jsonBody?: { readonly [key: string]: unknown };
  readonly jsonPath?: string;
  readonly method?: string;
  readonly timeoutSeconds?: number;
  readonly url: string;
}

export interface ClusterAnalysisTemplateSpecMetricsProviderSkywalking {
  readonly address?: string;
  readonly interval?: string;
  readonly query?: string;
}

export interface ClusterAnalysisTemplateSpecMetricsProviderPrometheus {
  readonly address?: string;
  readonly authentication?: ClusterAnalysisTemplateSpecMetricsProviderWebAuthentication;
  readonly headers?: readonly ClusterAnalysisTemplateSpecMetricsProviderWebHeaders[];
  readonly insecure?: boolean;
  readonly query?: string;
  readonly rangeQuery?: ClusterAnalysisTemplateSpecMetricsProviderPrometheusRangeQuery;
  readonly timeout?: number;
}

export interface ClusterAnalysisTemplateSpecMetricsProviderPrometheusRangeQuery {
  readonly end?: string;
  readonly start?: string;
  readonly step?: string;
}

export interface ClusterAnalysisTemplateSpecMetricsProviderWebHeaders {
  readonly key: string;
  readonly value: string;
}

export interface ClusterAnalysisTemplateSpecMetricsProviderWebAuthentication {
  readonly oauth2?: ClusterAnalysisTemplateSpecMetricsProviderWebAuthenticationOauth2;
  readonly sigv4?: ClusterAnalysisTemplateSpecMetricsProviderWebAuthenticationSigv4;
}

export interface ClusterAnalysisTemplateSpecMetricsProviderWebAuthenticationSigv4 {
  readonly profile?: string;
  readonly region?: string;
  readonly roleArn?: string;
}

export interface ClusterAnalysisTemplateSpecMetricsProviderWebAuthenticationOauth2 {
  readonly clientId?: string;
  readonly clientSecret?: string;
  readonly scopes?: readonly string[];
  readonly tokenUrl?: string;
}

export interface ClusterAnalysisTemplateSpecMetricsProviderNewRelic {
  readonly profile?: string;
  readonly query: string;
  readonly timeout?: number;
}

export interface ClusterAnalysisTemplateSpecMetricsProviderKayenta {
  readonly address: string;
  readonly application: string;
  readonly canaryConfigName: string;
  readonly configurationAccountName: string;
  readonly lookback?: boolean;
  readonly metricsAccountName: string;
  readonly scopes: readonly ClusterAnalysisTemplateSpecMetricsProviderKayentaScopes[];
  readonly storageAccountName: string;
  readonly threshold: ClusterAnalysisTemplateSpecMetricsProviderKayentaThreshold;
}

export interface ClusterAnalysisTemplateSpecMetricsProviderKayentaThreshold {
  readonly marginal: number;
  readonly pass: number;
}

export interface ClusterAnalysisTemplateSpecMetricsProviderKayentaScopes {
  readonly controlScope: ClusterAnalysisTemplateSpecMetricsProviderKayentaScopesControlScope;
  readonly experimentScope: ClusterAnalysisTemplateSpecMetricsProviderKayentaScopesControlScope;
  readonly name: string;
}

export interface ClusterAnalysisTemplateSpecMetricsProviderKayentaScopesControlScope {
  readonly end?: string;
  readonly region: string;
  readonly scope: string;
  readonly start?: string;
  readonly step: number;
}

export interface ClusterAnalysisTemplateSpecMetricsProviderJob {
  readonly metadata?: ClusterAnalysisTemplateSpecMetricsProviderJobMetadata;
  readonly spec: JobSpec;
}

export interface ClusterAnalysisTemplateSpecMetricsProviderJobMetadata {
  readonly annotations?: { readonly [key: string]: string };
  readonly labels?: { readonly [key: string]: string };
}

export interface ClusterAnalysisTemplateSpecMetricsProviderInfluxdb {
  readonly profile?: string;
  readonly query?: string;
}

export interface ClusterAnalysisTemplateSpecMetricsProviderGraphite {
  readonly address?: string;
  readonly query?: string;
}

export interface ClusterAnalysisTemplateSpecMetricsProviderDatadog {
  readonly aggregator?: ClusterAnalysisTemplateSpecMetricsProviderDatadogAggregator;
  readonly apiVersion?: 'v1' | 'v2';
  readonly formula?: string;
  readonly interval?: string;
  readonly queries?: { readonly [key: string]: string };
  readonly query?: string;
  readonly secretRef?: ClusterAnalysisTemplateSpecMetricsProviderDatadogSecretRef;
}

export interface ClusterAnalysisTemplateSpecMetricsProviderDatadogSecretRef {
  readonly name?: string;
  readonly namespaced?: boolean;
}

export type ClusterAnalysisTemplateSpecMetricsProviderDatadogAggregator =
  | 'avg'
  | 'min'
  | 'max'
  | 'sum'
  | 'last'
  | 'percentile'
  | 'mean'
  | 'l2norm'
  | 'area';

export interface ClusterAnalysisTemplateSpecMetricsProviderCloudWatch {
  readonly interval?: string;
  readonly metricDataQueries: readonly ClusterAnalysisTemplateSpecMetricsProviderCloudWatchMetricDataQueries[];
}

export interface ClusterAnalysisTemplateSpecMetricsProviderCloudWatchMetricDataQueries {
  readonly expression?: string;
  readonly id?: string;
  readonly label?: string;
  readonly metricStat?: ClusterAnalysisTemplateSpecMetricsProviderCloudWatchMetricDataQueriesMetricStat;
  readonly period?: number | string;
  readonly returnData?: boolean;
}

export interface ClusterAnalysisTemplateSpecMetricsProviderCloudWatchMetricDataQueriesMetricStat {
  readonly metric?: ClusterAnalysisTemplateSpecMetricsProviderCloudWatchMetricDataQueriesMetricStatMetric;
  readonly period?: number | string;
  readonly stat?: string;
  readonly unit?: string;
}

export interface ClusterAnalysisTemplateSpecMetricsProviderCloudWatchMetricDataQueriesMetricStatMetric {
  readonly dimensions?: readonly ClusterAnalysisTemplateSpecMetricsProviderCloudWatchMetricDataQueriesMetricStatMetricDimensions[];
  readonly metricName?: string;
  readonly namespace?: string;
}

export interface ClusterAnalysisTemplateSpecMetricsProviderCloudWatchMetricDataQueriesMetricStatMetricDimensions {
  readonly name?: string;
  readonly value?: string;
}

export interface ClusterAnalysisTemplateSpecMeasurementRetention {
  readonly limit: number;
  readonly metricName: string;
}

export interface ClusterAnalysisTemplateSpecDryRun {
  readonly metricName: string;
}

export interface ClusterAnalysisTemplateSpecArgs {
  readonly name: string;
  readonly value?: string;
  readonly valueFrom?: ClusterAnalysisTemplateSpecArgsValueFrom;
}

export interface ClusterAnalysisTemplateSpecArgsValueFrom {
  readonly fieldRef?: ClusterAnalysisTemplateSpecArgsValueFromFieldRef;
  readonly secretKeyRef?: ClusterAnalysisTemplateSpecArgsValueFromSecretKeyRef;
}

export interface ClusterAnalysisTemplateSpecArgsValueFromSecretKeyRef {
  readonly key: string;
  readonly name: string;
}

export interface ClusterAnalysisTemplateSpecArgsValueFromFieldRef {
  readonly fieldPath: string;
}

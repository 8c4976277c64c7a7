// Made by `npm run imports` from the release of argo-rollouts in imports/releases.json; not edited by hand.

import { ApiObject, type ApiObjectMetadata } from 'cdk8s';
import type { Construct } from 'constructs';
import type { PodSpec } from '../kubernetes/types/core-v1';

export interface ExperimentProps {
  readonly metadata?: ApiObjectMetadata;
  readonly spec: ExperimentSpec;
}

export class Experiment extends ApiObject {
  constructor(scope: Construct, id: string, props: ExperimentProps) {
    super(scope, id, { ...props, apiVersion: 'argoproj.io/v1alpha1', kind: 'Experiment' });
  }
}

export interface ExperimentSpec {
  readonly analyses?: readonly ExperimentSpecAnalyses[];
  readonly analysisRunMetadata?: ExperimentSpecAnalysisRunMetadata;
  readonly dryRun?: readonly ExperimentSpecDryRun[];
  readonly duration?: string;
  readonly measurementRetention?: readonly ExperimentSpecMeasurementRetention[];
  readonly progressDeadlineSeconds?: number;
  readonly scaleDownDelaySeconds?: number;
  readonly templates: readonly ExperimentSpecTemplates[];
  readonly terminate?: boolean;
}

export interface ExperimentSpecTemplates {
  readonly minReadySeconds?: number;
  readonly name: string;
  readonly replicas?: number;
  readonly selector: ExperimentSpecTemplatesSelector;
  readonly service?: ExperimentSpecTemplatesService;
  readonly template: ExperimentSpecTemplatesTemplate;
}

export interface ExperimentSpecTemplatesTemplate {
  readonly metadata?: ExperimentSpecAnalysisRunMetadata;
  readonly spec?: PodSpec;
}

export interface ExperimentSpecTemplatesService {
  readonly name?: string;
}

export interface ExperimentSpecTemplatesSelector {
  readonly matchExpressions?: readonly ExperimentSpecTemplatesSelectorMatchExpressions[];
  readonly matchLabels?: { readonly [key: string]: string };
}

export interface ExperimentSpecTemplatesSelectorMatchExpressions {
  readonly key: string;
  readonly operator: string;
  readonly values?: readonly string[];
}

export interface ExperimentSpecMeasurementRetention {
  readonly limit: number;
  readonly metricName: string;
}

export interface ExperimentSpecDryRun {
  readonly metricName: string;
}

export interface ExperimentSpecAnalysisRunMetadata {
  readonly annotations?: { readonly [key: string]: string };
  readonly labels?: { readonly [key: string]: string };
}

export interface ExperimentSpecAnalyses {
  readonly args?: readonly ExperimentSpecAnalysesArgs[];
  readonly clusterScope?: boolean;
  readonly name: string;
  readonly requiredForCompletion?: boolean;
  readonly templateName: string;
}

export interface ExperimentSpecAnalysesArgs {
  readonly name: string;
  readonly value?: string;
  readonly valueFrom?: ExperimentSpecAnalysesArgsValueFrom;
}

export interface ExperimentSpecAnalysesArgsValueFrom {
  readonly fieldRef?: ExperimentSpecAnalysesArgsValueFromFieldRef;
  readonly secretKeyRef?: ExperimentSpecAnalysesArgsValueFromSecretKeyRef;
}

export interface ExperimentSpecAnalysesArgsValueFromSecretKeyRef {
  readonly key: string;
  readonly name: string;
}

export interface ExperimentSpecAnalysesArgsValueFromFieldRef {
  readonly fieldPath: string;
}

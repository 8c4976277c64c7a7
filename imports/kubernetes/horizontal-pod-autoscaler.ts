// Made by `npm run imports` from the release of kubernetes in imports/releases.json; not edited by hand.

import { ApiObject, type ApiObjectMetadata } from 'cdk8s';
import type { Construct } from 'constructs';
import type { HorizontalPodAutoscalerSpec } from './types/autoscaling-v2';

export interface HorizontalPodAutoscalerProps {
  readonly metadata?: ApiObjectMetadata;
  readonly spec: HorizontalPodAutoscalerSpec;
}

export class HorizontalPodAutoscaler extends ApiObject {
  constructor(scope: Construct, id: string, props: HorizontalPodAutoscalerProps) {
    super(scope, id, { ...props, apiVersion: 'autoscaling/v2', kind: 'HorizontalPodAutoscaler' });
  }
}

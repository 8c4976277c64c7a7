// Made by `npm run imports` from the release of knative in imports/releases.json; not edited by hand.

import { ApiObject, type ApiObjectMetadata } from 'cdk8s';
import type { Construct } from 'constructs';

export interface RouteProps {
  readonly metadata?: ApiObjectMetadata;
  readonly spec?: RouteSpec;
}

export class Route extends ApiObject {
  constructor(scope: Construct, id: string, props: RouteProps = {}) {
    super(scope, id, { ...props, apiVersion: 'serving.knative.dev/v1', kind: 'Route' });
  }
}

export interface RouteSpec {
  readonly traffic?: readonly RouteSpecTraffic[];
}

export interface RouteSpecTraffic {
  readonly configurationName?: string;
  readonly latestRevision?: boolean;
  readonly percent?: number;
  readonly revisionName?: string;
  readonly tag?: string;
  readonly url?: string;
}

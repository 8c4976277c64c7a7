// Made by `npm run imports` from the release of istio in imports/releases.json; not edited by hand.

import { ApiObject, type ApiObjectMetadata } from 'cdk8s';
import type { Construct } from 'constructs';

export interface EnvoyFilterProps {
  readonly metadata?: ApiObjectMetadata;
  readonly spec?: EnvoyFilterSpec;
}

export class EnvoyFilter extends ApiObject {
  constructor(scope: Construct, id: string, props: EnvoyFilterProps = {}) {
    super(scope, id, { ...props, apiVersion: 'networking.istio.io/v1alpha3', kind: 'EnvoyFilter' });
  }
}

export interface EnvoyFilterSpec {
  readonly configPatches?: readonly EnvoyFilterSpecConfigPatches[];
  readonly priority?: number;
  readonly targetRefs?: readonly EnvoyFilterSpecTargetRefs[];
  readonly workloadSelector?: EnvoyFilterSpecWorkloadSelector;
}

export interface EnvoyFilterSpecWorkloadSelector {
  readonly labels?: { readonly [key: string]: string };
}

export interface EnvoyFilterSpecTargetRefs {
  readonly group?: string;
  readonly kind: string;
  readonly name: string;
  readonly namespace?: string;
}

export interface EnvoyFilterSpecConfigPatches {
  readonly applyTo?: EnvoyFilterSpecConfigPatchesApplyTo;
  readonly match?: EnvoyFilterSpecConfigPatchesMatch;
  readonly patch?: EnvoyFilterSpecConfigPatchesPatch;
}

export interface EnvoyFilterSpecConfigPatchesPatch {
  readonly filterClass?: 'UNSPECIFIED' | 'AUTHN' | 'AUTHZ' | 'STATS';
  readonly operation?: EnvoyFilterSpecConfigPatchesPatchOperation;
  readonly value?: { readonly [key: string]: unknown };
}

export type EnvoyFilterSpecConfigPatchesPatchOperation =
  | 'INVALID'
  | 'MERGE'
  | 'ADD'
  | 'REMOVE'
  | 'INSERT_BEFORE'
  | 'INSERT_AFTER'
  | 'INSERT_FIRST'
  | 'REPLACE'
  | 'MERGE_AND_REPLACE_LIST';

export interface EnvoyFilterSpecConfigPatchesMatch {
  readonly cluster?: EnvoyFilterSpecConfigPatchesMatchCluster;
  readonly context?: EnvoyFilterSpecConfigPatchesMatchContext;
  readonly listener?: EnvoyFilterSpecConfigPatchesMatchListener;
  readonly proxy?: EnvoyFilterSpecConfigPatchesMatchProxy;
  readonly routeConfiguration?: EnvoyFilterSpecConfigPatchesMatchRouteConfiguration;
  readonly waypoint?: EnvoyFilterSpecConfigPatchesMatchWaypoint;
}

export interface EnvoyFilterSpecConfigPatchesMatchWaypoint {
  readonly filter?: EnvoyFilterSpecConfigPatchesMatchWaypointFilter;
  readonly portNumber?: number;
  readonly route?: EnvoyFilterSpecConfigPatchesMatchWaypointRoute;
}

export interface EnvoyFilterSpecConfigPatchesMatchRouteConfiguration {
  readonly gateway?: string;
  readonly name?: string;
  readonly portName?: string;
  readonly portNumber?: number;
  readonly vhost?: EnvoyFilterSpecConfigPatchesMatchRouteConfigurationVhost;
}

export interface EnvoyFilterSpecConfigPatchesMatchRouteConfigurationVhost {
  readonly domainName?: string;
  readonly name?: string;
  readonly route?: EnvoyFilterSpecConfigPatchesMatchRouteConfigurationVhostRoute;
}

export interface EnvoyFilterSpecConfigPatchesMatchRouteConfigurationVhostRoute {
  readonly action?: 'ANY' | 'ROUTE' | 'REDIRECT' | 'DIRECT_RESPONSE';
  readonly name?: string;
}

export interface EnvoyFilterSpecConfigPatchesMatchProxy {
  readonly metadata?: { readonly [key: string]: string };
  readonly proxyVersion?: string;
}

export interface EnvoyFilterSpecConfigPatchesMatchListener {
  readonly filterChain?: EnvoyFilterSpecConfigPatchesMatchListenerFilterChain;
  readonly listenerFilter?: string;
  readonly name?: string;
  readonly portName?: string;
  readonly portNumber?: number;
}

export interface EnvoyFilterSpecConfigPatchesMatchListenerFilterChain {
  readonly applicationProtocols?: string;
  readonly destinationPort?: number;
  readonly filter?: EnvoyFilterSpecConfigPatchesMatchWaypointFilter;
  readonly name?: string;
  readonly sni?: string;
  readonly transportProtocol?: string;
}

export interface EnvoyFilterSpecConfigPatchesMatchWaypointFilter {
  readonly name?: string;
  readonly subFilter?: EnvoyFilterSpecConfigPatchesMatchWaypointRoute;
}

export interface EnvoyFilterSpecConfigPatchesMatchWaypointRoute {
  readonly name?: string;
}

export type EnvoyFilterSpecConfigPatchesMatchContext = 'ANY' | 'SIDECAR_INBOUND' | 'SIDECAR_OUTBOUND' | 'GATEWAY' | 'WAYPOINT';

export interface EnvoyFilterSpecConfigPatchesMatchCluster {
  readonly name?: string;
  readonly portNumber?: number;
  readonly service?: string;
  readonly subset?: string;
}

export type EnvoyFilterSpecConfigPatchesApplyTo =
  | 'INVALID'
  | 'LISTENER'
  | 'FILTER_CHAIN'
  | 'NETWORK_FILTER'
  | 'HTTP_FILTER'
  | 'ROUTE_CONFIGURATION'
  | 'VIRTUAL_HOST'
  | 'HTTP_ROUTE'
  | 'CLUSTER'
  | 'EXTENSION_CONFIG'
  | 'BOOTSTRAP'
  | 'LISTENER_FILTER';

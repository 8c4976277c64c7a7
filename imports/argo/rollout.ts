// Made by `npm run imports` from the release of argo-rollouts in imports/releases.json; not edited by hand.

import { ApiObject, type ApiObjectMetadata } from 'cdk8s';
import type { Construct } from 'constructs';
import type { PodSpec } from '../kubernetes/types/core-v1';

export interface RolloutProps {
  readonly metadata?: ApiObjectMetadata;
  readonly spec: RolloutSpec;
}

export class Rollout extends ApiObject {
  constructor(scope: Construct, id: string, props: RolloutProps) {
    super(scope, id, { ...props, apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout' });
  }
}

export interface RolloutSpec {
  readonly analysis?: RolloutSpecAnalysis;
  readonly minReadySeconds?: number;
  readonly paused?: boolean;
  readonly progressDeadlineAbort?: boolean;
  readonly progressDeadlineSeconds?: number;
  readonly replicas?: number;
  readonly restartAt?: string;
  readonly revisionHistoryLimit?: number;
  readonly rollbackWindow?: RolloutSpecRollbackWindow;
  readonly selector?: RolloutSpecSelector;
  readonly strategy?: RolloutSpecStrategy;
  readonly template?: RolloutSpecTemplate;
  readonly workloadRef?: RolloutSpecWorkloadRef;
}

export interface RolloutSpecWorkloadRef {
  readonly apiVersion?: string;
  readonly kind?: string;
  readonly name?: string;
  readonly scaleDown?: string;
}

export interface RolloutSpecTemplate {
  readonly metadata?: RolloutSpecTemplateMetadata;
  readonly spec?: PodSpec;
}

export interface RolloutSpecStrategy {
  readonly blueGreen?: RolloutSpecStrategyBlueGreen;
  readonly canary?: RolloutSpecStrategyCanary;
}

export interface RolloutSpecStrategyCanary {
  readonly abortScaleDownDelaySeconds?: number;
  readonly analysis?: RolloutSpecStrategyCanaryAnalysis;
  readonly antiAffinity?: RolloutSpecStrategyCanaryAntiAffinity;
  readonly canaryMetadata?: RolloutSpecTemplateMetadata;
  readonly canaryService?: string;
  readonly dynamicStableScale?: boolean;
  readonly maxSurge?: number | string;
  readonly maxUnavailable?: number | string;
  readonly minPodsPerReplicaSet?: number;
  readonly pingPong?: RolloutSpecStrategyCanaryPingPong;
  readonly replicaProgressThreshold?: RolloutSpecStrategyCanaryReplicaProgressThreshold;
  readonly scaleDownDelayRevisionLimit?: number;
  readonly scaleDownDelaySeconds?: number;
  readonly stableMetadata?: RolloutSpecTemplateMetadata;
  readonly stableService?: string;
  readonly steps?: readonly RolloutSpecStrategyCanarySteps[];
  readonly trafficRouting?: RolloutSpecStrategyCanaryTrafficRouting;
}

export interface RolloutSpecStrategyCanaryTrafficRouting {
  readonly alb?: RolloutSpecStrategyCanaryTrafficRoutingAlb;
  readonly ambassador?: RolloutSpecStrategyCanaryTrafficRoutingAmbassador;
  readonly apisix?: RolloutSpecStrategyCanaryTrafficRoutingApisix;
  readonly appMesh?: RolloutSpecStrategyCanaryTrafficRoutingAppMesh;
  readonly istio?: RolloutSpecStrategyCanaryTrafficRoutingIstio;
  readonly managedRoutes?: readonly RolloutSpecStrategyCanaryTrafficRoutingManagedRoutes[];
  readonly maxTrafficWeight?: number;
  readonly nginx?: RolloutSpecStrategyCanaryTrafficRoutingNginx;
  readonly plugins?: { readonly [key: string]: unknown };
  readonly smi?: RolloutSpecStrategyCanaryTrafficRoutingSmi;
  readonly traefik?: RolloutSpecStrategyCanaryTrafficRoutingTraefik;
}

export interface RolloutSpecStrategyCanaryTrafficRoutingTraefik {
  readonly weightedTraefikServiceName: string;
}

export interface RolloutSpecStrategyCanaryTrafficRoutingSmi {
  readonly rootService?: string;
  readonly trafficSplitName?: string;
}

export interface RolloutSpecStrategyCanaryTrafficRoutingNginx {
  readonly additionalIngressAnnotations?: { readonly [key: string]: string };
  readonly annotationPrefix?: string;
  readonly canaryIngressAnnotations?: { readonly [key: string]: string };
  readonly stableIngress?: string;
  readonly stableIngresses?: readonly string[];
}

export interface RolloutSpecStrategyCanaryTrafficRoutingIstio {
  readonly destinationRule?: RolloutSpecStrategyCanaryTrafficRoutingIstioDestinationRule;
  readonly virtualService?: RolloutSpecStrategyCanaryTrafficRoutingIstioVirtualService;
  readonly virtualServices?: readonly RolloutSpecStrategyCanaryTrafficRoutingIstioVirtualService[];
}

export interface RolloutSpecStrategyCanaryTrafficRoutingIstioVirtualService {
  readonly name: string;
  readonly routes?: readonly string[];
  readonly tcpRoutes?: readonly RolloutSpecStrategyCanaryTrafficRoutingIstioVirtualServiceTcpRoutes[];
  readonly tlsRoutes?: readonly RolloutSpecStrategyCanaryTrafficRoutingIstioVirtualServiceTlsRoutes[];
}

export interface RolloutSpecStrategyCanaryTrafficRoutingIstioVirtualServiceTlsRoutes {
  readonly port?: number;
  readonly sniHosts?: readonly string[];
}

export interface RolloutSpecStrategyCanaryTrafficRoutingIstioVirtualServiceTcpRoutes {
  readonly port?: number;
}

export interface RolloutSpecStrategyCanaryTrafficRoutingIstioDestinationRule {
  readonly additionalSubsetNames?: readonly string[];
  readonly canarySubsetName: string;
  readonly name: string;
  readonly stableSubsetName: string;
}

export interface RolloutSpecStrategyCanaryTrafficRoutingAppMesh {
  readonly virtualNodeGroup?: RolloutSpecStrategyCanaryTrafficRoutingAppMeshVirtualNodeGroup;
  readonly virtualService?: RolloutSpecStrategyCanaryTrafficRoutingAppMeshVirtualService;
}

export interface RolloutSpecStrategyCanaryTrafficRoutingAppMeshVirtualService {
  readonly name: string;
  readonly routes?: readonly string[];
}

export interface RolloutSpecStrategyCanaryTrafficRoutingAppMeshVirtualNodeGroup {
  readonly canaryVirtualNodeRef: RolloutSpecStrategyCanaryTrafficRoutingManagedRoutes;
  readonly stableVirtualNodeRef: RolloutSpecStrategyCanaryTrafficRoutingManagedRoutes;
}

export interface RolloutSpecStrategyCanaryTrafficRoutingManagedRoutes {
  readonly name: string;
}

export interface RolloutSpecStrategyCanaryTrafficRoutingApisix {
  readonly route?: RolloutSpecStrategyCanaryTrafficRoutingApisixRoute;
}

export interface RolloutSpecStrategyCanaryTrafficRoutingApisixRoute {
  readonly name: string;
  readonly rules?: readonly string[];
}

export interface RolloutSpecStrategyCanaryTrafficRoutingAmbassador {
  readonly mappings: readonly string[];
}

export interface RolloutSpecStrategyCanaryTrafficRoutingAlb {
  readonly annotationPrefix?: string;
  readonly ingress?: string;
  readonly ingresses?: readonly string[];
  readonly rootService?: string;
  readonly servicePort: number;
  readonly stickinessConfig?: RolloutSpecStrategyCanaryTrafficRoutingAlbStickinessConfig;
}

export interface RolloutSpecStrategyCanaryTrafficRoutingAlbStickinessConfig {
  readonly durationSeconds: number;
  readonly enabled: boolean;
}

export interface RolloutSpecStrategyCanarySteps {
  readonly analysis?: RolloutSpecStrategyCanaryStepsAnalysis;
  readonly experiment?: RolloutSpecStrategyCanaryStepsExperiment;
  readonly pause?: RolloutSpecStrategyCanaryStepsPause;
  readonly plugin?: RolloutSpecStrategyCanaryStepsPlugin;
  readonly setCanaryScale?: RolloutSpecStrategyCanaryStepsSetCanaryScale;
  readonly setHeaderRoute?: RolloutSpecStrategyCanaryStepsSetHeaderRoute;
  readonly setMirrorRoute?: RolloutSpecStrategyCanaryStepsSetMirrorRoute;
  readonly setWeight?: number;
}

export interface RolloutSpecStrategyCanaryStepsSetMirrorRoute {
  readonly match?: readonly RolloutSpecStrategyCanaryStepsSetMirrorRouteMatch[];
  readonly name: string;
  readonly percentage?: number;
}

export interface RolloutSpecStrategyCanaryStepsSetMirrorRouteMatch {
  readonly headers?: { readonly [key: string]: RolloutSpecStrategyCanaryStepsSetMirrorRouteMatchPath };
  readonly method?: RolloutSpecStrategyCanaryStepsSetMirrorRouteMatchPath;
  readonly path?: RolloutSpecStrategyCanaryStepsSetMirrorRouteMatchPath;
}

export interface RolloutSpecStrategyCanaryStepsSetHeaderRoute {
  readonly match?: readonly RolloutSpecStrategyCanaryStepsSetHeaderRouteMatch[];
  readonly name?: string;
}

export interface RolloutSpecStrategyCanaryStepsSetHeaderRouteMatch {
  readonly headerName: string;
  readonly headerValue: RolloutSpecStrategyCanaryStepsSetMirrorRouteMatchPath;
}

export interface RolloutSpecStrategyCanaryStepsSetMirrorRouteMatchPath {
  readonly exact?: string;
  readonly prefix?: string;
  readonly regex?: string;
}

export interface RolloutSpecStrategyCanaryStepsSetCanaryScale {
  readonly matchTrafficWeight?: boolean;
  readonly replicas?: number;
  readonly weight?: number;
}

export interface RolloutSpecStrategyCanaryStepsPlugin {
  readonly config?: { readonly [key: string]: unknown };
  readonly name: string;
}

export interface RolloutSpecStrategyCanaryStepsPause {
  readonly duration?: number | string;
}

export interface RolloutSpecStrategyCanaryStepsExperiment {
  readonly analyses?: readonly RolloutSpecStrategyCanaryStepsExperimentAnalyses[];
  readonly analysisRunMetadata?: RolloutSpecTemplateMetadata;
  readonly dryRun?: readonly RolloutSpecStrategyCanaryAnalysisDryRun[];
  readonly duration?: string;
  readonly scaleDownDelaySeconds?: number;
  readonly templates: readonly RolloutSpecStrategyCanaryStepsExperimentTemplates[];
}

export interface RolloutSpecStrategyCanaryStepsExperimentTemplates {
  readonly metadata?: RolloutSpecTemplateMetadata;
  readonly name: string;
  readonly replicas?: number;
  readonly selector?: RolloutSpecSelector;
  readonly service?: RolloutSpecStrategyCanaryStepsExperimentTemplatesService;
  readonly specRef: string;
  readonly weight?: number;
}

export interface RolloutSpecStrategyCanaryStepsExperimentTemplatesService {
  readonly name?: string;
}

export interface RolloutSpecStrategyCanaryStepsExperimentAnalyses {
  readonly args?: readonly RolloutSpecStrategyCanaryAnalysisArgs[];
  readonly clusterScope?: boolean;
  readonly name: string;
  readonly requiredForCompletion?: boolean;
  readonly templateName: string;
}

export interface RolloutSpecStrategyCanaryReplicaProgressThreshold {
  readonly type: string;
  readonly value: number;
}

export interface RolloutSpecStrategyCanaryPingPong {
  readonly pingService: string;
  readonly pongService: string;
}

export interface RolloutSpecStrategyCanaryAnalysis {
  readonly analysisRunMetadata?: RolloutSpecTemplateMetadata;
  readonly args?: readonly RolloutSpecStrategyCanaryAnalysisArgs[];
  readonly dryRun?: readonly RolloutSpecStrategyCanaryAnalysisDryRun[];
  readonly measurementRetention?: readonly RolloutSpecStrategyCanaryAnalysisMeasurementRetention[];
  readonly startingStep?: number;
  readonly templates?: readonly RolloutSpecStrategyCanaryAnalysisTemplates[];
}

export interface RolloutSpecStrategyBlueGreen {
  readonly abortScaleDownDelaySeconds?: number;
  readonly activeMetadata?: RolloutSpecTemplateMetadata;
  readonly activeService: string;
  readonly antiAffinity?: RolloutSpecStrategyCanaryAntiAffinity;
  readonly autoPromotionEnabled?: boolean;
  readonly autoPromotionSeconds?: number;
  readonly maxUnavailable?: number | string;
  readonly postPromotionAnalysis?: RolloutSpecStrategyCanaryStepsAnalysis;
  readonly prePromotionAnalysis?: RolloutSpecStrategyCanaryStepsAnalysis;
  readonly previewMetadata?: RolloutSpecTemplateMetadata;
  readonly previewReplicaCount?: number;
  readonly previewService?: string;
  readonly scaleDownDelayRevisionLimit?: number;
  readonly scaleDownDelaySeconds?: number;
}

export interface RolloutSpecStrategyCanaryStepsAnalysis {
  readonly analysisRunMetadata?: RolloutSpecTemplateMetadata;
  readonly args?: readonly RolloutSpecStrategyCanaryAnalysisArgs[];
  readonly dryRun?: readonly RolloutSpecStrategyCanaryAnalysisDryRun[];
  readonly measurementRetention?: readonly RolloutSpecStrategyCanaryAnalysisMeasurementRetention[];
  readonly templates?: readonly RolloutSpecStrategyCanaryAnalysisTemplates[];
}

export interface RolloutSpecStrategyCanaryAnalysisTemplates {
  readonly clusterScope?: boolean;
  readonly templateName?: string;
}

export interface RolloutSpecStrategyCanaryAnalysisMeasurementRetention {
  readonly limit: number;
  readonly metricName: string;
}

export interface RolloutSpecStrategyCanaryAnalysisDryRun {
  readonly metricName: string;
}

export interface RolloutSpecStrategyCanaryAnalysisArgs {
  readonly name: string;
  readonly value?: string;
  readonly valueFrom?: RolloutSpecStrategyCanaryAnalysisArgsValueFrom;
}

export interface RolloutSpecStrategyCanaryAnalysisArgsValueFrom {
  readonly fieldRef?: RolloutSpecStrategyCanaryAnalysisArgsValueFromFieldRef;
  readonly podTemplateHashValue?: string;
}

export interface RolloutSpecStrategyCanaryAnalysisArgsValueFromFieldRef {
  readonly fieldPath: string;
}

export interface RolloutSpecStrategyCanaryAntiAffinity {
  readonly preferredDuringSchedulingIgnoredDuringExecution?: RolloutSpecStrategyCanaryAntiAffinityPreferredDuringSchedulingIgnoredDuringExecution;
  readonly requiredDuringSchedulingIgnoredDuringExecution?: { readonly [key: string]: unknown };
}

export interface RolloutSpecStrategyCanaryAntiAffinityPreferredDuringSchedulingIgnoredDuringExecution {
  readonly weight: number;
}

export interface RolloutSpecTemplateMetadata {
  readonly annotations?: { readonly [key: string]: string };
  readonly labels?: { readonly [key: string]: string };
}

export interface RolloutSpecSelector {
  readonly matchExpressions?: readonly RolloutSpecSelectorMatchExpressions[];
  readonly matchLabels?: { readonly [key: string]: string };
}

export interface RolloutSpecSelectorMatchExpressions {
  readonly key: string;
  readonly operator: string;
  readonly values?: readonly string[];
}

export interface RolloutSpecRollbackWindow {
  readonly revisions?: number;
}

export interface RolloutSpecAnalysis {
  readonly successfulRunHistoryLimit?: number;
  readonly unsuccessfulRunHistoryLimit?: number;
}

export { Alert, AlertProps, AlertSeverity } from './analysis/alert';
export { Analysis, AnalysisOptions } from './analysis/analysis';
export { AnalysisArgument } from './analysis/argument';
export { GoldenSignalAlerts, GoldenSignalAlertsProps } from './analysis/golden-signal-alerts';
export { LoadTest, LoadTestProps } from './analysis/load-test';
export { Metric } from './analysis/metric';
export {
  CloudWatchProps,
  CustomMetricProps,
  DatadogProps,
  JobMetricProps,
  KnownMetricProps,
  LatencyProps,
  MemoryProps,
  MetricOptions,
  NewRelicProps,
  NoData,
  PrometheusProps,
  RangedMetricProps,
  RestartsProps,
  SuccessRateProps,
  WebMetricProps,
} from './analysis/metric-props';
export { AnalysisPart } from './analysis/part';
export { Telemetry } from './analysis/telemetry';
export { VersionDashboard, VersionDashboardProps } from './analysis/version-dashboard';
export { Gate, Webhook, WebhookProps } from './analysis/webhook';
export { ProgressiveApp, ProgressiveAppProps } from './app';
export { ObjectProps } from './manifest/manifest-object';
export { ChartMaintainer, ChartOptions, GitopsOptions, KustomizeOptions, OutputOptions } from './output/options';
export { Condition } from './parameters/condition';
export { Expression } from './parameters/expression';
export {
  BooleanParameter,
  BooleanParameterProps,
  ChoiceParameter,
  ChoiceParameterProps,
  ListParameter,
  ListParameterProps,
  MapParameter,
  MapParameterProps,
  NumberParameter,
  NumberParameterProps,
  Parameter,
  ParameterOptions,
  ParameterType,
  TextParameter,
  TextParameterProps,
} from './parameters/parameter';
export { ReleaseName } from './parameters/release-name';
export { ArgoRollout } from './release/argo/argo';
export { ExperimentAnalysis, ExperimentProps, ExperimentTemplate, ExperimentVersion } from './release/argo/experiment';
export { AntiAffinity, ArgoBlueGreenProps, ArgoCanaryProps, ArgoProps, WorkloadScaleDown } from './release/argo/props';
export { CanaryScale, MirrorRouteProps, Step } from './release/argo/step';
export { ArgoGatewayApiProps, ArgoIstioProps, ArgoIstioSubsetProps, ArgoTraffic, ManagedVirtualService } from './release/argo/traffic';
export { BlueGreen, BlueGreenProps } from './release/blue-green';
export { BlueGreenByRoutesProps } from './release/blue-green-by-routes';
export { FlaggerRelease } from './release/flagger/flagger';
export { FlaggerAbTestProps, FlaggerBlueGreenProps, FlaggerCanaryProps, FlaggerProps, SessionAffinity } from './release/flagger/props';
export { FlaggerProvider } from './release/flagger/provider';
export { KnativeRelease, KnativeReleaseProps } from './release/knative/knative';
export { KnativeScaling, KnativeScalingMetric } from './release/knative/service';
export { Recreate } from './release/recreate';
export { IRelease } from './release/release';
export { RollingUpdate, RollingUpdateProps } from './release/rolling-update';
export { GatewayReference } from './release/support/gateway-reference';
export { ObjectMetadata } from './release/support/metadata';
export { SwitchedRelease, SwitchedReleaseProps } from './release/switched';
export { WeightedOnIstioProps, WeightedRelease } from './release/weighted';
export { WeightedOnGatewayApiProps } from './release/weighted-gateway-api';
export { Autoscaling } from './service/autoscaling';
export { ConfigFiles } from './service/config-files';
export { DisruptionBudget } from './service/disruption-budget';
export { HttpHealth, HttpHealthOptions } from './service/health';
export { MeshMode, MeshNamespace, MeshNamespaceProps, PodSecurityLevel } from './service/mesh-namespace';
export { Microservice, MicroserviceProps } from './service/microservice';
export { NetworkPeer } from './service/network-peer';
export { NetworkAccess } from './service/network-policy';
export { PortProtocol, ServicePort } from './service/ports';
export { ResourceQuantities, Resources } from './service/resources';
export { SchedulingOptions } from './service/scheduling';
export { SecurityOptions } from './service/security';
export { ServiceVersion } from './service/version';
export { VersionOptions, VersionProps } from './service/version-props';
export { AuthorityCondition, CookieCondition, HeaderCondition, QueryParameterCondition, UriCondition } from './traffic/conditions';
export { Destination } from './traffic/destination';
export {
  ClientTls,
  ClientTlsMode,
  ConnectionPool,
  DestinationPolicy,
  OutlierDetection,
  PortPolicy,
} from './traffic/destination-policy';
export { Exposure } from './traffic/exposure';
export { ExternalHost, ExternalHostProps } from './traffic/external-host';
export { GatewayServer, GatewayTlsMode, HttpServerOptions, HttpsServerOptions, TcpServerOptions } from './traffic/gateway-server';
export { HostRoutes, HostRoutesProps } from './traffic/host-routes';
export { IngressGateway, IngressGatewayProps } from './traffic/ingress-gateway';
export { CookieAffinityOptions, LoadBalancing } from './traffic/load-balancing';
export { Match } from './traffic/match';
export { Route, RouteStart } from './traffic/route';
export {
  AbortOptions,
  CorsOptions,
  DelayOptions,
  DirectResponseOptions,
  HeaderOperations,
  MirrorOptions,
  RedirectOptions,
  RetryOptions,
  RewriteOptions,
} from './traffic/route-options';
export { VersionPolicy } from './traffic/version-policy';

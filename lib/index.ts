export { ProgressiveApp } from './app';
export { ObjectProps } from './manifest/manifest-object';
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
export { Recreate } from './release/recreate';
export { IRelease } from './release/release';
export { RollingUpdate, RollingUpdateProps } from './release/rolling-update';
export { WeightedOnIstioProps, WeightedRelease } from './release/weighted';
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

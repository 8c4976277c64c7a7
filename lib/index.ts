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
export { HttpHealth, HttpHealthOptions } from './service/health';
export { Microservice, MicroserviceProps } from './service/microservice';
export { ResourceQuantities, Resources } from './service/resources';
export { ServiceVersion } from './service/version';
export { VersionOptions, VersionProps } from './service/version-props';
export { Destination } from './traffic/destination';
export { HeaderCondition, Match } from './traffic/match';
export { Route, RouteStart } from './traffic/route';

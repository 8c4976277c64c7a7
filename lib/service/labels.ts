import type { Microservice } from './microservice';
import type { ServiceVersion } from './version';

/** What all objects of a service carry. Istio's telemetry reads `app.kubernetes.io/name` and `app` as the canonical service. */
export function serviceLabels(service: Microservice): { [label: string]: string } {
  return { app: service.name, 'app.kubernetes.io/name': service.name };
}

/** What the pods of a version carry besides. Istio's telemetry reads `version` as the canonical revision. */
export function podLabels(version: ServiceVersion): { [label: string]: string } {
  return { ...serviceLabels(version.service), version: version.name, 'app.kubernetes.io/version': version.name };
}

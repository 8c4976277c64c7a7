/** Which program's series tell about requests. */
export enum Telemetry {
  /** Istio, counted by the sidecar of the called pod: knows the workload, and the pod that answers. */
  ISTIO_DESTINATION = 'istio-destination',
  /** Istio, counted by the caller's sidecar or gateway: knows which Service was chosen, also for pods without a sidecar. */
  ISTIO_SOURCE = 'istio-source',
  /** The program's own `http_request_duration_seconds` histogram with a label `status`. */
  APPLICATION = 'application',
  /** The NGINX ingress controller. */
  NGINX = 'nginx',
  /** Knative's Kourier or Contour ingress (Envoy's cluster series). */
  KNATIVE = 'knative',
}

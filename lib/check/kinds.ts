/** A group and a kind: rules name kinds by these, never by an API version. */
export interface GroupKind {
  readonly group: string;
  readonly kind: string;
}

const of = (group: string, kind: string): GroupKind => ({ group, kind });

export const ISTIO = 'networking.istio.io';
export const GATEWAY_API = 'gateway.networking.k8s.io';

export const SERVICE = of('', 'Service');
export const SECRET = of('', 'Secret');
export const CONFIG_MAP = of('', 'ConfigMap');
export const NAMESPACE = of('', 'Namespace');
export const POD = of('', 'Pod');
export const DEPLOYMENT = of('apps', 'Deployment');
export const STATEFUL_SET = of('apps', 'StatefulSet');
export const DAEMON_SET = of('apps', 'DaemonSet');
export const REPLICA_SET = of('apps', 'ReplicaSet');
export const JOB = of('batch', 'Job');
export const CRON_JOB = of('batch', 'CronJob');
export const HPA = of('autoscaling', 'HorizontalPodAutoscaler');
export const SCALED_OBJECT = of('keda.sh', 'ScaledObject');
export const PDB = of('policy', 'PodDisruptionBudget');
export const NETWORK_POLICY = of('networking.k8s.io', 'NetworkPolicy');
export const INGRESS = of('networking.k8s.io', 'Ingress');
export const CERTIFICATE = of('cert-manager.io', 'Certificate');
export const VIRTUAL_SERVICE = of(ISTIO, 'VirtualService');
export const DESTINATION_RULE = of(ISTIO, 'DestinationRule');
export const ISTIO_GATEWAY = of(ISTIO, 'Gateway');
export const SERVICE_ENTRY = of(ISTIO, 'ServiceEntry');
export const CANARY = of('flagger.app', 'Canary');
export const METRIC_TEMPLATE = of('flagger.app', 'MetricTemplate');
export const ALERT_PROVIDER = of('flagger.app', 'AlertProvider');
export const ROLLOUT = of('argoproj.io', 'Rollout');
export const ANALYSIS_TEMPLATE = of('argoproj.io', 'AnalysisTemplate');
export const CLUSTER_ANALYSIS_TEMPLATE = of('argoproj.io', 'ClusterAnalysisTemplate');
export const ANALYSIS_RUN = of('argoproj.io', 'AnalysisRun');
export const EXPERIMENT = of('argoproj.io', 'Experiment');
export const GATEWAY = of(GATEWAY_API, 'Gateway');
export const HTTP_ROUTE = of(GATEWAY_API, 'HTTPRoute');
export const GRPC_ROUTE = of(GATEWAY_API, 'GRPCRoute');
export const REFERENCE_GRANT = of(GATEWAY_API, 'ReferenceGrant');
export const KNATIVE_SERVICE = of('serving.knative.dev', 'Service');
export const PROMETHEUS_RULE = of('monitoring.coreos.com', 'PrometheusRule');

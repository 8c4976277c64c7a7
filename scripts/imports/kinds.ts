/** A custom resource that gets types: its kind, and what the definition itself does not tell. */
export interface CustomKind {
  readonly kind: string;
  /** Versions that older manifests still name although no release serves them any more. */
  readonly former?: readonly string[];
  /** Better names than the ones made of the path, by path of the schema: `spec.http.route.destination`. */
  readonly names?: { readonly [path: string]: string };
}

/** The folder under imports/ that holds a release's kinds. */
export interface CustomKinds {
  readonly release: string;
  readonly folder: string;
  readonly kinds: readonly CustomKind[];
}

const plain = (...kinds: string[]): CustomKind[] => kinds.map((kind) => ({ kind }));

export const customKinds: readonly CustomKinds[] = [
  {
    release: 'istio',
    folder: 'istio',
    kinds: [
      {
        kind: 'VirtualService',
        names: {
          'spec.http.match.uri': 'StringMatch',
          'spec.http.mirror': 'Destination',
          'spec.http.mirror.port': 'PortSelector',
          'spec.http.mirrorPercentage': 'Percent',
          'spec.http.headers.request': 'HeaderOperations',
          'spec.tcp.route': 'RouteDestination',
        },
      },
      {
        kind: 'DestinationRule',
        names: {
          'spec.trafficPolicy': 'TrafficPolicy',
          'spec.trafficPolicy.connectionPool': 'ConnectionPool',
          'spec.trafficPolicy.loadBalancer': 'LoadBalancer',
          'spec.trafficPolicy.outlierDetection': 'OutlierDetection',
          'spec.trafficPolicy.tls': 'ClientTls',
        },
      },
      ...plain(
        'Gateway',
        'ServiceEntry',
        'Sidecar',
        'WorkloadEntry',
        'EnvoyFilter',
        'AuthorizationPolicy',
        'PeerAuthentication',
        'RequestAuthentication',
        'Telemetry',
      ),
    ],
  },
  {
    release: 'flagger',
    folder: 'flagger',
    kinds: [{ kind: 'Canary' }, { kind: 'MetricTemplate', former: ['v1alpha1'] }, { kind: 'AlertProvider', former: ['v1alpha1'] }],
  },
  {
    release: 'argo-rollouts',
    folder: 'argo',
    kinds: plain('Rollout', 'AnalysisTemplate', 'ClusterAnalysisTemplate', 'AnalysisRun', 'Experiment'),
  },
  { release: 'argo-cd', folder: 'argo', kinds: plain('Application', 'ApplicationSet', 'AppProject') },
  { release: 'gateway-api', folder: 'gateway-api', kinds: plain('HTTPRoute', 'GRPCRoute', 'Gateway', 'GatewayClass', 'ReferenceGrant') },
  { release: 'knative', folder: 'knative', kinds: plain('Service', 'Configuration', 'Revision', 'Route') },
  { release: 'prometheus', folder: 'prometheus', kinds: plain('PrometheusRule', 'ServiceMonitor', 'PodMonitor') },
  { release: 'flux', folder: 'flux', kinds: plain('Kustomization') },
];

/** The built-in kinds that get types, by definition in Kubernetes' OpenAPI document. */
export const builtinKinds: readonly string[] = [
  ...[
    'ConfigMap',
    'LimitRange',
    'Namespace',
    'PersistentVolume',
    'PersistentVolumeClaim',
    'Pod',
    'ResourceQuota',
    'Secret',
    'Service',
    'ServiceAccount',
  ].map((kind) => `core.v1.${kind}`),
  ...['DaemonSet', 'Deployment', 'StatefulSet'].map((kind) => `apps.v1.${kind}`),
  ...['CronJob', 'Job'].map((kind) => `batch.v1.${kind}`),
  'autoscaling.v2.HorizontalPodAutoscaler',
  'policy.v1.PodDisruptionBudget',
  ...['Ingress', 'IngressClass', 'NetworkPolicy'].map((kind) => `networking.v1.${kind}`),
  ...['ClusterRole', 'ClusterRoleBinding', 'Role', 'RoleBinding'].map((kind) => `rbac.v1.${kind}`),
  'scheduling.v1.PriorityClass',
];

/** Definitions of Kubernetes that stand in for the copies which custom resources carry, recognized by the fields that must be there. */
export const embedded: readonly { readonly definition: string; readonly fields: readonly string[] }[] = [
  {
    definition: 'core.v1.PodSpec',
    fields: ['containers', 'initContainers', 'ephemeralContainers', 'volumes', 'nodeSelector', 'hostNetwork'],
  },
  { definition: 'batch.v1.JobSpec', fields: ['backoffLimit', 'completions', 'parallelism', 'template'] },
];

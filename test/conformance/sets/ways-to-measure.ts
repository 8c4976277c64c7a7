import { type Analysis, ArgoRollout, ArgoTraffic, FlaggerProvider, FlaggerRelease, type IRelease, Step } from '../../../lib';

/** How requests are counted: the names of series and of the label with the status, and how many milliseconds one unit of a duration is. */
export interface RequestSeries {
  readonly count: string;
  readonly bucket: string;
  readonly status: string;
  readonly milliseconds: number;
}

/** One value for each of the two versions that run during a release. */
export interface Both {
  readonly new: string;
  readonly old: string;
}

/** A way to release the service `reviews` in the namespace `shop`, and how a Prometheus labels the series of its two versions. */
export interface Way {
  readonly title: string;
  readonly release: (analysis: Analysis) => IRelease;
  readonly names: RequestSeries;
  readonly requests: Both;
  readonly pods: Both;
}

const PROGRAM = {
  count: 'http_request_duration_seconds_count',
  bucket: 'http_request_duration_seconds_bucket',
  status: 'status',
  milliseconds: 1000,
};
const ISTIO = {
  count: 'istio_requests_total',
  bucket: 'istio_request_duration_milliseconds_bucket',
  status: 'response_code',
  milliseconds: 1,
};
const NGINX = {
  ...PROGRAM,
  count: 'nginx_ingress_controller_requests',
  bucket: 'nginx_ingress_controller_request_duration_seconds_bucket',
};
const ENVOY = {
  count: 'envoy_cluster_upstream_rq',
  bucket: 'envoy_cluster_upstream_rq_time_bucket',
  status: 'envoy_response_code',
  milliseconds: 1,
};

const ARGO_PODS = { new: 'reviews-abc-1', old: 'reviews-def-1' };
const FLAGGER_PODS = { new: 'reviews-7d4b9-x1', old: 'reviews-primary-5c8f-x1' };

const argo = (traffic?: ArgoTraffic) => (analysis: Analysis) =>
  ArgoRollout.canary({ traffic, steps: [Step.setWeight(50), Step.analysis(analysis)] });
const flagger = (more: Omit<Parameters<typeof FlaggerRelease.canary>[0], 'analysis'>) => (analysis: Analysis) =>
  FlaggerRelease.canary({ stepWeight: 50, analysis, ...more });
const both = (labels: (version: keyof Both) => string): Both => ({ new: labels('new'), old: labels('old') });
const workload = (reporter: string) =>
  both(
    (of) => `reporter="${reporter}",destination_workload_namespace="shop",destination_workload="reviews${of === 'new' ? '' : '-primary'}"`,
  );

/** Every way in which the library tells the requests to a new version from the others. */
export const WAYS: readonly Way[] = [
  {
    title: 'Argo Rollouts, Istio hosts',
    release: argo(ArgoTraffic.istio()),
    names: ISTIO,
    requests: both((of) => {
      const service = `reviews-${of === 'new' ? 'canary' : 'stable'}`;
      return `reporter="source",destination_service_namespace="shop",destination_service_name="${service}"`;
    }),
    pods: ARGO_PODS,
  },
  {
    title: 'Argo Rollouts, Istio subsets',
    release: argo(ArgoTraffic.istioSubsets()),
    names: ISTIO,
    requests: both((of) => `reporter="destination",destination_workload_namespace="shop",pod="${ARGO_PODS[of]}"`),
    pods: ARGO_PODS,
  },
  {
    title: 'Argo Rollouts by the number of pods',
    release: argo(),
    names: PROGRAM,
    requests: both((of) => `namespace="shop",pod="${ARGO_PODS[of]}"`),
    pods: ARGO_PODS,
  },
  { title: 'Flagger, Istio', release: flagger({}), names: ISTIO, requests: workload('destination'), pods: FLAGGER_PODS },
  {
    title: 'Flagger, Gateway API',
    release: flagger({ provider: FlaggerProvider.GATEWAY_API, gatewayRefs: [{ name: 'public' }] }),
    names: ISTIO,
    requests: workload('source'),
    pods: FLAGGER_PODS,
  },
  {
    title: 'Flagger, Kubernetes',
    release: (analysis) => FlaggerRelease.blueGreen({ provider: FlaggerProvider.KUBERNETES, iterations: 3, analysis }),
    names: PROGRAM,
    requests: both((of) => `kubernetes_namespace="shop",kubernetes_pod_name="${FLAGGER_PODS[of]}"`),
    pods: FLAGGER_PODS,
  },
  {
    title: 'Flagger, NGINX',
    release: flagger({ provider: FlaggerProvider.NGINX, hosts: ['shop.example.com'] }),
    names: NGINX,
    requests: both((of) => `namespace="shop",ingress="reviews",canary="${of === 'new' ? 'shop-reviews-canary-80' : ''}"`),
    pods: FLAGGER_PODS,
  },
  {
    title: 'Flagger, Knative',
    release: flagger({ provider: FlaggerProvider.KNATIVE }),
    names: ENVOY,
    requests: both((of) => `envoy_cluster_name="shop/reviews-0000${of === 'new' ? 2 : 1}"`),
    pods: { new: 'reviews-00002-deployment-5c8f-x1', old: 'reviews-00001-deployment-5c8f-x1' },
  },
];

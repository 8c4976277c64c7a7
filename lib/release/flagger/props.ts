import type { Duration } from 'cdk8s';
import type { Analysis } from '../../analysis/analysis';
import type { NumberParameter } from '../../parameters/parameter';
import type { DestinationPolicy } from '../../traffic/destination-policy';
import type { IngressGateway } from '../../traffic/ingress-gateway';
import type { Match } from '../../traffic/match';
import type { CorsOptions, HeaderOperations, RetryOptions, RewriteOptions } from '../../traffic/route-options';
import type { GatewayReference } from '../support/gateway-reference';
import type { ObjectMetadata } from '../support/metadata';
import type { FlaggerProvider } from './provider';

/** What every release by Flagger can state. See https://docs.flagger.app/usage/how-it-works */
export interface FlaggerProps {
  /** What must hold. Needed unless `skipAnalysis`: without a metric every version is promoted. Default: none. */
  readonly analysis?: Analysis;
  /** Time between two looks of Flagger, at least 10 seconds. Becomes `analysis.interval`. Default: 1 minute. */
  readonly interval?: Duration;
  /** How many failed checks, over the whole analysis, end in a rollback. Becomes `analysis.threshold`. Default: 5. */
  readonly threshold?: number | NumberParameter;
  /** What moves the requests. Becomes `provider`. Default: Istio. */
  readonly provider?: FlaggerProvider;
  /** Hosts of the routes. Becomes `service.hosts`. Default: the service's name. NGINX: hosts of the Ingress. */
  readonly hosts?: string[];
  /** Istio Gateways through which requests come; `mesh` for callers inside. Becomes `service.gateways`. Default: `mesh`. */
  readonly gateways?: (IngressGateway | string)[];
  /** Gateways that the HTTPRoute attaches to. Becomes `service.gatewayRefs`. Gateway API, which needs them. Default: none. */
  readonly gatewayRefs?: GatewayReference[];
  /** Makes the VirtualService one that a root VirtualService delegates to. Becomes `service.delegation`. Excludes `hosts` and `gateways`. Default: false. */
  readonly delegation?: boolean;
  /** Class of the Ingress that stands beside a Canary with NGINX. Becomes `ingressClassName`. Default: `nginx`. */
  readonly ingressClass?: string;
  /** Which requests the service takes at all. Becomes `service.match`. Istio and Gateway API. Default: all. */
  readonly serviceMatches?: Match[];
  /** Another path or host for the program. Becomes `service.rewrite`. Istio and Gateway API. Default: as the client asked. */
  readonly rewrite?: RewriteOptions;
  /** How long a caller waits for the answer. Becomes `service.timeout`. Istio and Gateway API. Default: none. */
  readonly timeout?: Duration;
  /** How often a failed request is tried again. Becomes `service.retries`. Istio. Default: the mesh's. */
  readonly retries?: RetryOptions;
  /** Which pages of other origins may call. Becomes `service.corsPolicy`. Istio. Default: none. */
  readonly cors?: CorsOptions;
  /** Headers that are changed before the program sees them. Becomes `service.headers.request`. Istio and Gateway API. Default: none. */
  readonly requestHeaders?: HeaderOperations;
  /** Headers that are changed before the caller sees them. Becomes `service.headers.response`. Istio and Gateway API. Default: none. */
  readonly responseHeaders?: HeaderOperations;
  /** How connections to both versions are made. Becomes `service.trafficPolicy`, of the DestinationRules that Flagger makes. Istio. Default: the mesh's. */
  readonly trafficPolicy?: DestinationPolicy;
  /** Adds all ports of the container to the Services. Becomes `service.portDiscovery`. Default: where the service has several ports. */
  readonly portDiscovery?: boolean;
  /** Labels and annotations of the Service by which others call. Becomes `service.apex`. Default: none. */
  readonly apexMetadata?: ObjectMetadata;
  /** Labels and annotations of what stands for the old version. Becomes `service.primary`. Default: none. */
  readonly primaryMetadata?: ObjectMetadata;
  /** Labels and annotations of what stands for the new version. Becomes `service.canary`. Default: none. */
  readonly canaryMetadata?: ObjectMetadata;
  /** Keys of annotations that others put on Flagger's objects and that stay. Becomes `service.unmanagedMetadata.annotations`. Default: none. */
  readonly unmanagedAnnotations?: string[];
  /** Keys of labels that others put on Flagger's objects and that stay. Becomes `service.unmanagedMetadata.labels`. Default: none. */
  readonly unmanagedLabels?: string[];
  /** Becomes `autoscalerRef.primaryScalerReplicas.minReplicas`. Default: as the autoscaler of the service. */
  readonly primaryMinReplicas?: number | NumberParameter;
  /** Becomes `autoscalerRef.primaryScalerReplicas.maxReplicas`. Default: as the autoscaler of the service. */
  readonly primaryMaxReplicas?: number | NumberParameter;
  /** Share of the primary's pods that must be ready, in percent. Becomes `analysis.primaryReadyThreshold`. Default: 100. */
  readonly primaryReadyThreshold?: number;
  /** Share of the new version's pods that must be ready, in percent. Becomes `analysis.canaryReadyThreshold`. Default: 100. */
  readonly canaryReadyThreshold?: number;
  /** Time for the new version's pods to become ready; then it is rolled back. Becomes `progressDeadlineSeconds`. Default: 10 minutes. */
  readonly progressDeadline?: Duration;
  /** Promotes as soon as the pods are ready. Becomes `skipAnalysis`. Default: false. */
  readonly skipAnalysis?: boolean;
  /** Holds everything. Becomes `suspend`. Default: false. */
  readonly suspend?: boolean;
  /** Puts things back when the Canary is deleted. Becomes `revertOnDeletion`. Default: false. */
  readonly revertOnDeletion?: boolean;
}

/** Who has seen the new version keeps seeing it. See https://docs.flagger.app/usage/deployment-strategies#canary-release-with-session-affinity */
export interface SessionAffinity {
  /** The cookie of those who reached the new version. Becomes `cookieName`. */
  readonly cookieName: string;
  /** The cookie of those who stay with the old one. Becomes `primaryCookieName`. Default: none. */
  readonly primaryCookieName?: string;
  /** How long the browser keeps it. Becomes `maxAge`, in seconds. Default: 1 day. */
  readonly maxAge?: Duration;
}

/** A canary by weights. See https://docs.flagger.app/usage/deployment-strategies#canary-release */
export interface FlaggerCanaryProps extends FlaggerProps {
  /** How much is added per step, 1 to 100. Becomes `analysis.stepWeight`. Either this or `stepWeights`. Default: not stated. */
  readonly stepWeight?: number | NumberParameter;
  /** The weights one by one, rising, 1 to 100. Becomes `analysis.stepWeights`. Default: not stated. */
  readonly stepWeights?: number[];
  /** At or above this weight the version is promoted. Becomes `analysis.maxWeight`. Default: 100. With `stepWeights`, its last element counts. */
  readonly maxWeight?: number | NumberParameter;
  /** How much goes back to the primary per step once it is promoted. Becomes `analysis.stepWeightPromotion`. Default: all at once. */
  readonly stepWeightPromotion?: number | NumberParameter;
  /** Sends copies of requests to the new version for one check before it gets any. Becomes `analysis.mirror`. Default: false. */
  readonly mirror?: boolean;
  /** Share of requests that are copied. Becomes `analysis.mirrorWeight`. Default: 100. */
  readonly mirrorWeight?: number | NumberParameter;
  /** Keeps callers with the version that they met. Becomes `analysis.sessionAffinity`. Istio and Gateway API. Default: none. */
  readonly sessionAffinity?: SessionAffinity;
}

/** An A/B test by headers and cookies. See https://docs.flagger.app/usage/deployment-strategies#a-b-testing */
export interface FlaggerAbTestProps extends FlaggerProps {
  /** How many passing checks promote. Becomes `analysis.iterations`. */
  readonly iterations: number | NumberParameter;
  /** Whose requests go to the new version: by headers, cookies or (Istio) labels of the calling pods. Becomes `analysis.match`. */
  readonly matches: Match[];
}

/** A blue/green release with checks, and with copies of requests where stated. See https://docs.flagger.app/usage/deployment-strategies#blue-green-deployments */
export interface FlaggerBlueGreenProps extends FlaggerProps {
  /** How many passing checks promote. Becomes `analysis.iterations`. */
  readonly iterations: number | NumberParameter;
  /** Sends copies of requests to the new version meanwhile. Becomes `analysis.mirror`. Istio. Default: false. */
  readonly mirror?: boolean;
  /** Share of requests that are copied. Becomes `analysis.mirrorWeight`. Default: 100. */
  readonly mirrorWeight?: number | NumberParameter;
  /** How much goes back to the primary per step once it is promoted. Becomes `analysis.stepWeightPromotion`. Default: all at once. */
  readonly stepWeightPromotion?: number | NumberParameter;
}

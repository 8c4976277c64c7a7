import type { FlaggerScope } from '../../analysis/flagger';
import { Telemetry } from '../../analysis/telemetry';

/** What moves the requests. Becomes `spec.provider` of the Canary. See https://docs.flagger.app/usage/deployment-strategies */
export enum FlaggerProvider {
  /** An Istio VirtualService. */
  ISTIO = 'istio',
  /** An HTTPRoute of the Gateway API; needs `gatewayRefs`. */
  GATEWAY_API = 'gatewayapi:v1',
  /** Kubernetes Services alone: blue/green. */
  KUBERNETES = 'kubernetes',
  /** A Knative Service, whose traffic Flagger splits. */
  KNATIVE = 'knative',
  /** A second Ingress of the NGINX controller. */
  NGINX = 'nginx',
}

/** What Flagger can do with a provider, as its sources and recorded runs say. */
export interface ProviderAbilities {
  /** Shares between 0 and 100. */
  readonly weights: boolean;
  /** Routes by header or cookie. */
  readonly match: boolean;
  readonly mirror: boolean;
  readonly sessionAffinity: boolean;
  /** Options of the routes and Services that it reads. */
  readonly options: readonly string[];
  readonly telemetry: Telemetry;
  readonly builtIn: FlaggerScope['builtIn'];
}

const SERVICES = ['portDiscovery', 'apexMetadata', 'primaryMetadata', 'canaryMetadata', 'primaryMinReplicas', 'primaryMaxReplicas'];
const ROUTES = [...SERVICES, 'hosts', 'serviceMatches', 'rewrite', 'timeout', 'requestHeaders', 'responseHeaders'];

export const ABILITIES: { readonly [provider in FlaggerProvider]: ProviderAbilities } = {
  [FlaggerProvider.ISTIO]: {
    weights: true,
    match: true,
    mirror: true,
    sessionAffinity: true,
    options: [...ROUTES, 'gateways', 'delegation', 'retries', 'cors', 'trafficPolicy'],
    telemetry: Telemetry.ISTIO_DESTINATION,
    builtIn: ['success-rate', 'latency'],
  },
  // Its built-in queries read the program's own series; the gateway's are read by templates. A canary that mirrors never begins (F26).
  [FlaggerProvider.GATEWAY_API]: {
    weights: true,
    match: true,
    mirror: false,
    sessionAffinity: true,
    options: [...ROUTES, 'gatewayRefs'],
    telemetry: Telemetry.ISTIO_SOURCE,
    builtIn: [],
  },
  [FlaggerProvider.KUBERNETES]: {
    weights: false,
    match: false,
    mirror: false,
    sessionAffinity: false,
    options: SERVICES,
    telemetry: Telemetry.APPLICATION,
    builtIn: ['success-rate', 'latency'],
  },
  [FlaggerProvider.KNATIVE]: {
    weights: true,
    match: false,
    mirror: false,
    sessionAffinity: false,
    options: [],
    telemetry: Telemetry.KNATIVE,
    builtIn: ['success-rate', 'latency'],
  },
  // Its built-in duration is an average, no percentile.
  [FlaggerProvider.NGINX]: {
    weights: true,
    match: true,
    mirror: false,
    sessionAffinity: false,
    options: [...SERVICES, 'hosts', 'ingressClass'],
    telemetry: Telemetry.NGINX,
    builtIn: ['success-rate'],
  },
};

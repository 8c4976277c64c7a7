import { requireShape } from '../../shapes/shapes';
import type { IngressGateway } from '../../traffic/ingress-gateway';
import type { GatewayReference } from '../support/gateway-reference';

/** A VirtualService whose weights Argo Rollouts writes. */
export interface ManagedVirtualService {
  /** Becomes `metadata.name`. Default: the service's name. */
  readonly name?: string;
  /** Becomes `hosts`. Default: the service's name. */
  readonly hosts?: string[];
  /** Becomes `gateways`; `mesh` for callers inside. Default: `mesh`. */
  readonly gateways?: (IngressGateway | string)[];
  /** Makes it one that a root VirtualService delegates to: without hosts and gateways. Default: false. */
  readonly delegate?: boolean;
}

/** Routing between two Services. See https://argo-rollouts.readthedocs.io/en/stable/features/traffic-management/istio/#host-level-traffic-splitting */
export interface ArgoIstioProps {
  /** The VirtualServices. Becomes `virtualService`, or `virtualServices` where there are several. Default: one for the service's name. */
  readonly virtualServices?: ManagedVirtualService[];
  /** Two Services change roles with each release instead of changing their pods. Becomes `pingPong`. Default: false. */
  readonly pingPong?: boolean;
}

/** Routing between two subsets. See https://argo-rollouts.readthedocs.io/en/stable/features/traffic-management/istio/#subset-level-traffic-splitting */
export interface ArgoIstioSubsetProps {
  /** The VirtualServices. Becomes `virtualService`, or `virtualServices` where there are several. Default: one for the service's name. */
  readonly virtualServices?: ManagedVirtualService[];
  /** Names of the two subsets: the old version's. Becomes `stableSubsetName`. Default: `stable`. */
  readonly stableSubset?: string;
  /** The new version's. Becomes `canarySubsetName`. Default: `canary`. */
  readonly canarySubset?: string;
}

/** Routing by an HTTPRoute. See https://rollouts-plugin-trafficrouter-gatewayapi.readthedocs.io/ */
export interface ArgoGatewayApiProps {
  /** Gateways that the HTTPRoute attaches to. Becomes `parentRefs`. */
  readonly gateways: GatewayReference[];
  /** Becomes `hostnames`. Default: all. */
  readonly hosts?: string[];
}

/** The closed union that `routing.ts` renders. */
export type TrafficKind =
  | { readonly kind: 'istio'; readonly props: ArgoIstioProps }
  | { readonly kind: 'istio-subsets'; readonly props: ArgoIstioSubsetProps }
  | { readonly kind: 'gateway-api'; readonly props: ArgoGatewayApiProps }
  | { readonly kind: 'plugin'; readonly name: string; readonly config: { [field: string]: unknown } };

/** How Argo Rollouts moves requests. Without it, a canary's weight is its share of the pods. */
export class ArgoTraffic {
  /** By a VirtualService between two Services. See https://argo-rollouts.readthedocs.io/en/stable/features/traffic-management/istio/ */
  public static istio(props: ArgoIstioProps = {}): ArgoTraffic {
    requireShape('ArgoIstioProps', props, 'ArgoTraffic.istio()');
    return new ArgoTraffic({ kind: 'istio', props });
  }

  /** By a VirtualService between two subsets of a DestinationRule. */
  public static istioSubsets(props: ArgoIstioSubsetProps = {}): ArgoTraffic {
    requireShape('ArgoIstioSubsetProps', props, 'ArgoTraffic.istioSubsets()');
    return new ArgoTraffic({ kind: 'istio-subsets', props });
  }

  /** By an HTTPRoute between two Services, through the controller's plugin. See https://rollouts-plugin-trafficrouter-gatewayapi.readthedocs.io/ */
  public static gatewayApi(props: ArgoGatewayApiProps): ArgoTraffic {
    requireShape('ArgoGatewayApiProps', props, 'ArgoTraffic.gatewayApi()');
    return new ArgoTraffic({ kind: 'gateway-api', props });
  }

  /** By another plugin, between two Services; what the plugin writes to is yours. Becomes `trafficRouting.plugins`. */
  public static plugin(name: string, config: { [field: string]: unknown }): ArgoTraffic {
    requireShape('string', name, 'ArgoTraffic.plugin()');
    return new ArgoTraffic({ kind: 'plugin', name, config });
  }

  /** @internal */
  public readonly _kind: TrafficKind;

  private constructor(kind: unknown) {
    this._kind = kind as TrafficKind;
  }
}

import type { FieldPath } from '../../check/finding';
import type { SourcedManifest } from '../sourced';
import type { AuthorizationPolicy } from './authorization';
import type { DestinationRules } from './destination-rules';
import type { GatewayServer } from './gateways';
import type { Registry } from './registry';
import type { SidecarScope } from './sidecars';
import type { VirtualService } from './virtual-service';

/** Routing objects as Istio's control plane reads them. */
export interface IstioModel {
  /** Every host that requests can be sent to: Services and ServiceEntries. */
  readonly registry: Registry;
  /** Oldest first, delegates merged in; HTTPRoutes are among them, turned into the same form. */
  readonly virtualServices: readonly VirtualService[];
  readonly destinationRules: DestinationRules;
  /** The servers of Gateways and the listeners of Gateway API Gateways. */
  readonly servers: readonly GatewayServer[];
  readonly sidecars: readonly SidecarScope[];
  readonly authorizationPolicies: readonly AuthorizationPolicy[];
  /** What takes no part in routing, and why. */
  readonly dropped: readonly Dropped[];
}

/** An object, or a part of one, that Istio refuses or leaves out. */
export interface Dropped {
  readonly object: SourcedManifest;
  readonly path: FieldPath;
  readonly reason: string;
  /** Who refuses it; left out, it is Istio. */
  readonly by?: 'the API server';
  /** `refused`: the object is not taken (by Istio's webhook, unless `by` says another). `ignored`: it is taken, and has no effect. */
  readonly effect: 'refused' | 'ignored';
}

import type { IngressGateway } from './ingress-gateway';

/** Istio's word for all callers inside. */
export const MESH = 'mesh';

/** Where the callers of a service come from. */
export interface Exposure {
  /** The gateways through which it is called: constructs, or `namespace/name`. Becomes `gateways`, beside `mesh`. Default: none. */
  readonly gateways?: (IngressGateway | string)[];
  /** The hosts by which it is called from outside. Becomes `hosts`, beside the service's own name. */
  readonly hosts?: string[];
  /** Whether the routes hold for callers in the mesh as well. Default: true. */
  readonly mesh?: boolean;
  /**
   * Whether the routes of a shared host (`HostRoutes`) may delegate to these. Becomes a second VirtualService `<name>-delegate` without
   * hosts. Default: false.
   */
  readonly delegate?: boolean;
}

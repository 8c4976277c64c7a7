import type { TreeObject } from '../../manifest/tree';

/** A Gateway of the Gateway API that routes attach to. Becomes `parentRefs[]`. */
export interface GatewayReference {
  /** The name of the Gateway. */
  readonly name: string;
  /** Default: the namespace of the service. */
  readonly namespace?: string;
  /** One listener of the Gateway. Default: all. */
  readonly sectionName?: string;
  /** One port of the Gateway. Default: all. */
  readonly port?: number;
}

export function parentRef({ name, namespace, sectionName, port }: GatewayReference): TreeObject {
  return { group: 'gateway.networking.k8s.io', kind: 'Gateway', name, namespace, sectionName, port };
}

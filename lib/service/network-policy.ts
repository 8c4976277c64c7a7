import type { TreeObject } from '../manifest/tree';
import { serviceLabels } from './labels';
import type { Microservice } from './microservice';
import type { NetworkPeer } from './network-peer';
import { transport } from './ports';

/** Who may call the pods of a service, and whom they may call. Whoever is not named is kept out. */
export interface NetworkAccess {
  /**
   * Who may call, at the ports of the service and, in the mesh, at that of its tunnel. Becomes `ingress`. Default: not restricted. An empty
   * list: nobody.
   */
  readonly from?: NetworkPeer[];
  /**
   * Whom the pods may call. Becomes `egress`; DNS, and Istio's control plane unless `sidecarInjection` is false, are added. Default: not
   * restricted. An empty list: nobody else.
   */
  readonly to?: NetworkPeer[];
}

const DNS: TreeObject = {
  to: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'kube-system' } } }],
  ports: [
    { port: 53, protocol: 'UDP' },
    { port: 53, protocol: 'TCP' },
  ],
};

/** Where a sidecar gets its configuration and certificates. See https://istio.io/latest/docs/ops/deployment/application-requirements/ */
const CONTROL_PLANE: TreeObject = {
  to: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'istio-system' } } }],
  ports: [{ port: 15012, protocol: 'TCP' }],
};

/** Where the mesh's own tunnel ends in ambient mode. See https://istio.io/latest/docs/ambient/usage/networkpolicy/ */
const TUNNEL: TreeObject = { port: 15008, protocol: 'TCP' };

/**
 * A NetworkPolicy for all pods of a service, found by a label that every strategy leaves alone (Flagger changes `app`).
 * See https://kubernetes.io/docs/concepts/services-networking/network-policies/
 */
export function addNetworkPolicy(service: Microservice): void {
  const network = service._network;
  if (!network.from && !network.to) return;
  service.addObject('network-policy', {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    name: service.name,
    labels: serviceLabels(service),
    fields: {
      spec: {
        podSelector: { matchLabels: { 'app.kubernetes.io/name': service.name } },
        policyTypes: [...(network.from ? ['Ingress'] : []), ...(network.to ? ['Egress'] : [])],
        ingress: network.from && ingress(service, network.from),
        egress: network.to && egress(service, network.to),
      },
    },
  });
}

function ingress(service: Microservice, peers: readonly NetworkPeer[]): TreeObject[] {
  if (peers.length === 0) return [];
  const ports = service._ports.map(({ containerPort, protocol }) => ({ port: containerPort, protocol: transport(protocol) }));
  return [{ from: peers.map((peer) => peer._tree), ports: withTunnel(service, ports) }];
}

function egress(service: Microservice, peers: readonly NetworkPeer[]): TreeObject[] {
  const called = peers.map((peer) => ({ to: [peer._tree], ports: peer._ports && withTunnel(service, peer._ports) }));
  return [...called, DNS, ...(meshed(service) ? [CONTROL_PLANE] : [])];
}

/** No ports at all would mean every port. */
function withTunnel(service: Microservice, ports: readonly TreeObject[]): TreeObject[] {
  return meshed(service) && ports.length > 0 ? [...ports, TUNNEL] : [...ports];
}

function meshed(service: Microservice): boolean {
  return service.versions.some(({ props }) => props.sidecarInjection !== false);
}

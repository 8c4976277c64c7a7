import type { TreeObject } from '../manifest/tree';
import { requireShape } from '../shapes/shapes';
import { cidrProblem, exceptProblem } from './cidr';
import type { Microservice } from './microservice';
import { transport } from './ports';

/** One of those who may call, or be called. See https://kubernetes.io/docs/concepts/services-networking/network-policies/ */
export class NetworkPeer {
  /** The pods of another microservice; as one that is called: at its ports. */
  public static service(service: Microservice): NetworkPeer {
    requireShape('Microservice', service, 'NetworkPeer.service()');
    const peer = { podSelector: { matchLabels: { 'app.kubernetes.io/name': service.name } } };
    const ports = service._ports.map(({ containerPort, protocol }) => ({ port: containerPort, protocol: transport(protocol) }));
    return new NetworkPeer(service.namespace === undefined ? peer : { ...inNamespace(service.namespace), ...peer }, ports);
  }

  /** All pods of a namespace. */
  public static namespace(name: string): NetworkPeer {
    requireShape('string', name, 'NetworkPeer.namespace()');
    return new NetworkPeer(inNamespace(name));
  }

  /**
   * Pods with these labels.
   * @param namespace Default: the namespace of the policy.
   */
  public static pods(labels: { [label: string]: string }, namespace?: string): NetworkPeer {
    requireShape('{}string', labels, 'NetworkPeer.pods()');
    const peer = { podSelector: { matchLabels: labels } };
    return new NetworkPeer(namespace === undefined ? peer : { ...inNamespace(namespace), ...peer });
  }

  /**
   * Addresses outside of the cluster.
   * @param cidr For example `10.0.0.0/8`.
   * @param except Ranges within it that are left out.
   */
  public static cidr(cidr: string, except?: string[]): NetworkPeer {
    requireShape('string', cidr, 'NetworkPeer.cidr()');
    if (except) requireShape('[]string', except, 'NetworkPeer.cidr()');
    const [wrong] = [cidrProblem(cidr), ...(except ?? []).map((each) => exceptProblem(cidr, each))].filter(Boolean);
    if (wrong) throw new Error(`NetworkPeer.cidr('${cidr}'): ${wrong}`);
    return new NetworkPeer({ ipBlock: { cidr, except } });
  }

  /** @internal */
  public readonly _tree: TreeObject;
  /** @internal */
  public readonly _ports: readonly TreeObject[] | undefined;

  private constructor(tree: unknown, ports?: unknown) {
    this._tree = tree as TreeObject;
    this._ports = ports as readonly TreeObject[] | undefined;
  }
}

function inNamespace(name: string): TreeObject {
  return { namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': name } } };
}

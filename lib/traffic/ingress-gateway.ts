import { Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { ManifestObject } from '../manifest/manifest-object';
import { rememberSource } from '../manifest/source-line';
import { requireShape } from '../shapes/shapes';
import { gatewayProblems } from './gateway-problems';
import type { GatewayServer } from './gateway-server';
import { serverTree } from './istio/gateway-server';

export interface IngressGatewayProps {
  /** Becomes `metadata.name`. Default: the construct's id. */
  readonly name?: string;
  /** Becomes `metadata.namespace`. Default: the namespace of the chart. */
  readonly namespace?: string;
  /**
   * The pods that take the requests. Becomes `spec.selector`. Default: `istio: ingressgateway`, Istio's own ingress gateway. TLS secrets
   * must be in the namespace of those pods.
   */
  readonly selector?: { [label: string]: string };
  /** The ports that are open, and for which hosts. Becomes `spec.servers`. Use `GatewayServer.http(...)` and `GatewayServer.https(...)`. */
  readonly servers: GatewayServer[];
}

/**
 * Where requests enter the mesh, as an Istio Gateway: ports, hosts and TLS. Which version answers is said by the routes of the services
 * that name it. See https://istio.io/latest/docs/reference/config/networking/gateway/
 *
 * @example
 * const gateway = new IngressGateway(chart, 'shop', { servers: [GatewayServer.http(['shop.example.com'])] });
 */
export class IngressGateway extends Construct {
  /** The name of the Gateway. */
  public readonly name: string;
  /** The namespace of the Gateway, if it or the chart states one. */
  public readonly namespace?: string;
  /** The ports that are open. */
  public readonly servers: GatewayServer[];

  public constructor(scope: Construct, id: string, props: IngressGatewayProps) {
    super(scope, id);
    rememberSource(this);
    requireShape('IngressGatewayProps', props, this.node.path);
    this.name = props.name ?? id;
    this.namespace = props.namespace ?? Chart.of(this).namespace;
    this.servers = props.servers;
    new ManifestObject(this, 'gateway', {
      apiVersion: 'networking.istio.io/v1',
      kind: 'Gateway',
      name: this.name,
      namespace: this.namespace,
      fields: { spec: { selector: props.selector ?? { istio: 'ingressgateway' }, servers: props.servers.map(serverTree) } },
    });
    this.node.addValidation({ validate: () => gatewayProblems(this) });
  }

  /** How a route of that namespace names this gateway: `namespace/name`, or the name alone within one namespace. */
  public referenceFrom(namespace?: string): string {
    return this.namespace === undefined || this.namespace === namespace ? this.name : `${this.namespace}/${this.name}`;
  }
}

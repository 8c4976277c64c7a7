import { ApiObject, Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { ManifestObject } from '../manifest/manifest-object';
import { rememberSource } from '../manifest/source-line';
import { objectNameProblem } from '../service/names';
import { requireShape } from '../shapes/shapes';
import { claimHosts } from './claimed-hosts';
import type { IngressGateway } from './ingress-gateway';
import { gatewayNames } from './istio/http-match';
import { httpRoute } from './istio/http-route';
import { rewriteProblems } from './istio/rewrite-problems';
import type { Route } from './route';
import { orderProblems, routeProblems } from './route-problems';

export interface HostRoutesProps {
  /** Becomes `metadata.name`. Default: the construct's id. */
  readonly name?: string;
  /** The hosts that several services share. Becomes `hosts`. */
  readonly hosts: string[];
  /** The gateways through which they are called. Becomes `gateways`. */
  readonly gateways: (IngressGateway | string)[];
  /**
   * In order: the first that matches decides. `Route.when(...).delegateTo(service)` leaves the choice of the version to the service, whose
   * release states `delegate: true`; `toService(service)` means any of its pods, whatever its own routes say.
   */
  readonly routes: Route[];
}

/**
 * The routes of hosts that several services share, by path for example, as one VirtualService: a host can be routed in one place only. The
 * split between versions stays with each service, by delegation, so that a release changes nothing here.
 * See https://istio.io/latest/docs/reference/config/networking/virtual-service/#Delegate
 */
export class HostRoutes extends Construct {
  public constructor(scope: Construct, id: string, props: HostRoutesProps) {
    super(scope, id);
    rememberSource(this);
    requireShape('HostRoutesProps', props, this.node.path);
    const namespace = Chart.of(this).namespace;
    const name = props.name ?? id;
    const gateways = gatewayNames(props.gateways, namespace);
    new ManifestObject(this, 'virtual-service', {
      apiVersion: 'networking.istio.io/v1',
      kind: 'VirtualService',
      name,
      fields: { spec: { hosts: props.hosts, gateways, http: props.routes.map((route) => httpRoute(route, namespace, new Map())) } },
    });
    this.node.addValidation({
      validate: () => [
        ...nameProblems(name),
        ...claimHosts(this, props.hosts, gateways, namespace),
        ...props.routes.flatMap((route, index) =>
          [...delegateProblems(route), ...routeProblems(route), ...rewriteProblems(route)].map((problem) => `routes[${index}]: ${problem}`),
        ),
        ...orderProblems(props.routes),
      ],
    });
  }
}

function nameProblems(name: string): string[] {
  const wrong = objectNameProblem(name);
  return wrong ? [`VirtualService ${name}: metadata.name ${wrong}`] : [];
}

/** A rule whose delegate does not exist is dropped without a word. */
function delegateProblems({ _parts: { delegate } }: Route): string[] {
  if (!delegate) return [];
  delegate._prepare([]);
  const name = `${delegate.name}-delegate`;
  if (delegate.node.children.some((child) => ApiObject.isApiObject(child) && child.kind === 'VirtualService' && child.name === name))
    return [];
  return [
    `it delegates to ${delegate.node.path}, whose release makes no VirtualService ${name}, so the rule would be dropped; state delegate: true there.`,
  ];
}

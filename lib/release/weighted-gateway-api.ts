import { serviceLabels } from '../service/labels';
import type { Microservice } from '../service/microservice';
import { PortProtocol } from '../service/ports';
import { addDeploymentPerVersion, addSharedService, servicePorts } from '../service/workloads';
import { grpcPathProblems, grpcRule } from '../traffic/gateway-api/grpc-route';
import { httpRule } from '../traffic/gateway-api/http-route';
import { precedenceProblems } from '../traffic/gateway-api/precedence';
import { GRPC_ROUTE, HTTP_ROUTE, unsupportedProblems } from '../traffic/gateway-api/problems';
import type { Route } from '../traffic/route';
import { routesProblems } from '../traffic/route-problems';
import type { IRelease } from './release';
import { type GatewayReference, parentRef } from './support/gateway-reference';

/** Routes on the Gateway API. See https://gateway-api.sigs.k8s.io/guides/traffic-splitting/ */
export interface WeightedOnGatewayApiProps {
  /** The Gateway that requests come through. Becomes `parentRefs[0]`. */
  readonly gateway: GatewayReference;
  /** Further Gateways. Become `parentRefs`. Default: none. */
  readonly furtherGateways?: GatewayReference[];
  /** Becomes `hostnames`. Default: all that the Gateway takes. */
  readonly hosts?: string[];
  /** In order, which must be the order that the Gateway API has by itself: the more specific first. A prefix holds for whole path elements. */
  readonly routes: Route[];
}

/** All versions run side by side behind an HTTPRoute, or a GRPCRoute where the service speaks gRPC. Made by `WeightedRelease.onGatewayApi`. */
export class WeightedOnGatewayApi implements IRelease {
  public constructor(private readonly props: WeightedOnGatewayApiProps) {}

  public bind(service: Microservice): void {
    const { gateway, furtherGateways = [], hosts, routes } = this.props;
    const grpc = service._ports[0]?.protocol === PortProtocol.GRPC;
    const problems = [
      ...routesProblems(service, routes),
      ...unsupportedProblems(routes, grpc ? GRPC_ROUTE : HTTP_ROUTE),
      ...(grpc ? grpcPathProblems(routes) : []),
      ...precedenceProblems(routes),
    ];
    for (const problem of problems) service.addProblem(`WeightedRelease.onGatewayApi: ${problem}`);
    addSharedService(service);
    addDeploymentPerVersion(service);
    addServicePerVersion(service);
    service.addObject(grpc ? 'grpc-route' : 'http-route', {
      apiVersion: 'gateway.networking.k8s.io/v1',
      kind: grpc ? 'GRPCRoute' : 'HTTPRoute',
      name: service.name,
      labels: serviceLabels(service),
      fields: {
        spec: {
          parentRefs: [gateway, ...furtherGateways].map(parentRef),
          hostnames: hosts,
          rules: routes.map(grpc ? grpcRule : httpRule),
        },
      },
    });
  }
}

/** The backends of the routes: the Gateway API has no subsets. */
function addServicePerVersion(service: Microservice): void {
  for (const version of service.versions)
    service.addObject(`service-${version.name}`, {
      apiVersion: 'v1',
      kind: 'Service',
      name: version.workloadName,
      labels: { ...serviceLabels(service), version: version.name },
      fields: { spec: { selector: { app: service.name, version: version.name }, ports: servicePorts(service) } },
    });
}

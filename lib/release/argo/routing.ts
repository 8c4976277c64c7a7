import { Telemetry } from '../../analysis/telemetry';
import type { Tree, TreeObject } from '../../manifest/tree';
import { serviceLabels } from '../../service/labels';
import type { Microservice } from '../../service/microservice';
import { addSharedService, servicePorts } from '../../service/workloads';
import { parentRef } from '../support/gateway-reference';
import { addManagedVirtualServices } from './managed-virtual-service';
import type { ArgoGatewayApiProps, ArgoIstioProps, ArgoIstioSubsetProps, ArgoTraffic } from './traffic';

/** What traffic routing adds to `spec.strategy.canary`, and how the new version is measured with it. */
export interface ArgoRouting {
  readonly fields: TreeObject;
  readonly trafficRouting?: TreeObject;
  readonly telemetry: Telemetry;
  /** The Service that selects the new version's pods alone. */
  readonly canaryService?: string;
}

const GATEWAY_API_PLUGIN = 'argoproj-labs/gatewayAPI';

/** Adds Services and routes beside a Rollout. */
export function addRouting(service: Microservice, traffic: ArgoTraffic | undefined): ArgoRouting {
  addSharedService(service);
  const kind = traffic?._kind;
  switch (kind?.kind) {
    case undefined:
      return { fields: {}, telemetry: Telemetry.APPLICATION };
    case 'istio':
      return istioRouting(service, kind.props);
    case 'istio-subsets':
      return subsetRouting(service, kind.props);
    case 'gateway-api':
      return gatewayApiRouting(service, kind.props);
    case 'plugin':
      return { ...byServices(service), trafficRouting: { plugins: { [kind.name]: kind.config as Tree } } };
  }
}

function byServices(service: Microservice): ArgoRouting & { readonly stable: string; readonly canary: string } {
  const [stable, canary] = addRoleServices(service, ['stable', 'canary']);
  return {
    fields: { stableService: stable, canaryService: canary },
    telemetry: Telemetry.APPLICATION,
    canaryService: canary,
    stable,
    canary,
  };
}

function istioRouting(service: Microservice, props: ArgoIstioProps): ArgoRouting {
  const roles: [string, string] = props.pingPong ? ['ping', 'pong'] : ['stable', 'canary'];
  const [first, second] = addRoleServices(service, roles);
  const virtualServices = addManagedVirtualServices(service, props.virtualServices, [{ host: first }, { host: second }]);
  // With ping-pong either Service may be the new version's, so it is told by its pods.
  return props.pingPong
    ? {
        fields: { pingPong: { pingService: first, pongService: second } },
        trafficRouting: { istio: virtualServices },
        telemetry: Telemetry.ISTIO_DESTINATION,
      }
    : {
        fields: { stableService: first, canaryService: second },
        trafficRouting: { istio: virtualServices },
        telemetry: Telemetry.ISTIO_SOURCE,
        canaryService: second,
      };
}

function subsetRouting(service: Microservice, props: ArgoIstioSubsetProps): ArgoRouting {
  const [stable, canary] = [props.stableSubset ?? 'stable', props.canarySubset ?? 'canary'];
  // A DestinationRule of its own: Argo Rollouts removes every other subset from it, and adds the pods' hash to these two.
  service.addObject('destination-rule', {
    apiVersion: 'networking.istio.io/v1',
    kind: 'DestinationRule',
    name: service.name,
    labels: serviceLabels(service),
    fields: { spec: { host: service.name, subsets: [stable, canary].map((name) => ({ name, labels: { app: service.name } })) } },
  });
  const virtualServices = addManagedVirtualServices(service, props.virtualServices, [
    { host: service.name, subset: stable },
    { host: service.name, subset: canary },
  ]);
  const destinationRule = { name: service.name, stableSubsetName: stable, canarySubsetName: canary };
  return { fields: {}, trafficRouting: { istio: { ...virtualServices, destinationRule } }, telemetry: Telemetry.ISTIO_DESTINATION };
}

function gatewayApiRouting(service: Microservice, props: ArgoGatewayApiProps): ArgoRouting {
  const { stable, canary, ...routing } = byServices(service);
  service.addObject('http-route', {
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'HTTPRoute',
    name: service.name,
    labels: serviceLabels(service),
    fields: {
      spec: {
        parentRefs: props.gateways.map(parentRef),
        hostnames: props.hosts,
        rules: [
          {
            backendRefs: [
              { name: stable, port: service.port, weight: 100 },
              { name: canary, port: service.port, weight: 0 },
            ],
          },
        ],
      },
    },
  });
  const config = { httpRoute: service.name, namespace: service.namespace };
  return { ...routing, trafficRouting: { plugins: { [GATEWAY_API_PLUGIN]: config } } };
}

/** Two Services that select all pods; Argo Rollouts adds the hash of the version to their selectors. */
export function addRoleServices(service: Microservice, roles: readonly [string, string]): [string, string] {
  const [first, second] = roles.map((role) => {
    const name = `${service.name}-${role}`;
    service.addObject(`service-${role}`, {
      apiVersion: 'v1',
      kind: 'Service',
      name,
      labels: serviceLabels(service),
      fields: { spec: { selector: { app: service.name }, ports: servicePorts(service) } },
    });
    return name;
  });
  return [first as string, second as string];
}

import type { GatewayServer } from '../istio/gateways';
import type { Dropped } from '../istio/model';
import type { Registry } from '../istio/registry';
import type { HttpRule, VirtualService } from '../istio/virtual-service';
import type { ObjectIndex } from '../model';
import { Backends } from './backends';
import { grpcRulesOf } from './grpc-rules';
import { listenersOf } from './listeners';
import { attachments, mergeAttached } from './routes';
import { rulesOf } from './rules';

export interface GatewayApi {
  readonly servers: readonly GatewayServer[];
  readonly virtualServices: readonly VirtualService[];
}

/** Routes of both kinds may serve one host: their rules are put in one order. */
const RULES = { HTTPRoute: rulesOf, GRPCRoute: grpcRulesOf };

/** Gateways, HTTPRoutes and GRPCRoutes in the form in which Istio routes: servers and VirtualServices. */
export function gatewayApiOf(objects: ObjectIndex, registry: Registry, drop: (dropped: Dropped) => void): GatewayApi {
  const listeners = listenersOf(objects);
  const backends = new Backends(objects, registry);
  const routes = Object.entries(RULES).flatMap(([kind, rules]) =>
    objects.ofKind('gateway.networking.k8s.io', kind).map((route) => ({ route, of: rules })),
  );
  const attached = routes.flatMap(({ route, of }) => {
    const usable = (checked: boolean): HttpRule[] => {
      const rules = of(route, backends, checked);
      if (!('unusable' in rules)) return rules;
      drop({ object: route, path: ['spec', 'rules'], reason: rules.unusable, effect: 'ignored' });
      return [];
    };
    return attachments(route, { objects, listeners, backends, drop, rulesOf: usable }).filter(({ service }) => service.rules.length > 0);
  });
  return { servers: listeners.map(({ server }) => server), virtualServices: mergeAttached(attached) };
}

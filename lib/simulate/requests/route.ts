import type { ReleaseModel } from '../../model/model';
import { namespaceOf } from '../../model/objects';
import type { SourcedManifest } from '../../model/sourced';
import { Chain, ownAnswer, unknownAnswer } from './answer';
import { GatewayRouter } from './gateway';
import { type Incoming, incoming } from './incoming';
import { MeshRouter } from './mesh';
import type { Request, RouteAnswer } from './request';

interface Router {
  route(request: Incoming): RouteAnswer;
}

const routers = new WeakMap<ReleaseModel, Map<string, Router>>();

/** Which version answers a request, and why: as Istio's control plane and Envoy would have it. Pure: the same question has the same answer. */
export function route(model: ReleaseModel, request: Request): RouteAnswer {
  const from = request.from ?? 'gateway';
  const router = routerFor(model, from);
  if (!router) return unknownAnswer(new Chain(), `there is no ${from}: ${startsOf(model)}`);
  const parsed = incoming(request);
  if (!('refused' in parsed)) return router.route(parsed);
  return ownAnswer(new Chain().add('entry', parsed.refused), 400, undefined);
}

function routerFor(model: ReleaseModel, from: string): Router | undefined {
  let known = routers.get(model);
  if (!known) {
    known = new Map();
    routers.set(model, known);
  }
  const router = known.get(from) ?? routerOf(model, from);
  if (router) known.set(from, router);
  return router;
}

function routerOf(model: ReleaseModel, from: string): Router | undefined {
  const [, namespace, workload] = /^mesh:([^/]+)\/(.+)$/.exec(from) ?? [];
  if (namespace && workload) return new MeshRouter(model, namespace, workload);
  const name = from === 'gateway' ? undefined : /^gateway:(.+)$/.exec(from)?.[1];
  if (from !== 'gateway' && name === undefined) return undefined;
  const gateway = gatewaysOf(model).find(
    (object) => name === undefined || name === `${namespaceOf(object)}/${object.manifest.metadata.name}`,
  );
  return gateway && new GatewayRouter(model, gateway);
}

/** Gateways of both kinds, in the order of the files. */
function gatewaysOf({ objects }: ReleaseModel): SourcedManifest[] {
  const gateways = new Set([
    ...objects.ofKind('networking.istio.io', 'Gateway'),
    ...objects.ofKind('gateway.networking.k8s.io', 'Gateway'),
  ]);
  return objects.all.filter((object) => gateways.has(object));
}

function startsOf(model: ReleaseModel): string {
  const names = gatewaysOf(model).map((object) => `gateway:${namespaceOf(object)}/${object.manifest.metadata.name}`);
  return `a request starts at ${[...names, 'mesh:NAMESPACE/WORKLOAD'].join(', ')}`;
}

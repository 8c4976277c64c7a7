import type { ReleaseModel } from '../../model/model';
import { namespaceOf } from '../../model/objects';
import type { SourcedManifest } from '../../model/sourced';
import { Chain, ownAnswer, unknownAnswer } from './answer';
import { GatewayRouter } from './gateway';
import { type Incoming, incoming } from './incoming';
import type { Entry } from './limits/limit';
import { Limits } from './limits/limits';
import { MeshRouter } from './mesh';
import type { Request, RouteAnswer } from './request';
import { Sidecars } from './sidecars';

interface Router {
  readonly entry: Entry;
  route(request: Incoming): RouteAnswer;
}

/** Where requests of a model were asked about before, with all that was worked out for it. */
class Routers {
  private readonly known = new Map<string, Router>();
  private readonly sidecars: Sidecars;
  readonly limits: Limits;

  constructor(private readonly model: ReleaseModel) {
    this.sidecars = new Sidecars(model);
    this.limits = new Limits(model);
  }

  at(from: string): Router | undefined {
    const router = this.known.get(from) ?? this.make(from);
    if (router) this.known.set(from, router);
    return router;
  }

  private make(from: string): Router | undefined {
    const [, namespace, workload] = /^mesh:([^/]+)\/(.+)$/.exec(from) ?? [];
    if (namespace && workload) return new MeshRouter(this.model, this.sidecars, namespace, workload);
    const name = /^gateway:(.+)$/.exec(from)?.[1];
    if (from !== 'gateway' && name === undefined) return undefined;
    const gateway = gatewaysOf(this.model).find(
      (object) => name === undefined || name === `${namespaceOf(object)}/${object.manifest.metadata.name}`,
    );
    return gateway && new GatewayRouter(this.model, gateway);
  }
}

const ofModel = new WeakMap<ReleaseModel, Routers>();

/** Which version answers a request, and why: as Istio's control plane and Envoy would have it. Pure: the same question has the same answer. */
export function route(model: ReleaseModel, request: Request): RouteAnswer {
  const from = request.from ?? 'gateway';
  const routers = routersOf(model);
  const router = routers.at(from);
  if (!router) return unknownAnswer(new Chain(), `there is no ${from}: ${startsOf(model)}`);
  const parsed = incoming(request);
  if (!('refused' in parsed)) return routers.limits.applyTo(router.route(parsed), router.entry, parsed);
  return ownAnswer(new Chain().add('entry', parsed.refused), 400, undefined);
}

function routersOf(model: ReleaseModel): Routers {
  let known = ofModel.get(model);
  if (!known) {
    known = new Routers(model);
    ofModel.set(model, known);
  }
  return known;
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

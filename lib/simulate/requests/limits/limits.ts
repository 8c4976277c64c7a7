import type { ReleaseModel, Workload } from '../../../model/model';
import type { Incoming } from '../incoming';
import type { RouteAnswer } from '../request';
import { controllersLimit } from './controllers';
import { gatewayClassLimit } from './gateway-classes';
import { claimsLimit, ownHeadersLimit } from './header-sources';
import { ingressLimit } from './ingresses';
import { type Entry, type Limit, type Limited, NOTHING } from './limit';
import { plainClientsLimit, podsLimit } from './pods';
import { proxiesLimit } from './proxies';
import { ambientLimit, localityLimit } from './services';

const LIMITS = [
  ownHeadersLimit,
  claimsLimit,
  proxiesLimit,
  podsLimit,
  plainClientsLimit,
  ambientLimit,
  localityLimit,
  gatewayClassLimit,
  ingressLimit,
  controllersLimit,
];

/** Says of each answer what it leaves out. Where a model has nothing that is left out, it costs nothing. */
export class Limits {
  private readonly limits: readonly Limit[];
  private readonly workloads: ReadonlyMap<string, Workload>;

  constructor(model: ReleaseModel) {
    this.limits = LIMITS.flatMap((make) => make(model) ?? []);
    const all = this.limits.length > 0 ? model.workloads : [];
    this.workloads = new Map(all.map((workload) => [`${workload.id.namespace}/${workload.id.name}`, workload]));
  }

  /** The answer with what it leaves out. Its status is not known where that could change it. */
  applyTo(answer: RouteAnswer, entry: Entry, request: Incoming): RouteAnswer {
    if (this.limits.length === 0) return answer;
    const workloads = answer.destinations.flatMap(({ namespace, pods = [] }) =>
      pods.flatMap(({ workload }) => this.workloads.get(`${namespace}/${workload}`) ?? []),
    );
    const told = this.limits.map((limit) => limit({ entry, request, answer, workloads }));
    const { unmodelled, assumptions } = told.reduce<Limited>(joined, NOTHING);
    return {
      ...answer,
      ...(unmodelled.length > 0 && { status: null, unmodelled: [...(answer.unmodelled ?? []), ...unmodelled] }),
      ...(assumptions.length > 0 && { assumptions }),
    };
  }
}

function joined(a: Limited, b: Limited): Limited {
  return { unmodelled: [...a.unmodelled, ...b.unmodelled], assumptions: [...a.assumptions, ...b.assumptions] };
}

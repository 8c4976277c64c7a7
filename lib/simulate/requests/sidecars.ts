import type { Labels } from '../../model/labels';
import type { ReleaseModel, Workload } from '../../model/model';
import { isHttp } from '../../model/protocol';
import type { Surroundings } from './clusters';
import { meshTable, type SidecarProxy } from './mesh-table';
import { type Scope, scopeOf } from './scope';
import type { RouteTable } from './table';

/** What a sidecar has at a port. */
export interface AtPort {
  readonly scope: Scope;
  readonly table: RouteTable;
  readonly around: Surroundings;
  /** Whether a Service that it can reach speaks HTTP at the port: only then it reads requests for other hosts there. */
  readonly listens: boolean;
}

/** The sidecars of a model. Pods of a namespace that no selector tells apart have the same tables. */
export class Sidecars {
  private readonly known = new Map<string, AtPort>();
  private readonly telling: ReadonlySet<string>;
  private readonly workloads: Surroundings['workloads'];

  constructor(private readonly model: ReleaseModel) {
    this.telling = new Set(selectorsOf(model).flatMap((selector) => Object.keys(selector)));
    this.workloads = new Map(model.workloads.map((one) => [`${one.id.namespace}/${one.id.name}`, one]));
  }

  workload(namespace: string, name: string): Workload | undefined {
    return this.workloads.get(`${namespace}/${name}`);
  }

  at(proxy: SidecarProxy, port: number): AtPort {
    const told = Object.entries(proxy.labels).filter(([key]) => this.telling.has(key));
    const key = JSON.stringify([proxy.namespace, port, ...told.sort(([a], [b]) => (a < b ? -1 : 1))]);
    const known = this.known.get(key);
    if (known) return known;
    const fresh = this.make(proxy, port);
    this.known.set(key, fresh);
    return fresh;
  }

  private make(proxy: SidecarProxy, port: number): AtPort {
    const { istio } = this.model;
    const scope = scopeOf(istio, proxy.namespace, proxy.labels, port);
    const around: Surroundings = {
      ...proxy,
      destinationRules: istio.destinationRules,
      workloads: this.workloads,
      reach: (hostname) => scope.reachable.get(hostname),
      defaultPort: () => port,
      known: new Map(),
      dialled: true,
    };
    const listens = [...scope.hosts.values()].some((host) => host.ports.some((one) => one.number === port && isHttp(one.protocol)));
    return { scope, table: meshTable(scope, proxy, port), around, listens };
  }
}

/** All labels by which an object picks clients. */
function selectorsOf({ istio }: ReleaseModel): Labels[] {
  const matches = istio.virtualServices.flatMap(({ rules }) => rules.flatMap((rule) => rule.matches));
  return [
    ...istio.sidecars.map(({ selector }) => selector ?? {}),
    ...istio.destinationRules.all.map(({ workloadSelector }) => workloadSelector ?? {}),
    ...matches.map(({ sourceLabels }) => sourceLabels),
  ];
}

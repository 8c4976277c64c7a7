import { istioOf } from './istio/istio-of';
import type { Dropped, IstioModel } from './istio/model';
import type { ObjectIndex, ReleaseModel, Service, Workload } from './model';
import { indexOf } from './objects';
import { ownersOf } from './owners';
import { plansOf, type RolloutPlan } from './plan';
import { servicesOf } from './services';
import type { SourcedManifest } from './sourced';
import { workloadsOf } from './workloads';

/** The release model of a set of manifests. Each part is made when it is first asked for. `refused` stands first among what Istio drops. */
export function modelOf(manifests: readonly SourcedManifest[], refused: readonly Dropped[] = []): ReleaseModel {
  return new LazyModel(indexOf(manifests), refused);
}

class LazyModel implements ReleaseModel {
  private madeWorkloads: Workload[] | undefined;
  private madeServices: Service[] | undefined;
  private madeIstio: IstioModel | undefined;
  private madePlans: RolloutPlan[] | undefined;
  private madeOwners: ReleaseModel['ownersOf'] | undefined;

  constructor(
    readonly objects: ObjectIndex,
    private readonly refused: readonly Dropped[],
  ) {}

  get workloads(): readonly Workload[] {
    this.madeWorkloads ??= workloadsOf(this.objects);
    return this.madeWorkloads;
  }

  get services(): readonly Service[] {
    this.madeServices ??= servicesOf(this.objects, this.workloads);
    return this.madeServices;
  }

  get istio(): IstioModel {
    this.madeIstio ??= istioOf(this.objects, this.services, this.workloads, this.refused);
    return this.madeIstio;
  }

  get plans(): readonly RolloutPlan[] {
    this.madePlans ??= plansOf(this.objects);
    return this.madePlans;
  }

  readonly ownersOf: ReleaseModel['ownersOf'] = (id) => {
    this.madeOwners ??= ownersOf(this.objects);
    return this.madeOwners(id);
  };
}

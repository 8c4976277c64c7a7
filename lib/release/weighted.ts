import type { Microservice } from '../service/microservice';
import type { ServiceVersion } from '../service/version';
import { addDeploymentPerVersion, addSharedService } from '../service/workloads';
import { addDestinationRule } from '../traffic/istio/destination-rule';
import { addVirtualService } from '../traffic/istio/virtual-service';
import type { Route } from '../traffic/route';
import type { IRelease } from './release';

export interface WeightedOnIstioProps {
  /** In order: the first route that matches a request decides. */
  readonly routes: Route[];
  /** Names of the subsets, where a team has names already. Default: the names of the versions. */
  readonly subsets?: { [name: string]: ServiceVersion };
}

/** All versions run side by side; routes decide by header, path and weight which one answers. */
export class WeightedRelease implements IRelease {
  /**
   * As a VirtualService and a DestinationRule with one subset per version.
   * See https://istio.io/latest/docs/reference/config/networking/virtual-service/
   */
  public static onIstio(props: WeightedOnIstioProps): WeightedRelease {
    return new WeightedRelease(props);
  }

  private constructor(private readonly props: WeightedOnIstioProps) {}

  public bind(service: Microservice): void {
    const subsets = subsetsOf(service, this.props.subsets);
    addSharedService(service);
    addDeploymentPerVersion(service);
    addDestinationRule(service, subsets);
    addVirtualService(service, this.props.routes, subsets);
  }
}

/** The subset of each version: by the user's names, else by the version's own. */
function subsetsOf(service: Microservice, named: { [name: string]: ServiceVersion } | undefined): Map<ServiceVersion, string> {
  const subsets = new Map<ServiceVersion, string>();
  for (const [name, version] of Object.entries(named ?? {})) {
    if (version.service !== service)
      service.addProblem(`subset '${name}' is a version of ${version.service.node.path}, not of this service.`);
    else if (subsets.has(version))
      service.addProblem(`version '${version.name}' has two subsets, '${subsets.get(version)}' and '${name}'; name it once.`);
    else subsets.set(version, name);
  }
  for (const version of service.versions) if (!subsets.has(version)) subsets.set(version, version.name);
  return subsets;
}

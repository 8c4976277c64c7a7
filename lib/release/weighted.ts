import type { Microservice } from '../service/microservice';
import type { ServiceVersion } from '../service/version';
import { addDeploymentPerVersion, addSharedService } from '../service/workloads';
import { requireShape } from '../shapes/shapes';
import type { DestinationPolicy } from '../traffic/destination-policy';
import type { Exposure } from '../traffic/exposure';
import { addDestinationRule } from '../traffic/istio/destination-rule';
import { addVirtualService } from '../traffic/istio/virtual-service';
import type { Route } from '../traffic/route';
import type { VersionPolicy } from '../traffic/version-policy';
import { policiesOf } from '../traffic/version-policy';
import type { IRelease } from './release';
import { WeightedOnGatewayApi, type WeightedOnGatewayApiProps } from './weighted-gateway-api';

/** Routes of a VirtualService. See https://istio.io/latest/docs/reference/config/networking/virtual-service/ */
export interface WeightedOnIstioProps extends Exposure {
  /** In order: the first route that matches a request decides. */
  readonly routes: Route[];
  /** Names of the subsets, where a team has names already. Default: the names of the versions. */
  readonly subsets?: { [name: string]: ServiceVersion };
  /** How connections to the pods of all versions are made. Becomes `trafficPolicy` of the DestinationRule. Default: Istio's. */
  readonly policy?: DestinationPolicy;
  /** What differs for single versions. Becomes `trafficPolicy` of their subsets. Default: nothing. */
  readonly versionPolicies?: VersionPolicy[];
}

/** All versions run side by side; routes decide by header, path and weight which one answers. */
export class WeightedRelease implements IRelease {
  /**
   * As a VirtualService and a DestinationRule with one subset per version.
   * See https://istio.io/latest/docs/reference/config/networking/virtual-service/
   */
  public static onIstio(props: WeightedOnIstioProps): WeightedRelease {
    requireShape('WeightedOnIstioProps', props, 'WeightedRelease.onIstio()');
    return new WeightedRelease(props);
  }

  /**
   * As an HTTPRoute (a GRPCRoute for gRPC) of the Gateway API, with one Service per version.
   * See https://gateway-api.sigs.k8s.io/api-types/httproute/
   */
  public static onGatewayApi(props: WeightedOnGatewayApiProps): IRelease {
    requireShape('WeightedOnGatewayApiProps', props, 'WeightedRelease.onGatewayApi()');
    return new WeightedOnGatewayApi(props);
  }

  private constructor(private readonly props: WeightedOnIstioProps) {}

  public bind(service: Microservice): void {
    const { routes, subsets: named, policy, versionPolicies = [] } = this.props;
    const subsets = subsetsOf(service, named);
    addSharedService(service);
    addDeploymentPerVersion(service);
    addDestinationRule(service, subsets, policiesOf(service, policy, versionPolicies));
    addVirtualService(service, routes, subsets, this.props);
  }
}

/** The subset of each version: by the user's names, else by the version's own. */
function subsetsOf(service: Microservice, named: { [name: string]: ServiceVersion } | undefined): Map<ServiceVersion, string> {
  const subsets = new Map<ServiceVersion, string>();
  for (const [name, version] of Object.entries(named ?? {})) {
    if (!/^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/.test(name))
      service.addProblem(
        `the subset name '${name}' is no DNS label: lower-case letters, digits and '-', with a letter or digit at both ends.`,
      );
    if (version.service !== service)
      service.addProblem(`subset '${name}' is a version of ${version.service.node.path}, not of this service.`);
    else if (subsets.has(version))
      service.addProblem(`version '${version.name}' has two subsets, '${subsets.get(version)}' and '${name}'; name it once.`);
    else subsets.set(version, name);
  }
  for (const version of service.versions) {
    if (subsets.has(version)) continue;
    if (named && version.name in named)
      service.addProblem(
        `the subset '${version.name}' stands for version '${named[version.name].name}'; name the subset of version '${version.name}' too.`,
      );
    subsets.set(version, version.name);
  }
  return subsets;
}

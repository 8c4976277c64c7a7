import type { Microservice } from '../service/microservice';
import type { ServiceVersion } from '../service/version';
import { addDeploymentPerVersion, addSharedService } from '../service/workloads';
import type { Exposure } from '../traffic/exposure';
import { addDestinationRule } from '../traffic/istio/destination-rule';
import { addVirtualService } from '../traffic/istio/virtual-service';
import type { Match } from '../traffic/match';
import { Route } from '../traffic/route';
import { pairProblems, switchedPair } from './blue-green';
import type { IRelease } from './release';

/** The two versions of a blue/green release by routes of Istio, and who may see the one that waits. */
export interface BlueGreenByRoutesProps {
  /** The version that takes the requests. The default of the parameter `<service>.active`, by which it is switched. */
  readonly active: ServiceVersion;
  /** The version that waits. */
  readonly preview: ServiceVersion;
  /** Whose requests reach the version that waits. Default: nobody's. */
  readonly previewFor?: Match[];
  /** Where callers come from. Default: from the mesh only. */
  readonly exposure?: Exposure;
}

/** Blue/green by a VirtualService whose one default route names the active version. Made by `BlueGreen.byRoutes`. */
export class BlueGreenByRoutes implements IRelease {
  public constructor(private readonly props: BlueGreenByRoutesProps) {}

  public bind(service: Microservice): void {
    const { active, preview, previewFor = [], exposure } = this.props;
    const problems = pairProblems(service, active, preview);
    for (const problem of problems) service.addProblem(`BlueGreen.byRoutes: ${problem}`);
    if (problems.length > 0) return;
    const subsets = new Map(service.versions.map((version) => [version, version.name]));
    addSharedService(service);
    addDeploymentPerVersion(service);
    addDestinationRule(service, subsets);
    for (const { version, other, when } of switchedPair(service, active, preview)) {
      const routes = [...(previewFor.length > 0 ? [Route.when(...previewFor).to(other)] : []), Route.to(version)];
      addVirtualService(service, routes, subsets, exposure, { when, idSuffix: `-${version.name}` });
    }
  }
}

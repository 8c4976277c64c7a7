import { Condition } from '../parameters/condition';
import { Parameter } from '../parameters/parameter';
import { serviceLabels } from '../service/labels';
import type { Microservice } from '../service/microservice';
import type { ServiceVersion } from '../service/version';
import { addDeploymentPerVersion, servicePorts } from '../service/workloads';
import { requireShape } from '../shapes/shapes';
import { BlueGreenByRoutes, type BlueGreenByRoutesProps } from './blue-green-by-routes';
import type { IRelease } from './release';

/** The two versions of a blue/green release by Service. */
export interface BlueGreenProps {
  /** The version that takes the requests. The default of the parameter `<service>.active`, by which it is switched. */
  readonly active: ServiceVersion;
  /** The version that waits, under the name `<service>-preview`. */
  readonly preview: ServiceVersion;
}

/**
 * Two versions run at full size; the Service selects one of them, a second Service the other. Which is which is the parameter
 * `<service>.active`: switching and switching back are one edit each, and take all callers at once, in the mesh or not.
 */
export class BlueGreen implements IRelease {
  /** The same by routes of Istio: callers in the mesh and behind its gateways are switched, testers reach the other version by a header. */
  public static byRoutes(props: BlueGreenByRoutesProps): IRelease {
    requireShape('BlueGreenByRoutesProps', props, 'BlueGreen.byRoutes()');
    return new BlueGreenByRoutes(props);
  }

  public constructor(private readonly props: BlueGreenProps) {
    requireShape('BlueGreenProps', props, 'new BlueGreen()');
  }

  public bind(service: Microservice): void {
    const { active, preview } = this.props;
    const problems = pairProblems(service, active, preview);
    for (const problem of problems) service.addProblem(`BlueGreen: ${problem}`);
    if (problems.length > 0) return;
    addDeploymentPerVersion(service);
    for (const { version, other, when } of switchedPair(service, active, preview)) {
      addSelectingService(service, service.name, version, when, `service-${version.name}`);
      addSelectingService(service, `${service.name}-preview`, other, when, `service-preview-${other.name}`);
    }
  }
}

/** What holds while one of the two versions is the active one. */
interface ActiveVersion {
  readonly version: ServiceVersion;
  readonly other: ServiceVersion;
  readonly when: Condition;
}

/** Both versions with the condition under which they are the active one. */
export function switchedPair(service: Microservice, active: ServiceVersion, preview: ServiceVersion): ActiveVersion[] {
  const parameter = Parameter.choice(`${service.name}.active`, {
    defaultValue: active.name,
    choices: [active.name, preview.name],
    description: `The version of ${service.name} that takes the requests.`,
  });
  return [
    { version: active, other: preview, when: Condition.isChosen(parameter, active.name) },
    { version: preview, other: active, when: Condition.isChosen(parameter, preview.name) },
  ];
}

/** Why two versions are no pair. */
export function pairProblems(service: Microservice, active: ServiceVersion, preview: ServiceVersion): string[] {
  const problems = [active, preview]
    .filter((version) => version.service !== service)
    .map((version) => `version '${version.name}' is one of ${version.service.node.path}, not of this service.`);
  if (active === preview) problems.push(`active and preview are both '${active.name}'; state two versions, or use Recreate.`);
  if (!service.hasService)
    problems.push('the service has no port, so there is no Service to switch; use RollingUpdate or Recreate, or state a port.');
  return problems;
}

function addSelectingService(service: Microservice, name: string, version: ServiceVersion, when: Condition, id: string): void {
  service.addObject(id, {
    apiVersion: 'v1',
    kind: 'Service',
    name,
    labels: serviceLabels(service),
    when,
    fields: { spec: { selector: { app: service.name, version: version.name }, ports: servicePorts(service) } },
  });
}

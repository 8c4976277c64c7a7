import type { Microservice } from './microservice';
import { namespaceProblem } from './names';
import { portProblems } from './ports';
import { versionProblems } from './version-problems';

/** What in a service and its versions cannot work, whatever the strategy. */
export function serviceProblems(service: Microservice): string[] {
  const namespace = service.namespace === undefined ? undefined : namespaceProblem(service.namespace);
  return [
    ...(namespace ? [`the namespace '${service.namespace}' ${namespace}`] : []),
    ...portProblems(service._ports),
    ...service.versions.flatMap((version) => versionProblems(version).map((problem) => `version '${version.name}': ${problem}`)),
  ];
}

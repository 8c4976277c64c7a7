import { nearestName } from '../check/schema/nearest';
import type { ParametricManifest } from '../manifest/tree';
import { collectParameters } from '../parameters/collect';
import { DEFAULT_ENVIRONMENT, type Environment, type EnvironmentFile } from '../parameters/environment';
import { restProblems } from '../parameters/rests';

export interface EnvironmentsOfApp {
  readonly environments: readonly Environment[];
  readonly problems: readonly string[];
}

/** The environments of an app that are asked for (all, when none is named), and what is wrong in parameters, files and splits. */
export function environmentsOf(
  manifests: readonly ParametricManifest[],
  files: readonly EnvironmentFile[],
  asked: readonly string[] | undefined,
): EnvironmentsOfApp {
  const { parameters, problems } = collectParameters(manifests);
  if (problems.length > 0) return { environments: [], problems };
  const names = files.length > 0 ? files.map((file) => file.name) : [DEFAULT_ENVIRONMENT.name];
  const unknown = (asked ?? []).filter((name) => !names.includes(name)).map((name) => unknownEnvironment(name, names));
  if (unknown.length > 0) return { environments: [], problems: unknown };
  const read = files.length > 0 ? readFiles(files, parameters) : { environments: [DEFAULT_ENVIRONMENT], problems: [] };
  const environments = read.environments.filter((environment) => asked === undefined || asked.includes(environment.name));
  return { environments, problems: [...read.problems, ...restProblems(manifests, environments)] };
}

export function unknownEnvironment(name: string, names: readonly string[]): string {
  const nearest = nearestName(name, names);
  return `there is no environment '${name}'; ${nearest ? `did you mean '${nearest}'? There are` : 'there are'} ${names.join(', ')}.`;
}

// The reader of files comes with a YAML parser and ajv: loaded only where an app has environments of its own.
const readFiles: typeof import('../parameters/environments').readEnvironments = (files, parameters) =>
  (require('../parameters/environments') as typeof import('../parameters/environments')).readEnvironments(files, parameters);

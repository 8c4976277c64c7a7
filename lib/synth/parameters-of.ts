import type { ParametricManifest } from '../manifest/tree';
import { collectParameters } from '../parameters/collect';
import { dataOf, type ParameterData } from '../parameters/data';
import { type Steering, steeringOf } from '../parameters/day2/steering';

/** What varies in an app, as data: what the day-2 commands work with. */
export interface AppParameters {
  readonly parameters: readonly ParameterData[];
  readonly steering: readonly Steering[];
}

export interface ParametersAnswer {
  readonly parameters: AppParameters;
  readonly problems: readonly string[];
}

export function parametersOfApp(manifests: readonly ParametricManifest[]): ParametersAnswer {
  const { parameters, problems } = collectParameters(manifests);
  return { parameters: { parameters: parameters.map(dataOf), steering: problems.length > 0 ? [] : steeringOf(manifests) }, problems };
}

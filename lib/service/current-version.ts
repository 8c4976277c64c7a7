import { Condition } from '../parameters/condition';
import { Parameter } from '../parameters/parameter';
import type { Microservice } from './microservice';
import type { ServiceVersion } from './version';

/** The current version of a service, under the condition that it is the one. */
export interface CurrentVersion {
  readonly version: ServiceVersion;
  /** Undefined where the service has one version only. */
  readonly when?: Condition;
  /** What the id of an object that exists once per candidate ends with. */
  readonly idSuffix: string;
}

/**
 * The candidates for the one version that runs, where a strategy replaces one by the next. Which one it is, is the parameter
 * `<service>.current`, so that promoting and rolling back are one edit each. Default: the first version.
 */
export function currentVersions(service: Microservice): CurrentVersion[] {
  const [first, ...others] = service.versions;
  if (!first || others.length === 0) return service.versions.map((version) => ({ version, idSuffix: '' }));
  const choices = service.versions.map((version) => version.name);
  const current = Parameter.choice(`${service.name}.current`, {
    defaultValue: first.name,
    choices,
    description: `The version of ${service.name} that runs.`,
  });
  return service.versions.map((version) => ({ version, when: Condition.isChosen(current, version.name), idSuffix: `-${version.name}` }));
}

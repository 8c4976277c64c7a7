import { type NumberParameter, ParameterType } from '../parameters/parameter';
import type { ServiceVersion } from '../service/version';
import { requireShape } from '../shapes/shapes';

/** A version and its share of a split. Made by `version.weight(...)`, `version.rest()`, or a plain version (all of it). */
export class Destination {
  /** A share from 0 to 100. */
  public static weighted(version: ServiceVersion, percent: number | NumberParameter): Destination {
    requireShape('number|NumberParameter', percent, `${version.service.node.path}: the weight of version '${version.name}'`);
    if (typeof percent === 'number' && !(Number.isInteger(percent) && percent >= 0 && percent <= 100)) {
      throw new Error(
        `${version.service.node.path}: the weight of version '${version.name}' is ${percent}; a weight is a whole number from 0 to 100.`,
      );
    }
    if (typeof percent !== 'number' && percent.type !== ParameterType.PERCENT) {
      throw new Error(
        `${version.service.node.path}: the weight of version '${version.name}' is the parameter '${percent.name}' of type ${percent.type}; use Parameter.percent('${percent.name}', ...).`,
      );
    }
    return new Destination(version, percent);
  }

  /** What the other destinations leave of 100. */
  public static rest(version: ServiceVersion): Destination {
    return new Destination(version, undefined);
  }

  private constructor(
    public readonly version: ServiceVersion,
    /** Default: the rest. */
    public readonly percent: number | NumberParameter | undefined,
  ) {}
}

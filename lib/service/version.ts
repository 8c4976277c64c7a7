import type { NumberParameter } from '../parameters/parameter';
import { Destination } from '../traffic/destination';
import type { Microservice } from './microservice';
import type { VersionProps } from './version-props';

/**
 * One version of a microservice: its pods. Routes point to it, never to its name, so that a version of another service or one that does
 * not exist cannot be written down. Made by `Microservice.addVersion`.
 */
export class ServiceVersion {
  /** Use `Microservice.addVersion`. */
  public constructor(
    /** The service it is a version of. */
    public readonly service: Microservice,
    /** The value of the label `version` on its pods, for example `v1`. */
    public readonly name: string,
    /** What it was stated with, the service's defaults included. */
    public readonly props: VersionProps,
  ) {}

  /** The name of its workload where versions run side by side: `reviews-v1`. */
  public get workloadName(): string {
    return `${this.service.name}-${this.name}`;
  }

  /**
   * This version as a destination that takes a share of the requests.
   * @param percent From 0 to 100, or a parameter. Becomes `weight` of the route's destination.
   */
  public weight(percent: number | NumberParameter): Destination {
    return Destination.weighted(this, percent);
  }

  /** This version as the destination that takes what the others of a split leave of 100. */
  public rest(): Destination {
    return Destination.rest(this);
  }
}

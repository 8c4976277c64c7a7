import type { Microservice } from '../service/microservice';

/**
 * How new versions of a service are released. A strategy adds the objects it needs; it reads the service and its versions, and knows no
 * other strategy and no output. Your own class may implement it.
 */
export interface IRelease {
  /**
   * Adds the objects of this strategy with `service.addObject(...)` and its helpers, and reports what cannot work with
   * `service.addProblem(...)`. Called once, when manifests are made.
   */
  bind(service: Microservice): void;
}

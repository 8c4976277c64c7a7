import type { Manifest } from '../manifest/manifest';

/** What the read half knows of an object, and an output needs: outputs know no kinds of resources themselves. */
export interface ObjectFacts {
  /** In which step it is applied: what others refer to has a lower one. All objects of a kind have the same. */
  readonly stage: number;
  /** The part of a deployment that it belongs to, as a folder's name: `shared`, `v2`, `routing`. */
  readonly part: string;
  /** Fields that a controller writes after the object was applied. */
  readonly controllerFields: readonly ControllerField[];
  /** When it is healthy, where that cannot be told from its conditions. */
  readonly health?: HealthExpressions;
}

/** A field that a controller writes. */
export interface ControllerField {
  /** Exactly that, as a jq path: `.spec.replicas`. */
  readonly jq: string;
  /**
   * What has to keep the value it has in the cluster when the object is applied again, as JSON pointers to fields that the manifest states:
   * the field, or the list or map that is replaced as a whole. Empty where the manifest states nothing of it.
   */
  readonly pointers: readonly string[];
}

/** CEL expressions over an object, as Flux reads them. */
export interface HealthExpressions {
  readonly inProgress?: string;
  readonly failed?: string;
  readonly current: string;
}

export type FactsOf = (manifest: Manifest) => ObjectFacts;

/** Where nothing is known. */
export const NO_FACTS: FactsOf = () => ({ stage: 0, part: 'shared', controllerFields: [] });

/**
 * How many pods a drained node may take away at a time. Becomes a PodDisruptionBudget.
 * See https://kubernetes.io/docs/concepts/workloads/pods/disruptions/
 */
export class DisruptionBudget {
  /** At least so many pods stay: a number, or a percentage such as `50%`. Becomes `minAvailable`; it must leave room for one pod to go. */
  public static minAvailable(amount: number | string): DisruptionBudget {
    return new DisruptionBudget('minAvailable', amount);
  }

  /** At most so many pods are missing. Becomes `maxUnavailable`. */
  public static maxUnavailable(amount: number | string): DisruptionBudget {
    return new DisruptionBudget('maxUnavailable', amount);
  }

  /** No PodDisruptionBudget. */
  public static none(): DisruptionBudget {
    return new DisruptionBudget('none', 0);
  }

  /** @internal */
  public readonly _kind: 'minAvailable' | 'maxUnavailable' | 'none';

  private constructor(
    kind: string,
    /** @internal */
    public readonly _amount: number | string,
  ) {
    this._kind = kind as 'minAvailable' | 'maxUnavailable' | 'none';
  }
}

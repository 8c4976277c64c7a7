/** A part of an analysis: a metric, a load test, a webhook or an alert. */
export abstract class AnalysisPart {
  /**
   * Which of the parts it is.
   * @internal
   */
  public abstract readonly _part: 'metric' | 'load-test' | 'webhook' | 'alert';
}

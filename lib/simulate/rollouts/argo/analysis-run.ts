import type { ArgoAnalysis, ArgoMetric } from '../../../model/plan/argo';
import type { Check } from '../course';
import type { MetricValue } from '../scenario/scenario';
import { conditionsOnce, type Measurement, measure, type Outcome } from './measure';

export type RunPhase = 'Running' | Outcome;

interface Result {
  readonly metric: ArgoMetric;
  phase?: Outcome;
  failed: number;
  inconclusive: number;
  count: number;
  consecutiveErrors: number;
  consecutiveSuccesses: number;
  last?: { at: number; outcome: Outcome; message?: string };
}

const WORSE: readonly Outcome[] = ['Successful', 'Inconclusive', 'Error', 'Failed'];
/** Seconds until a measurement that was an error is made again. */
const RETRY = 10;

/** One AnalysisRun: it measures each metric in its interval until its limits, its count or its termination end it. */
export class AnalysisRun {
  phase: RunPhase = 'Running';
  message = '';
  private terminated = false;
  private readonly results: Result[];
  private readonly conditions = conditionsOnce();

  constructor(
    analysis: ArgoAnalysis,
    readonly kind: string,
    readonly startedAt: number,
    /** The step that it belongs to. */
    readonly step: number | undefined,
    private readonly value: (metric: ArgoMetric, now: number) => MetricValue,
    private readonly report: (check: Check) => void,
  ) {
    this.results = analysis.metrics.map((metric) => ({
      metric,
      failed: 0,
      inconclusive: 0,
      count: 0,
      consecutiveErrors: 0,
      consecutiveSuccesses: 0,
    }));
    if (analysis.error) this.end('Error', analysis.error);
  }

  get completed(): boolean {
    return this.phase !== 'Running';
  }

  private end(phase: Outcome, message: string): void {
    this.phase = phase;
    this.message = message;
  }

  terminate(now: number): void {
    if (this.completed) return;
    this.terminated = true;
    this.advance(now);
  }

  /** Measures what is due, and judges. */
  advance(now: number): void {
    if (this.completed) return;
    if (!this.terminating) {
      for (const result of this.results) {
        if (this.due(result) <= now) this.take(result, now);
      }
    }
    this.judge();
    // A metric that failed ends the others at once.
    if (!this.completed && this.terminating) this.judge();
  }

  private get terminating(): boolean {
    return this.terminated || this.results.some((one) => !one.metric.dryRun && one.phase !== undefined && one.phase !== 'Successful');
  }

  private due(result: Result): number {
    const { metric, last } = result;
    if (result.phase) return Number.POSITIVE_INFINITY;
    if (!last) return this.startedAt + metric.initialDelay;
    if (metric.count !== undefined && result.count >= metric.count) return Number.POSITIVE_INFINITY;
    return last.at + (last.outcome === 'Error' ? RETRY : (metric.interval ?? RETRY));
  }

  private take(result: Result, now: number): void {
    const measurement: Measurement = measure(result.metric, this.value(result.metric, now), this.conditions);
    const { outcome } = measurement;
    result.last = { at: now, outcome, message: measurement.message };
    if (outcome !== 'Error') result.count += 1;
    if (outcome === 'Failed') result.failed += 1;
    if (outcome === 'Inconclusive') result.inconclusive += 1;
    result.consecutiveErrors = outcome === 'Error' ? result.consecutiveErrors + 1 : 0;
    result.consecutiveSuccesses = outcome === 'Successful' ? result.consecutiveSuccesses + 1 : 0;
    this.report({
      name: result.metric.name,
      kind: 'metric',
      ok: outcome === 'Successful',
      value: measurement.value,
      why: `${this.kind}: ${outcome}`,
    });
  }

  private judge(): void {
    const { terminating } = this;
    let worst: Outcome | undefined;
    let message = this.terminated ? 'Run Terminated' : '';
    let all = true;
    for (const result of this.results) {
      result.phase ??= this.assess(result, terminating);
      if (!result.phase) {
        all = false;
        continue;
      }
      const why = limitPassed(result);
      if (result.metric.dryRun) worst ??= 'Successful';
      else if (worst === undefined || WORSE.indexOf(result.phase) > WORSE.indexOf(worst)) {
        worst = result.phase;
        if (why) {
          message = `Metric ${JSON.stringify(result.metric.name)} assessed ${result.phase} due to ${why.why}`;
          if (result.last?.message) message += `: "Error Message: ${result.last.message}"`;
        }
      }
    }
    if (terminating) this.end(worst ?? 'Successful', message);
    else if (all && worst !== undefined) this.end(worst, message);
  }

  private assess(result: Result, terminating: boolean): Outcome | undefined {
    const { metric, last } = result;
    if (!last) return terminating ? 'Successful' : undefined;
    const passed = limitPassed(result);
    if (passed) return passed.outcome;
    if (metric.consecutiveSuccessLimit > 0 && result.consecutiveSuccesses >= metric.consecutiveSuccessLimit) return 'Successful';
    if (metric.count !== undefined && result.count >= metric.count) {
      if (metric.consecutiveSuccessLimit === 0) return 'Successful';
      return metric.failureLimit >= 0 ? 'Inconclusive' : 'Failed';
    }
    return terminating ? 'Successful' : undefined;
  }

  next(now: number): number {
    if (this.completed) return Number.POSITIVE_INFINITY;
    return Math.min(...this.results.map((result) => this.due(result)).filter((moment) => moment > now), Number.POSITIVE_INFINITY);
  }

  /** Equal texts mean that nothing was measured or judged between them. */
  get state(): string {
    return JSON.stringify([
      this.phase,
      this.results.map(({ phase, failed, inconclusive, count, consecutiveErrors }) => [
        phase,
        failed,
        inconclusive,
        count,
        consecutiveErrors,
      ]),
    ]);
  }
}

function limitPassed({ metric, failed, inconclusive, consecutiveErrors }: Result): { outcome: Outcome; why: string } | undefined {
  if (consecutiveErrors > metric.consecutiveErrorLimit)
    return { outcome: 'Error', why: `consecutiveErrors (${consecutiveErrors}) > consecutiveErrorLimit (${metric.consecutiveErrorLimit})` };
  if (inconclusive > metric.inconclusiveLimit)
    return { outcome: 'Inconclusive', why: `inconclusive (${inconclusive}) > inconclusiveLimit (${metric.inconclusiveLimit})` };
  if (metric.failureLimit >= 0 && failed > metric.failureLimit)
    return { outcome: 'Failed', why: `failed (${failed}) > failureLimit (${metric.failureLimit})` };
  return undefined;
}

import { requireShape } from '../shapes/shapes';
import { Alert } from './alert';
import type { AnalysisArgument } from './argument';
import { LoadTest } from './load-test';
import { Metric } from './metric';
import type { AnalysisPart } from './part';
import type { Telemetry } from './telemetry';
import { Webhook } from './webhook';

/** What an analysis is called, where it measures, and what its queries name. */
export interface AnalysisOptions {
  /** Ends the names of AnalysisTemplates; needed where a release has several analyses. Default: `analysis`. */
  readonly name?: string;
  /** Where Prometheus listens. Default: `http://prometheus.istio-system:9090`; Flagger: the address it was installed with. */
  readonly prometheus?: string;
  /** Where request metrics come from. Default: what the strategy's mesh or ingress makes. */
  readonly telemetry?: Telemetry;
  /** Values that queries name. Default: none. */
  readonly args?: AnalysisArgument[];
  /** Makes a ClusterAnalysisTemplate, which every namespace can use. Argo Rollouts only. Default: false. */
  readonly clusterScoped?: boolean;
}

/**
 * What must hold during a release, stated once: Flagger gets metrics, MetricTemplates, webhooks and AlertProviders of it, Argo Rollouts
 * AnalysisTemplates with arguments and notification annotations.
 *
 * @example
 * Analysis.of(Metric.successRate({ min: 99 }), Metric.latency({ max: Duration.millis(500) }), LoadTest.of())
 */
export class Analysis {
  /** An analysis of metrics, load tests, webhooks, gates and alerts. */
  public static of(...parts: AnalysisPart[]): Analysis {
    requireShape('[]AnalysisPart', parts, 'Analysis.of()');
    return new Analysis(parts, {});
  }

  private constructor(
    private readonly parts: AnalysisPart[],
    private readonly options: AnalysisOptions,
  ) {}

  /** The same analysis with these options. */
  public withOptions(options: AnalysisOptions): Analysis {
    requireShape('AnalysisOptions', options, 'Analysis.withOptions()');
    return new Analysis(this.parts, { ...this.options, ...options });
  }

  /** @internal */
  public get _options(): AnalysisOptions {
    return this.options;
  }
  /** @internal */
  public get _metrics(): Metric[] {
    return this.parts.filter((part): part is Metric => part instanceof Metric);
  }
  /** @internal */
  public get _loadTests(): LoadTest[] {
    return this.parts.filter((part): part is LoadTest => part instanceof LoadTest);
  }
  /** @internal */
  public get _webhooks(): Webhook[] {
    return this.parts.filter((part): part is Webhook => part instanceof Webhook);
  }
  /** @internal */
  public get _alerts(): Alert[] {
    return this.parts.filter((part): part is Alert => part instanceof Alert);
  }
}

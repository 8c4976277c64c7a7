import { Chart, Duration } from 'cdk8s';
import { Construct } from 'constructs';
import { ManifestObject } from '../manifest/manifest-object';
import type { TreeObject } from '../manifest/tree';
import type { Condition } from '../parameters/condition';
import { serviceLabels } from '../service/labels';
import type { Microservice } from '../service/microservice';
import { requireShape } from '../shapes/shapes';
import { durationText } from './duration';
import { type ServiceQueries, serviceQueries, tellsVersions, versionsProblem } from './service-queries';
import { Telemetry } from './telemetry';

/** What is watched, and from where on an alert sounds. */
export interface GoldenSignalAlertsProps {
  /** Whose versions are watched. */
  readonly service: Microservice;
  /** Where request metrics come from: Istio, or the program's own series with the labels `app` and `version`. Default: Istio, destination. */
  readonly telemetry?: Telemetry;
  /** Share of answers with 5xx above which is alerted, in percent. Default: 1. */
  readonly maxErrorPercent?: number;
  /** Duration at the percentile above which is alerted. Default: 500 milliseconds. */
  readonly maxLatency?: Duration;
  /** Which percentile of the durations: 50 to 99.9. Default: 99. */
  readonly latencyPercentile?: number;
  /** Requests per second, of all versions together, below which is alerted. Default: half of what came an hour before. */
  readonly minRequestsPerSecond?: number;
  /** Memory in use above which is alerted, in percent of the limit. Default: 90. */
  readonly maxMemoryPercent?: number;
  /** Share of the time in which a pod is held back by its CPU limit, above which is alerted, in percent. Default: 25. */
  readonly maxThrottledPercent?: number;
  /** The span that is looked back on. Default: 5 minutes. */
  readonly window?: Duration;
  /** How long it must last. Becomes `for`. Default: 5 minutes. */
  readonly lasting?: Duration;
  /** Further labels of the alerts, by which they are routed to people: `{ team: 'shop' }`. `severity` is `critical` for errors and latency, else `warning`. Default: none. */
  readonly labels?: { [key: string]: string };
  /** Labels of the PrometheusRule, by which a Prometheus finds it: `{ release: 'kube-prometheus-stack' }`. Default: none. */
  readonly ruleLabels?: { [key: string]: string };
  /** When the alerts exist: for a service that is there under a condition. Default: always. */
  readonly when?: Condition;
}

/**
 * Alerts on the four golden signals of a service, for each version by itself: errors, latency, traffic, saturation.
 * Becomes a PrometheusRule. See https://sre.google/sre-book/monitoring-distributed-systems/#xref_monitoring_golden-signals
 */
export class GoldenSignalAlerts extends Construct {
  public constructor(scope: Construct, id: string, props: GoldenSignalAlertsProps) {
    super(scope, id);
    requireShape('GoldenSignalAlertsProps', props, this.node.path);
    const { service, telemetry = Telemetry.ISTIO_DESTINATION } = props;
    if (!tellsVersions(telemetry)) {
      this.node.addValidation({ validate: () => [versionsProblem(telemetry)] });
      return;
    }
    this.node.addValidation({ validate: () => boundsProblems(props) });
    new ManifestObject(this, 'prometheus-rule', {
      apiVersion: 'monitoring.coreos.com/v1',
      kind: 'PrometheusRule',
      name: `${service.name}-golden-signals`,
      namespace: service.namespace ?? Chart.of(this).namespace,
      labels: { ...serviceLabels(service), ...props.ruleLabels },
      when: props.when,
      fields: { spec: { groups: [{ name: `${service.name}-golden-signals`, rules: rules(props, serviceQueries(service, telemetry)) }] } },
    });
  }
}

/** What each number may be. */
const BOUNDS = {
  maxErrorPercent: [0, 100],
  latencyPercentile: [50, 99.9],
  minRequestsPerSecond: [0, Number.POSITIVE_INFINITY],
  maxMemoryPercent: [0, 100],
  maxThrottledPercent: [0, 100],
} as const satisfies { readonly [name in keyof GoldenSignalAlertsProps]?: readonly [number, number] };

function boundsProblems(props: GoldenSignalAlertsProps): string[] {
  return (Object.keys(BOUNDS) as (keyof typeof BOUNDS)[]).flatMap((name) => {
    const [least, most] = BOUNDS[name];
    const value = props[name];
    return value === undefined || (value >= least && value <= most)
      ? []
      : [`${name} is ${value}; allowed are numbers from ${least} ${Number.isFinite(most) ? `to ${most}` : 'on'}.`];
  });
}

function rules(props: GoldenSignalAlertsProps, queries: ServiceQueries): TreeObject[] {
  const {
    service,
    maxErrorPercent = 1,
    latencyPercentile = 99,
    maxMemoryPercent = 90,
    maxThrottledPercent = 25,
    minRequestsPerSecond,
  } = props;
  const window = durationText(props.window ?? Duration.minutes(5));
  const milliseconds = (props.maxLatency ?? Duration.millis(500)).toMilliseconds();
  const version = `{{ $labels.${queries.by} }}`;
  // Where nothing answers any more there is no series left: that is no request, too.
  const some = `(sum(${queries.requests(window)}) or vector(0))`;
  const traffic =
    minRequestsPerSecond === undefined
      ? `${some} < 0.5 * sum(${queries.requests(window, ' offset 1h')})`
      : `${some} < ${minRequestsPerSecond}`;
  const rule = (signal: string, severity: string, expr: string, summary: string): TreeObject => ({
    alert: signal,
    expr,
    for: durationText(props.lasting ?? Duration.minutes(5)),
    labels: { severity, service: service.name, ...props.labels },
    annotations: { summary },
  });
  return [
    rule(
      'TooManyErrors',
      'critical',
      `${queries.errors(window)} > ${maxErrorPercent}`,
      `${service.name} ${version}: {{ $value | humanize }} % of the answers are errors.`,
    ),
    rule(
      'TooSlow',
      'critical',
      `${queries.latency(latencyPercentile, window)} > ${milliseconds}`,
      `${service.name} ${version}: the ${latencyPercentile}th percentile takes {{ $value | humanize }} ms.`,
    ),
    rule('TooFewRequests', 'warning', traffic, `${service.name}: only {{ $value | humanize }} requests a second.`),
    rule(
      'TooFull',
      'warning',
      `${queries.memory()} > ${maxMemoryPercent}`,
      `${service.name}: the pod {{ $labels.pod }} uses {{ $value | humanize }} % of its memory.`,
    ),
    rule(
      'TooBusy',
      'warning',
      `${queries.throttled(window)} > ${maxThrottledPercent}`,
      `${service.name}: the pod {{ $labels.pod }} is held back by its CPU limit {{ $value | humanize }} % of the time.`,
    ),
  ];
}

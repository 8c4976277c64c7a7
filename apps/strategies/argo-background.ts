import { Duration } from 'cdk8s';
import { Analysis, ArgoRollout, ArgoTraffic, Metric, Step } from 'cdk8s-progressive';

const watched = Analysis.of(
  Metric.successRate({ min: 99, interval: Duration.seconds(1), initialDelay: Duration.seconds(1), failureLimit: 2 }),
);

/** Watched all the time; the third bad measurement sends it back. */
export const release = () =>
  ArgoRollout.canary({ traffic: ArgoTraffic.istio(), analysis: watched, steps: [Step.setWeight(20), Step.pause(Duration.seconds(8))] });

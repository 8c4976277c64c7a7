import { Duration } from 'cdk8s';
import { ArgoRollout, ArgoTraffic, Step } from 'cdk8s-progressive';

/** Weights between two subsets. */
export const release = () =>
  ArgoRollout.canary({
    traffic: ArgoTraffic.istioSubsets(),
    steps: [Step.setWeight(20), Step.pause(Duration.seconds(1)), Step.setWeight(50), Step.pause(Duration.seconds(1))],
  });

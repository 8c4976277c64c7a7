import { Duration } from 'cdk8s';
import { ArgoRollout, ArgoTraffic, Step } from 'cdk8s-progressive';
import { healthy } from './analysis';

/** Weights between two Services; the second step only where the metrics hold. */
export const release = () =>
  ArgoRollout.canary({
    traffic: ArgoTraffic.istio(),
    steps: [
      Step.setWeight(20),
      Step.pause(Duration.seconds(1)),
      Step.analysis(healthy),
      Step.setWeight(50),
      Step.pause(Duration.seconds(1)),
    ],
  });

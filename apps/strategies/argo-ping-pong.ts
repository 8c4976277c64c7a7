import { Duration } from 'cdk8s';
import { ArgoRollout, ArgoTraffic, Step } from 'cdk8s-progressive';

/** Two Services change roles with each release; the old version shrinks meanwhile. */
export const release = () =>
  ArgoRollout.canary({
    traffic: ArgoTraffic.istio({ pingPong: true }),
    dynamicStableScale: true,
    steps: [Step.setWeight(50), Step.pause(Duration.seconds(1))],
  });

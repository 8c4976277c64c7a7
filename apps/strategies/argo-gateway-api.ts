import { Duration } from 'cdk8s';
import { ArgoRollout, ArgoTraffic, Step } from 'cdk8s-progressive';

/** Weights of an HTTPRoute, through the controller's plugin. */
export const release = () =>
  ArgoRollout.canary({
    traffic: ArgoTraffic.gatewayApi({ gateways: [{ name: 'public', namespace: 'gateways' }], hosts: ['rollout.example.com'] }),
    steps: [Step.setWeight(20), Step.pause(Duration.minutes(5))],
  });

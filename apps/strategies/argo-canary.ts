import { Duration } from 'cdk8s';
import { ArgoRollout, Step } from 'cdk8s-progressive';

/** Weights by the number of pods. */
export const release = () =>
  ArgoRollout.canary({ steps: [Step.setWeight(25), Step.pause(Duration.seconds(1)), Step.setWeight(50), Step.pause(Duration.seconds(1))] });

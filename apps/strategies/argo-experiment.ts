import { Duration } from 'cdk8s';
import { ArgoRollout, ExperimentVersion, Step } from 'cdk8s-progressive';

/** Pods of both versions beside the release first. */
export const release = () =>
  ArgoRollout.canary({
    steps: [
      Step.experiment({
        duration: Duration.seconds(2),
        templates: [
          { name: 'baseline', version: ExperimentVersion.STABLE },
          { name: 'candidate', version: ExperimentVersion.CANARY },
        ],
      }),
      Step.setWeight(50),
      Step.pause(Duration.seconds(1)),
    ],
  });

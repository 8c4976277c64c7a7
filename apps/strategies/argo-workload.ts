import { Duration } from 'cdk8s';
import { ArgoRollout, Step, WorkloadScaleDown } from 'cdk8s-progressive';

/** Takes over the pods of a Deployment without a gap. */
export const release = () =>
  ArgoRollout.canary({ workload: WorkloadScaleDown.PROGRESSIVELY, steps: [Step.setWeight(50), Step.pause(Duration.seconds(1))] });

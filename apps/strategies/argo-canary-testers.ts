import { Duration } from 'cdk8s';
import { ArgoRollout, ArgoTraffic, Match, Step } from 'cdk8s-progressive';

/** Testers first, then copies of requests, then a share of everyone. */
export const release = () =>
  ArgoRollout.canary({
    traffic: ArgoTraffic.istio(),
    steps: [
      Step.setCanaryScale({ replicas: 1 }),
      Step.setHeaderRoute('testers', Match.header('x-group').exact('test')),
      Step.pause(Duration.seconds(1)),
      Step.setMirrorRoute('copies', { percentage: 50, matches: [Match.method('GET')] }),
      Step.pause(Duration.seconds(1)),
      Step.removeMirrorRoute('copies'),
      Step.setCanaryScale({ matchTrafficWeight: true }),
      Step.setWeight(50),
      Step.pause(Duration.seconds(1)),
    ],
  });

import { Duration } from 'cdk8s';
import { FlaggerProvider, FlaggerRelease } from 'cdk8s-progressive';
import { healthy } from './analysis';

/** A canary of Knative revisions. */
export const release = () =>
  FlaggerRelease.canary({
    stepWeight: 50,
    maxWeight: 50,
    provider: FlaggerProvider.KNATIVE,
    interval: Duration.seconds(30),
    analysis: healthy,
  });

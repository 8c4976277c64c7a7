import { Duration } from 'cdk8s';
import { FlaggerRelease } from 'cdk8s-progressive';
import { healthy } from './analysis';

/** Weights one by one, and back to the primary by steps too. */
export const release = () =>
  FlaggerRelease.canary({ stepWeights: [5, 50], stepWeightPromotion: 50, interval: Duration.seconds(30), threshold: 2, analysis: healthy });

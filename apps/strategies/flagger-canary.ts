import { Duration } from 'cdk8s';
import { FlaggerRelease } from 'cdk8s-progressive';
import { healthy } from './analysis';

/** 20, 40, 60 percent, as long as the metrics hold. */
export const release = () =>
  FlaggerRelease.canary({ stepWeight: 20, maxWeight: 60, interval: Duration.seconds(30), threshold: 2, analysis: healthy });

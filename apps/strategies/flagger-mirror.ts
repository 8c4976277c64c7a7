import { Duration } from 'cdk8s';
import { FlaggerRelease } from 'cdk8s-progressive';
import { healthy } from './analysis';

/** Gets copies of requests, then all at once. */
export const release = () =>
  FlaggerRelease.blueGreen({ iterations: 2, mirror: true, interval: Duration.seconds(30), threshold: 2, analysis: healthy });

import { Duration } from 'cdk8s';
import { FlaggerRelease } from 'cdk8s-progressive';
import { healthy } from './analysis';

/** Checked beside the old version, then all at once. */
export const release = () => FlaggerRelease.blueGreen({ iterations: 2, interval: Duration.seconds(30), threshold: 2, analysis: healthy });

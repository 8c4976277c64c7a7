import { Duration } from 'cdk8s';
import { FlaggerRelease, Match } from 'cdk8s-progressive';
import { healthy } from './analysis';

/** Those with a cookie, or insiders, get the new version. */
export const release = () =>
  FlaggerRelease.abTest({
    iterations: 2,
    matches: [Match.cookie('canary').exact('always'), Match.header('x-group').exact('insider')],
    interval: Duration.seconds(30),
    threshold: 2,
    analysis: healthy,
  });

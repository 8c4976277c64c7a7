import { Duration } from 'cdk8s';
import { FlaggerRelease } from 'cdk8s-progressive';
import { healthy } from './analysis';

/** Who has seen the new version keeps seeing it. */
export const release = () =>
  FlaggerRelease.canary({
    stepWeight: 50,
    maxWeight: 50,
    interval: Duration.seconds(30),
    sessionAffinity: { cookieName: 'reviews-canary' },
    analysis: healthy,
  });

import { Duration } from 'cdk8s';
import { FlaggerProvider, FlaggerRelease } from 'cdk8s-progressive';
import { healthy } from './analysis';

/** Blue/green without a mesh. */
export const release = () =>
  FlaggerRelease.blueGreen({
    iterations: 2,
    provider: FlaggerProvider.KUBERNETES,
    interval: Duration.seconds(30),
    threshold: 2,
    analysis: healthy,
  });

import { Duration } from 'cdk8s';
import { Analysis, FlaggerRelease, LoadTest, Match, Metric } from 'cdk8s-progressive';

// Load as insiders make it: other requests do not reach the new version.
const insiders = Analysis.of(
  Metric.successRate({ min: 99 }),
  LoadTest.of({ command: "hey -z 1m -q 10 -c 2 -H 'x-group: insider' {{canary}}/" }),
).withOptions({ prometheus: 'http://prometheus.istio-system:9090' });

/** Those with a cookie, or insiders, get the new version. */
export const release = () =>
  FlaggerRelease.abTest({
    iterations: 2,
    matches: [Match.cookie('canary').exact('always'), Match.header('x-group').exact('insider')],
    interval: Duration.seconds(30),
    threshold: 2,
    analysis: insiders,
  });

import { Duration } from 'cdk8s';
import { Analysis, LoadTest, Metric } from 'cdk8s-progressive';

/** What must hold, whoever controls the release: stated once. */
export const healthy = Analysis.of(
  Metric.successRate({ min: 99 }),
  Metric.latency({ max: Duration.millis(500) }),
  LoadTest.of(),
).withOptions({
  prometheus: 'http://prometheus.istio-system:9090',
});

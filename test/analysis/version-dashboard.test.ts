import { GoldenSignalAlerts, Microservice, Telemetry, VersionDashboard } from 'cdk8s-progressive';
import { promqlProblem } from '../../lib/check/grammar/promql';
import { at, problemsOf } from '../support/chart';
import { withConstruct } from './support';

interface Panel {
  readonly title: string;
  readonly targets: readonly { readonly expr: string; readonly legendFormat: string }[];
}

const configMap = (telemetry?: Telemetry, finderLabels?: { [key: string]: string }) =>
  withConstruct((chart, service) => new VersionDashboard(chart, 'dashboard', { service, telemetry, finderLabels }), 'ConfigMap');
const dashboard = (telemetry?: Telemetry) =>
  JSON.parse(at(configMap(telemetry), 'data', 'reviews-versions.json') as string) as {
    readonly panels: readonly Panel[];
    readonly templating: { readonly list: readonly { readonly name: string; readonly definition?: string }[] };
  };

test('a ConfigMap that the sidecar of Grafana finds', () => {
  expect(at(configMap(), 'metadata')).toEqual({
    name: 'reviews-versions-dashboard',
    namespace: 'shop',
    labels: { app: 'reviews', 'app.kubernetes.io/name': 'reviews', grafana_dashboard: '1' },
  });
  expect(at(configMap(undefined, { dashboards: 'shop' }), 'metadata', 'labels')).toMatchObject({ dashboards: 'shop' });
});

test('one series a version beside the other, or one a pod', () => {
  const { panels } = dashboard();
  expect(panels.map(({ title, targets }) => [title, ...targets.map(({ legendFormat }) => legendFormat)])).toEqual([
    ['Requests per second', '{{destination_canonical_revision}}'],
    ['Errors', '{{destination_canonical_revision}}'],
    ['Duration, 50th and 99th percentile', '{{destination_canonical_revision}} p50', '{{destination_canonical_revision}} p99'],
    ['Memory of the limit', '{{pod}}'],
    ['Restarts', '{{pod}}'],
    ['Time held back by the CPU limit', '{{pod}}'],
  ]);
  expect(panels[0]?.targets[0]?.expr).toBe(
    'sum by (destination_canonical_revision) (rate(istio_requests_total{reporter="destination", destination_workload_namespace="shop", destination_canonical_service="reviews", destination_canonical_revision=~"$version"}[$__rate_interval]))',
  );
});

test.each([Telemetry.ISTIO_DESTINATION, Telemetry.ISTIO_SOURCE, Telemetry.APPLICATION])('with %s, every query is PromQL', (telemetry) => {
  const queries = dashboard(telemetry).panels.flatMap(({ targets }) => targets.map(({ expr }) => expr));
  expect(queries.map((query) => promqlProblem(query.replaceAll('$__rate_interval', '1m')))).toEqual(queries.map(() => undefined));
});

test('which Prometheus, and which versions, are variables', () => {
  expect(dashboard(Telemetry.APPLICATION).templating.list.map(({ name, definition }) => [name, definition])).toEqual([
    ['datasource', undefined],
    ['version', 'label_values(http_request_duration_seconds_count{namespace="shop", app="reviews"}, version)'],
  ]);
});

test.each([VersionDashboard, GoldenSignalAlerts])('series that do not know the versions are a problem', (Comparison) => {
  const problems = problemsOf((chart) => {
    const service = new Microservice(chart, 'reviews');
    service.addVersion('v1', { image: 'shop/reviews:1.0.0' });
    new Comparison(chart, 'compared', { service, telemetry: Telemetry.NGINX });
  });
  expect(problems).toEqual([
    "shop/compared: telemetry is 'nginx', which does not tell versions apart; allowed are Telemetry.ISTIO_DESTINATION, ISTIO_SOURCE and APPLICATION.",
  ]);
});

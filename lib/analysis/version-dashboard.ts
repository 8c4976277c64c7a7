import { Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { ManifestObject } from '../manifest/manifest-object';
import { serviceLabels } from '../service/labels';
import type { Microservice } from '../service/microservice';
import { requireShape } from '../shapes/shapes';
import { type ServiceQueries, serviceQueries, tellsVersions, versionsProblem } from './service-queries';
import { Telemetry } from './telemetry';

/** Whose versions a dashboard compares, and by which series. */
export interface VersionDashboardProps {
  /** Whose versions are compared. */
  readonly service: Microservice;
  /** Where request metrics come from: Istio, or the program's own series with the labels `app` and `version`. Default: Istio, destination. */
  readonly telemetry?: Telemetry;
  /** Labels by which Grafana's sidecar finds the ConfigMap. Default: `grafana_dashboard: "1"`. */
  readonly finderLabels?: { [key: string]: string };
}

/**
 * A Grafana dashboard that shows the versions of a service side by side: requests, errors and durations by version; memory, restarts and CPU
 * by pod. Becomes a ConfigMap as Grafana's dashboard sidecar finds it. See https://github.com/grafana/helm-charts/tree/main/charts/grafana#sidecar-for-dashboards
 */
export class VersionDashboard extends Construct {
  public constructor(scope: Construct, id: string, props: VersionDashboardProps) {
    super(scope, id);
    requireShape('VersionDashboardProps', props, this.node.path);
    const { service, telemetry = Telemetry.ISTIO_DESTINATION, finderLabels = { grafana_dashboard: '1' } } = props;
    if (!tellsVersions(telemetry)) {
      this.node.addValidation({ validate: () => [versionsProblem(telemetry)] });
      return;
    }
    const queries = serviceQueries(service, telemetry, '$version');
    const version = `{{${queries.by}}}`;
    const dashboard = {
      title: `${service.name}: versions`,
      uid: `versions-${service.namespace ?? 'default'}-${service.name}`.slice(0, 40),
      tags: ['cdk8s-progressive'],
      schemaVersion: 39,
      time: { from: 'now-1h', to: 'now' },
      refresh: '30s',
      templating: { list: variables(queries) },
      panels: [
        panel(0, 'Requests per second', 'reqps', [[queries.requests('$__rate_interval'), version]]),
        panel(1, 'Errors', 'percent', [[queries.errors('$__rate_interval'), version]]),
        panel(2, 'Duration, 50th and 99th percentile', 'ms', [
          [queries.latency(50, '$__rate_interval'), `${version} p50`],
          [queries.latency(99, '$__rate_interval'), `${version} p99`],
        ]),
        panel(3, 'Memory of the limit', 'percent', [[queries.memory(), '{{pod}}']]),
        panel(4, 'Restarts', 'short', [[queries.restarts('$__rate_interval'), '{{pod}}']]),
        panel(5, 'Time held back by the CPU limit', 'percent', [[queries.throttled('$__rate_interval'), '{{pod}}']]),
      ],
    };
    new ManifestObject(this, 'config-map', {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      name: `${service.name}-versions-dashboard`,
      namespace: service.namespace ?? Chart.of(this).namespace,
      labels: { ...serviceLabels(service), ...finderLabels },
      fields: { data: { [`${service.name}-versions.json`]: `${JSON.stringify(dashboard, null, 2)}\n` } },
    });
  }
}

/** Which Prometheus is asked, and which versions are shown: all, unless some are chosen. */
function variables({ by, counted }: ServiceQueries): object[] {
  const query = `label_values(${counted}, ${by})`;
  return [
    { name: 'datasource', type: 'datasource', query: 'prometheus', label: 'Prometheus' },
    {
      name: 'version',
      type: 'query',
      label: 'Version',
      datasource: DATASOURCE,
      query: { qryType: 1, query, refId: 'versions' },
      definition: query,
      refresh: 2,
      sort: 1,
      multi: true,
      includeAll: true,
      allValue: '.*',
      current: { text: ['All'], value: ['$__all'] },
    },
  ];
}

const DATASOURCE = { type: 'prometheus', uid: '$datasource' };

/** Two panels in a row; each series has an expression and a legend. */
function panel(index: number, title: string, unit: string, series: readonly (readonly [string, string])[]) {
  return {
    id: index + 1,
    type: 'timeseries',
    title,
    datasource: DATASOURCE,
    gridPos: { x: (index % 2) * 12, y: Math.floor(index / 2) * 8, w: 12, h: 8 },
    fieldConfig: { defaults: { unit, min: 0 }, overrides: [] },
    targets: series.map(([expr, legendFormat], at) => ({
      refId: String.fromCharCode(65 + at),
      datasource: DATASOURCE,
      expr,
      legendFormat,
    })),
  };
}

import * as fs from 'node:fs';
import * as path from 'node:path';

/** The objects of one service as every contender makes them: eight, as a team would have for a service with a canary. */
export function objectsOfService(name: string): object[] {
  const labels = { app: name, 'app.kubernetes.io/name': name };
  const metadata = (suffix = '') => ({ name: `${name}${suffix}`, namespace: 'bench', labels });
  const deployment = (version: string) => ({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: metadata(`-${version}`),
    spec: {
      selector: { matchLabels: { app: name, version } },
      template: { metadata: { labels: { ...labels, version } }, spec: podSpec(name, version) },
    },
  });
  const autoscaler = (version: string) => ({
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata: metadata(`-${version}`),
    spec: {
      minReplicas: 2,
      maxReplicas: 10,
      scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: `${name}-${version}` },
      metrics: [{ type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 70 } } }],
    },
  });
  const destination = (subset: string, weight?: number) => ({ destination: { host: name, subset, port: { number: 80 } }, weight });
  return [
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: metadata(),
      spec: { selector: { app: name }, ports: [{ name: 'http', port: 80, targetPort: 'http', protocol: 'TCP', appProtocol: 'http' }] },
    },
    deployment('v1'),
    deployment('v2'),
    autoscaler('v1'),
    autoscaler('v2'),
    {
      apiVersion: 'policy/v1',
      kind: 'PodDisruptionBudget',
      metadata: metadata(),
      spec: { maxUnavailable: 1, selector: { matchLabels: { app: name } } },
    },
    {
      apiVersion: 'networking.istio.io/v1',
      kind: 'DestinationRule',
      metadata: metadata(),
      spec: {
        host: name,
        subsets: [
          { name: 'v1', labels: { version: 'v1' } },
          { name: 'v2', labels: { version: 'v2' } },
        ],
      },
    },
    {
      apiVersion: 'networking.istio.io/v1',
      kind: 'VirtualService',
      metadata: metadata(),
      spec: {
        hosts: [name],
        http: [
          { match: [{ headers: { 'x-group': { exact: 'test' } } }], route: [destination('v2')] },
          { route: [destination('v1', 90), destination('v2', 10)] },
        ],
      },
    },
  ];
}

function podSpec(name: string, version: string): object {
  const probe = { httpGet: { path: '/healthz', port: 'http' }, periodSeconds: 10 };
  return {
    automountServiceAccountToken: false,
    securityContext: {
      runAsNonRoot: true,
      runAsUser: 10001,
      runAsGroup: 10001,
      fsGroup: 10001,
      seccompProfile: { type: 'RuntimeDefault' },
    },
    containers: [
      {
        name,
        image: `registry.example/${name}:${version}`,
        ports: [{ name: 'http', containerPort: 8080, protocol: 'TCP' }],
        startupProbe: probe,
        livenessProbe: probe,
        readinessProbe: probe,
        resources: { requests: { cpu: '100m', memory: '256Mi' }, limits: { cpu: '1', memory: '256Mi' } },
        securityContext: { allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: { drop: ['ALL'] } },
      },
    ],
  };
}

/** A new folder of this run. */
export function runFolder(name: string): string {
  const folder = path.join(process.env.BENCH_RUN as string, name);
  fs.mkdirSync(folder, { recursive: true });
  return folder;
}

/** Makes the time of a part of the run count, instead of that of the whole process. */
export function countSeconds<T>(part: () => T): T {
  const started = process.hrtime.bigint();
  const result = part();
  fs.writeFileSync(path.join(runFolder('.'), 'seconds'), String(Number(process.hrtime.bigint() - started) / 1e9));
  return result;
}

export const serviceNames = Array.from({ length: Number(process.env.BENCH_SERVICES ?? 1) }, (_, index) => `service-${index}`);

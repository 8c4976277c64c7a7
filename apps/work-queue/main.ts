import { Chart } from 'cdk8s';
import { Microservice, Parameter, ProgressiveApp, Recreate, Resources, RollingUpdate } from 'cdk8s-progressive';
import { Deployment } from 'cdk8s-progressive/imports/kubernetes/deployment';
import { Service } from 'cdk8s-progressive/imports/kubernetes/service';

const app = new ProgressiveApp();
const chart = new Chart(app, 'work-queue', { namespace: 'work-queue' });

/** Workers take their work from the queue: they have no port and no Service. */
function worker(name: string, replicas: number | ReturnType<typeof Parameter.integer>): Microservice {
  const service = new Microservice(chart, name, {
    ports: [],
    defaults: { replicas, env: { NATS_URL: 'nats://nats:4222' }, resources: Resources.small() },
  });
  service.addVersion('v1', { image: `jakousa/dwk-app9-${name}:0bcd6794804c367684a9a79bb142bb4455096974` });
  return service;
}

// It keeps the record of what has been done, so two of it must never run, not even for the moment of an update.
worker('fetcher', 1).release(new Recreate());
// Each takes the next piece as soon as it is free: as many as the work needs.
worker(
  'mapper',
  Parameter.integer('mapper.replicas', { defaultValue: 10, min: 0, max: 100, description: 'How many pieces are processed at a time.' }),
).release(new RollingUpdate({ maxSurge: '25%', maxUnavailable: '25%' }));
worker('saver', 1).release(new RollingUpdate());

// The queue beside them.
const labels = { app: 'nats', 'app.kubernetes.io/name': 'nats' };
new Deployment(chart, 'nats', {
  metadata: { name: 'nats', labels },
  spec: {
    replicas: 1,
    strategy: { type: 'Recreate' },
    selector: { matchLabels: { app: 'nats' } },
    template: {
      metadata: { labels },
      spec: {
        automountServiceAccountToken: false,
        securityContext: { runAsNonRoot: true, runAsUser: 10001, runAsGroup: 10001, seccompProfile: { type: 'RuntimeDefault' } },
        containers: [
          {
            name: 'nats',
            image: 'nats:2.10.22-alpine',
            args: ['--http_port', '8222'],
            ports: [
              { name: 'tcp-client', containerPort: 4222, protocol: 'TCP' },
              { name: 'http-monitor', containerPort: 8222, protocol: 'TCP' },
            ],
            readinessProbe: { httpGet: { path: '/healthz', port: 'http-monitor' }, periodSeconds: 5 },
            livenessProbe: { httpGet: { path: '/healthz?js-enabled-only=true', port: 'http-monitor' }, periodSeconds: 10 },
            resources: {
              requests: { cpu: '100m', memory: '128Mi', 'ephemeral-storage': '32Mi' },
              limits: { cpu: '500m', memory: '256Mi', 'ephemeral-storage': '128Mi' },
            },
            securityContext: { allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: { drop: ['ALL'] } },
          },
        ],
      },
    },
  },
});
new Service(chart, 'nats-service', {
  metadata: { name: 'nats', labels },
  spec: { selector: { app: 'nats' }, ports: [{ name: 'tcp-client', port: 4222, targetPort: 'tcp-client' }] },
});

app.synth();

import { Chart, Duration } from 'cdk8s';
import { Probe } from 'cdk8s-plus-27';
import {
  Condition,
  GoldenSignalAlerts,
  type IRelease,
  Microservice,
  Parameter,
  ProgressiveApp,
  ReleaseName,
  Resources,
  RollingUpdate,
  SwitchedRelease,
  Telemetry,
} from 'cdk8s-progressive';
import { ConfigMap } from 'cdk8s-progressive/imports/kubernetes/config-map';
import { PrometheusRule } from 'cdk8s-progressive/imports/prometheus/prometheus-rule';
import { alertRouting } from './alert-routing';

const NAMESPACE = 'sre';
const app = new ProgressiveApp();
const chart = new Chart(app, 'upcommerce', { namespace: NAMESPACE });

// Every name begins with the name of the installation, so that several stand side by side in one namespace.
const release = new ReleaseName('upcommerce');

const defaults = {
  imagePullPolicy: `${Parameter.choice('imagePullPolicy', {
    defaultValue: 'Always',
    choices: ['Always', 'IfNotPresent', 'Never'],
    description: 'When the node asks for the image again.',
  })}`,
  resources: Resources.of({
    cpuLimit: Parameter.quantity('cpuLimit', { defaultValue: '0.5', description: 'CPU above which a pod is slowed down.' }),
    memoryLimit: Parameter.quantity('memoryLimit', { defaultValue: '2Gi', description: 'Memory above which a pod is killed.' }),
  }),
  writablePaths: ['/tmp'],
  // A version that crashes, as the first canary did, must get no requests.
  readiness: Probe.fromTcpSocket({ port: 5003, periodSeconds: Duration.seconds(5) }),
};

/** A Service of its own for each of the two, on the port by which everyone knows the shop. */
const shop = (id: string) => new Microservice(chart, id, { name: `${release}-${id}`, port: 5003, containerPort: 5003, defaults });

const stable = shop('app');
const stableImage = Parameter.string('upcommerce.image', { defaultValue: 'uonyeka/upcommerce:v3', description: 'The stable version.' });
stable.addVersion('stable', {
  image: `${stableImage}`,
  replicas: Parameter.integer('replicaCount', {
    defaultValue: 1,
    min: 1,
    max: 10,
    description: 'How many pods of the stable version run; of the canary it is always one.',
  }),
});
stable.release(new RollingUpdate());

// The canary exists only while it is switched on: to roll back is to switch it off.
const enabled = Parameter.boolean('canary.enable', {
  defaultValue: false,
  description: 'Whether the canary runs beside the stable version.',
});
const nothing: IRelease = { bind: () => undefined };
const canary = shop('canary-app');
const canaryImage = Parameter.string('canary.image', {
  defaultValue: 'uonyeka/canary:linux-amd64',
  description: 'The version that is tried out.',
});
canary.addVersion('canary', { image: `${canaryImage}` });
canary.release(SwitchedRelease.by(enabled, { on: new RollingUpdate(), off: nothing }));

// What to watch while they run: the four golden signals, by the shop's own histogram; and who is told.
const watched = { telemetry: Telemetry.APPLICATION, lasting: Duration.minutes(2) };
new GoldenSignalAlerts(chart, 'app-signals', { service: stable, ...watched });
new GoldenSignalAlerts(chart, 'canary-signals', { service: canary, when: Condition.isTrue(enabled), ...watched });

// The first canary crashed again and again before it ever answered, so none of the signals would have told.
const restarts = `sum by (pod) (increase(kube_pod_container_status_restarts_total{namespace="${NAMESPACE}",pod=~"${release}-(app|canary-app)-.*"}[10m]))`;
new PrometheusRule(chart, 'restarts', {
  metadata: { name: `${release}-restarts` },
  spec: {
    groups: [
      {
        name: 'restarts',
        rules: [
          {
            alert: 'RestartsAgainAndAgain',
            expr: `${restarts} > 2`,
            labels: { severity: 'critical' },
            annotations: {
              summary: 'The pod {{ $labels.pod }} restarts again and again; if it is the canary, set canary.enable to false.',
            },
          },
        ],
      },
    ],
  },
});
new ConfigMap(chart, 'alert-routing', {
  metadata: { name: 'prometheus-alertmanager' },
  data: { 'alertmanager.yml': alertRouting },
});

app.synth();

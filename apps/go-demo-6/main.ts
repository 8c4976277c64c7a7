import { Chart, Duration } from 'cdk8s';
import {
  Analysis,
  BlueGreen,
  FlaggerRelease,
  HttpHealth,
  type IRelease,
  KnativeRelease,
  MeshMode,
  MeshNamespace,
  Metric,
  Microservice,
  Parameter,
  ProgressiveApp,
  Recreate,
  Resources,
  RollingUpdate,
  SwitchedRelease,
} from 'cdk8s-progressive';
import { Service } from 'cdk8s-progressive/imports/kubernetes/service';
import { StatefulSet } from 'cdk8s-progressive/imports/kubernetes/stateful-set';
import { databaseSpec } from './database';

const app = new ProgressiveApp();
const chart = new Chart(app, 'go-demo-6', { namespace: 'go-demo-6' });
new MeshNamespace(chart, 'namespace', { name: 'go-demo-6', mesh: MeshMode.injection() });

const repository = Parameter.string('image.repository', { defaultValue: 'vfarcic/go-demo-6', description: 'The image without its tag.' });
const tag = Parameter.imageTag('image.tag', { defaultValue: '9.0.32', description: 'The tag of the version that runs.' });
const nextTag = Parameter.imageTag('next.tag', { defaultValue: '9.0.33', description: 'The tag of the version that is to come.' });

const service = new Microservice(chart, 'go-demo-6', {
  port: 80,
  containerPort: 8080,
  defaults: {
    replicas: Parameter.integer('replicaCount', { defaultValue: 3, min: 1, max: 100, description: 'How many pods run.' }),
    env: { DB: 'go-demo-6-db' },
    health: HttpHealth.at('/demo/hello?health=true', { startWithin: Duration.seconds(60) }),
    resources: Resources.of({ cpu: '80m', memory: '128Mi', cpuLimit: '100m', memoryLimit: '256Mi' }),
    terminationGracePeriod: Duration.seconds(10),
  },
});
const current = service.addVersion('v1', { image: `${repository}:${tag}` });
const next = service.addVersion('v2', { image: `${repository}:${nextTag}` });

const host = Parameter.string('canary.service.host', {
  defaultValue: 'go-demo-6.example.com',
  description: 'The host by which it is called from outside.',
});
const flagger = FlaggerRelease.canary({
  gateways: ['istio-system/jx-gateway'],
  hosts: [`${host}`],
  progressDeadline: Duration.seconds(60),
  interval: Duration.seconds(30),
  threshold: Parameter.integer('canary.analysis.threshold', {
    defaultValue: 5,
    min: 1,
    max: 100,
    description: 'Failed checks before the rollback.',
  }),
  stepWeight: Parameter.percent('canary.analysis.stepWeight', { defaultValue: 20, min: 1, description: 'What each good check adds.' }),
  maxWeight: Parameter.percent('canary.analysis.maxWeight', {
    defaultValue: 70,
    min: 1,
    description: 'The weight from which it is promoted.',
  }),
  analysis: Analysis.of(
    Metric.successRate({ min: 99, window: Duration.seconds(120) }),
    Metric.latency({ max: Duration.millis(500), window: Duration.seconds(120) }),
  ),
});

/** The strategies in their order: the first whose switch is on holds, and none means a rolling update. */
const strategies: readonly [name: string, description: string, release: IRelease][] = [
  ['canary.enable', 'Flagger shifts the traffic step by step and watches it.', flagger],
  ['knativeDeploy', 'Runs serverless, as a Knative Service.', new KnativeRelease()],
  ['blueGreen.enable', 'Both versions run; the Service points to one of them.', new BlueGreen({ active: current, preview: next })],
  ['recreate.enable', 'The old version ends before the new one begins.', new Recreate()],
];
service.release(
  strategies.reduceRight<IRelease>(
    (off, [name, description, on]) => SwitchedRelease.by(Parameter.boolean(name, { defaultValue: false, description }), { on, off }),
    new RollingUpdate({ maxSurge: 1, maxUnavailable: 1 }),
  ),
);

// The database beside it, outside of the mesh: its protocol between replicas is its own.
const labels = { app: 'go-demo-6-db', 'app.kubernetes.io/name': 'go-demo-6-db' };
new StatefulSet(chart, 'db', { metadata: { name: 'go-demo-6-db', labels }, spec: databaseSpec(labels) });
new Service(chart, 'db-service', {
  metadata: { name: 'go-demo-6-db', labels },
  spec: { clusterIP: 'None', selector: { app: labels.app }, ports: [{ name: 'mongo', port: 27017, targetPort: 'mongo' }] },
});

app.synth();

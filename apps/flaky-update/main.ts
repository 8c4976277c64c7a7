import { Chart, Duration, Size } from 'cdk8s';
import { Probe, type ProbeOptions } from 'cdk8s-plus-27';
import {
  Analysis,
  ArgoRollout,
  type IRelease,
  Metric,
  Microservice,
  Parameter,
  ProgressiveApp,
  RollingUpdate,
  Step,
} from 'cdk8s-progressive';

const PROMETHEUS = 'http://prometheus-operated.prometheus.svc.cluster.local:9090';
const app = new ProgressiveApp();

// Five versions: v1 and v5 work, v2 never becomes ready, v3 fails one request in ten, v4 dies after 20 seconds.
const versions = ['v1', 'v2', 'v3', 'v4', 'v5'];

/** The same service under one strategy, in a namespace of its own. */
function flakyUpdate(namespace: string, release: IRelease): void {
  const chart = new Chart(app, namespace, { namespace });
  const healthz = (options: ProbeOptions) => Probe.fromHttpGet('/healthz', { port: 3541, periodSeconds: Duration.seconds(5), ...options });
  const service = new Microservice(chart, 'flaky-update', {
    port: 80,
    containerPort: 3541,
    defaults: {
      replicas: Parameter.integer('flaky-update.replicas', { defaultValue: 4, min: 1, max: 20, description: 'How many pods run.' }),
      startup: healthz({ failureThreshold: 12 }),
      readiness: healthz({ initialDelaySeconds: Duration.seconds(10) }),
      liveness: healthz({ initialDelaySeconds: Duration.seconds(20) }),
    },
  });
  for (const version of versions) service.addVersion(version, { image: `jakousa/dwk-app8:${version}` });
  service.release(release);
}

// At most one pod more and one less than wanted: a version that never becomes ready stops the update with three pods left.
flakyUpdate('rolling', new RollingUpdate({ maxSurge: '25%', maxUnavailable: '25%' }));

// A quarter, then half of the pods; restarts are counted two minutes after the second step, memory all the while for ten minutes.
const restarts = Analysis.of(Metric.restarts({ max: 2, window: Duration.minutes(2), initialDelay: Duration.minutes(2) })).withOptions({
  name: 'restart-rate',
  prometheus: PROMETHEUS,
});
const memory = Analysis.of(
  Metric.memory({ max: Size.mebibytes(200), interval: Duration.minutes(1), count: 10, failureLimit: 1 }),
).withOptions({ name: 'memory-usage', prometheus: PROMETHEUS });

flakyUpdate(
  'canary',
  ArgoRollout.canary({
    steps: [
      Step.setWeight(25),
      Step.pause(Duration.seconds(30)),
      Step.setWeight(50),
      Step.pause(Duration.seconds(30)),
      Step.analysis(restarts),
    ],
    analysis: memory,
  }),
);

// All at once, after a person has looked at the preview.
flakyUpdate('blue-green', ArgoRollout.blueGreen({ autoPromotion: false, prePromotion: restarts }));

app.synth();

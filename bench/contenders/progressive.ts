import { Chart } from 'cdk8s';
import { DisruptionBudget, HttpHealth, Match, Microservice, ProgressiveApp, Route, WeightedRelease } from 'cdk8s-progressive';
import { serviceNames } from '../objects';

const app = new ProgressiveApp();
const chart = new Chart(app, 'bench', { namespace: 'bench' });
for (const name of serviceNames) {
  const service = new Microservice(chart, name, {
    port: 80,
    containerPort: 8080,
    defaults: {
      health: HttpHealth.at('/healthz'),
      autoscaling: { minReplicas: 2, maxReplicas: 10, cpuPercent: 70 },
      disruptionBudget: DisruptionBudget.maxUnavailable(1),
    },
  });
  const v1 = service.addVersion('v1', { image: `registry.example/${name}:v1` });
  const v2 = service.addVersion('v2', { image: `registry.example/${name}:v2` });
  service.release(
    WeightedRelease.onIstio({ routes: [Route.when(Match.header('x-group').exact('test')).to(v2), Route.split(v1.rest(), v2.weight(10))] }),
  );
}
app.synth();

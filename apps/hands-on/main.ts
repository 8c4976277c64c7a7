import { Chart } from 'cdk8s';
import { HttpHealth, Match, Microservice, Parameter, ProgressiveApp, Route, WeightedRelease } from 'cdk8s-progressive';

const app = new ProgressiveApp();
const chart = new Chart(app, 'hands-on', { namespace: 'hands-on' });

for (const name of ['product', 'recommendation', 'review']) {
  const service = new Microservice(chart, name, { port: 80, containerPort: 8080, defaults: { health: HttpHealth.at('/actuator/health') } });
  const old = service.addVersion('v1', { image: `hands-on/${name}:v1` });
  const next = service.addVersion('v2', { image: `hands-on/${name}:v2` });
  service.release(
    WeightedRelease.onIstio({
      subsets: { old, new: next },
      routes: [
        Route.when(Match.header('X-group').exact('test')).to(next),
        Route.split(old.rest(), next.weight(Parameter.percent(`${name}.v2.weight`, { defaultValue: 0 }))),
      ],
    }),
  );
}

app.synth();

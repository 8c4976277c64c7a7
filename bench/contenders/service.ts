import type { Chart } from 'cdk8s';
import { DisruptionBudget, HttpHealth, Match, Microservice, type Parameter, Route, WeightedRelease } from 'cdk8s-progressive';

/** A service of the app that is measured: the same eight objects as `objectsOfService` gives. */
export function addService(chart: Chart, name: string, share: number | Parameter): void {
  const service = new Microservice(chart, name, {
    port: 80,
    containerPort: 8080,
    defaults: { health: HttpHealth.at('/healthz'), autoscaling: { minReplicas: 2, maxReplicas: 10, cpuPercent: 70 } },
  });
  const disruptionBudget = DisruptionBudget.maxUnavailable(1);
  const v1 = service.addVersion('v1', { image: `registry.example/${name}:v1`, disruptionBudget });
  const v2 = service.addVersion('v2', { image: `registry.example/${name}:v2`, disruptionBudget: DisruptionBudget.none() });
  service.release(
    WeightedRelease.onIstio({
      routes: [Route.when(Match.header('x-group').exact('test')).to(v2), Route.split(v1.rest(), v2.weight(share))],
    }),
  );
}

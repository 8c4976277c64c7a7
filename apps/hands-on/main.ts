import { Chart } from 'cdk8s';
import {
  GatewayServer,
  HostRoutes,
  HttpHealth,
  IngressGateway,
  Match,
  MeshMode,
  MeshNamespace,
  Microservice,
  Parameter,
  ProgressiveApp,
  Route,
  WeightedRelease,
} from 'cdk8s-progressive';

const HOST = 'minikube.me';

const app = new ProgressiveApp();
const chart = new Chart(app, 'hands-on', { namespace: 'hands-on' });
new MeshNamespace(chart, 'namespace', { name: 'hands-on', mesh: MeshMode.injection() });

const health = HttpHealth.at('/actuator/health');
const gateway = new IngressGateway(chart, 'hands-on', {
  servers: [GatewayServer.https([HOST], { credentialName: 'hands-on-certificate' })],
});

// The three core services run in two versions each: canary testers, who send the header, reach the new one; everybody else goes by weight.
for (const name of ['product', 'recommendation', 'review']) {
  const service = new Microservice(chart, name, { port: 80, containerPort: 8080, defaults: { health } });
  const old = service.addVersion('v1', { image: `hands-on/${name}-service:v1` });
  const next = service.addVersion('v2', { image: `hands-on/${name}-service:v2` });
  const weight = Parameter.percent(`${name}.v2.weight`, {
    defaultValue: 0,
    description: `The share of ${name} requests that version v2 answers.`,
  });
  service.release(
    WeightedRelease.onIstio({
      subsets: { old, new: next },
      routes: [Route.when(Match.header('X-group').exact('test')).to(next), Route.split(old.rest(), next.weight(weight))],
    }),
  );
}

// What requests pass through on their way: the composite calls the three and hands the header X-group on; the other issues tokens.
const entries: { readonly [service: string]: readonly string[] } = {
  'product-composite': ['/product-composite', '/openapi', '/webjars'],
  'auth-server': ['/oauth2', '/login', '/error'],
};
const routes = Object.entries(entries).map(([name, prefixes]) => {
  const service = new Microservice(chart, name, { port: 80, containerPort: 8080, defaults: { health } });
  const version = service.addVersion('v1', { image: `hands-on/${name}-service:v1` });
  return Route.when(...prefixes.map((prefix) => Match.uri().prefix(prefix))).to(version);
});
new HostRoutes(chart, 'entry', { hosts: [HOST], gateways: [gateway], routes });

app.synth();

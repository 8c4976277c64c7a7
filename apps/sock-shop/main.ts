import { Chart, Duration } from 'cdk8s';
import {
  GatewayServer,
  HttpHealth,
  IngressGateway,
  Match,
  MeshMode,
  MeshNamespace,
  Microservice,
  Parameter,
  ProgressiveApp,
  Resources,
  RollingUpdate,
  Route,
  WeightedRelease,
} from 'cdk8s-progressive';

const app = new ProgressiveApp();
const chart = new Chart(app, 'sock-shop', { namespace: 'sock-shop' });
new MeshNamespace(chart, 'namespace', { name: 'sock-shop', mesh: MeshMode.injection() });
const gateway = new IngressGateway(chart, 'sockshop-gateway', { servers: [GatewayServer.http(['sockshop.example.com'])] });

// Nothing runs without limits: one greedy service must not take a node down.
const resources = Resources.of({ cpu: '100m', memory: '256Mi', cpuLimit: '500m', memoryLimit: '512Mi' });
const loggedIn = Match.cookie('logged_in').present();

// Customers who are logged in stay on v1; visitors, who have no session, meet v2 first.
const frontEnd = new Microservice(chart, 'front-end', {
  port: 80,
  containerPort: 8079,
  defaults: { resources, health: HttpHealth.at('/') },
});
const grey = frontEnd.addVersion('v1', { image: 'dynatracesockshop/front-end:0.3.1' });
const blue = frontEnd.addVersion('v2', { image: 'dynatracesockshop/front-end:0.3.2' });
frontEnd.release(
  WeightedRelease.onIstio({
    gateways: [gateway],
    hosts: ['sockshop.example.com'],
    routes: [Route.when(loggedIn).to(grey), Route.to(blue)],
  }),
);

// The promotion is a feature flag in a mounted file: it is switched while the pods run, without a new image.
const promotion = Parameter.boolean('promotion.enable', { defaultValue: false, description: 'Whether the promotion campaign is on.' });
const carts = new Microservice(chart, 'carts', {
  port: 80,
  containerPort: 8080,
  defaults: {
    health: HttpHealth.at('/health', { startWithin: Duration.minutes(5) }),
    resources: Resources.of({ cpu: '200m', memory: '512Mi', cpuLimit: '1', memoryLimit: '1Gi' }),
    config: { features: { data: { 'promotion.properties': `enabled=${promotion}\n` }, mountPath: '/etc/features', live: true } },
    writablePaths: ['/tmp'],
  },
});
const cartsV1 = carts.addVersion('v1', { image: 'dynatracesockshop/carts:0.9.1' });
const cartsV2 = carts.addVersion('v2', { image: 'dynatracesockshop/carts:0.9.2' });
carts.release(WeightedRelease.onIstio({ routes: [Route.when(loggedIn).to(cartsV1), Route.to(cartsV2)] }));

// One more new service, this time with a limit; `kubectl rollout undo` goes back to any of its last ten revisions.
const offers = new Microservice(chart, 'offers', {
  port: 80,
  containerPort: 8080,
  defaults: { resources, health: HttpHealth.at('/health') },
});
offers.addVersion('v1', { image: 'dynatracesockshop/hot-new-service:1.0.0' });
offers.release(new RollingUpdate());

app.synth();

import { App, Chart, Testing } from 'cdk8s';
import { GatewayServer, HostRoutes, IngressGateway, Match, Microservice, Parameter, Route, WeightedRelease } from 'cdk8s-progressive';

test('stock cdk8s synthesizes the same constructs, with parameters at their defaults', () => {
  const app = new App();
  const edge = new Chart(app, 'edge', { namespace: 'edge' });
  const shop = new Chart(app, 'shop', { namespace: 'shop' });
  const reviews = new Microservice(shop, 'reviews');
  const v1 = reviews.addVersion('v1', { image: `shop/reviews:${Parameter.imageTag('tag', { defaultValue: '1.0.0' })}` });
  const v2 = reviews.addVersion('v2', { image: 'shop/reviews:2.0.0' });
  const weight = Parameter.percent('weight', { defaultValue: 25 });
  reviews.release(WeightedRelease.onIstio({ routes: [Route.split(v1.rest(), v2.weight(weight))], delegate: true, mesh: false }));
  const gateway = new IngressGateway(edge, 'gateway', { servers: [GatewayServer.http(['shop.example.com'])] });
  const routes = [Route.when(Match.uri().prefix('/reviews')).delegateTo(reviews)];
  new HostRoutes(edge, 'routes', { hosts: ['shop.example.com'], gateways: [gateway], routes });

  expect(Testing.synth(edge).map(({ kind }) => kind)).toEqual(['Gateway', 'VirtualService']);
  const objects = Testing.synth(shop);
  expect(objects.map(({ kind }) => kind)).toEqual(['Service', 'Deployment', 'Deployment', 'DestinationRule', 'VirtualService']);
  expect(objects[1].spec.template.spec.containers[0].image).toBe('shop/reviews:1.0.0');
  expect(objects[4].spec.http[0].route.map((each: { weight: number }) => each.weight)).toEqual([75, 25]);
});

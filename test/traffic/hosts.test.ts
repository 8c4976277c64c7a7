import { Chart } from 'cdk8s';
import { GatewayServer, HostRoutes, IngressGateway, Match, Microservice, Route, WeightedRelease } from 'cdk8s-progressive';
import { at, type Build, objectOf, problemsOf, text, yaml } from '../support/chart';

function service(chart: Chart, name: string, exposure: object): Microservice {
  const made = new Microservice(chart, name);
  const v1 = made.addVersion('v1', { image: `shop/${name}:1.0.0` });
  made.release(WeightedRelease.onIstio({ routes: [Route.to(v1)], ...exposure }));
  return made;
}

const shared: Build = (chart) => {
  const edge = new Chart(chart.node.root, 'edge', { namespace: 'edge' });
  const gateway = new IngressGateway(edge, 'shop', { servers: [GatewayServer.http(['shop.example.com'])] });
  const [reviews, ratings] = ['reviews', 'ratings'].map((name) => service(chart, name, { delegate: true }));
  new HostRoutes(edge, 'shop-routes', {
    hosts: ['shop.example.com'],
    gateways: [gateway],
    routes: [
      Route.when(Match.uri().prefix('/reviews')).delegateTo(reviews),
      Route.when(Match.uri().prefix('/ratings')).toService(ratings).withName('ratings'),
      Route.when().redirect({ uri: '/reviews' }),
    ],
  });
};

test('a host that services share is routed in one place, and the services decide the version', () => {
  expect(yaml(objectOf('VirtualService', shared, 'shop-routes'))).toBe(
    text(`
      apiVersion: networking.istio.io/v1
      kind: VirtualService
      metadata:
        name: shop-routes
        namespace: edge
      spec:
        hosts:
          - shop.example.com
        gateways:
          - shop
        http:
          - match:
              - uri:
                  prefix: /reviews
            delegate:
              name: reviews-delegate
              namespace: shop
          - name: ratings
            match:
              - uri:
                  prefix: /ratings
            route:
              - destination:
                  host: ratings.shop.svc.cluster.local
                  port:
                    number: 80
          - redirect:
              uri: /reviews
      `),
  );
  expect(at(objectOf('VirtualService', shared, 'reviews-delegate'), 'spec')).toEqual({
    http: [{ route: [{ destination: { host: 'reviews', subset: 'v1', port: { number: 80 } } }] }],
  });
});

test('a host is routed once at a gateway', () => {
  const problems = problemsOf((chart) => {
    for (const name of ['reviews', 'ratings']) service(chart, name, { gateways: ['edge/shop'], hosts: ['shop.example.com'] });
  });
  expect(problems).toContain(
    "shop/ratings: the host 'shop.example.com' is routed by shop/reviews already at the gateway edge/shop; give one of them another host, or state the host once with HostRoutes, whose routes delegate.",
  );
});

test('one host at two gateways is two hosts', () => {
  const problems = problemsOf((chart) => {
    for (const name of ['reviews', 'ratings'])
      service(chart, name, { gateways: [`edge/${name}`], hosts: ['shop.example.com'], mesh: false });
  });
  expect(problems).toEqual([]);
});

test('what cannot work in the routes of a host', () => {
  const problems = problemsOf((chart) => {
    const reviews = service(chart, 'reviews', {});
    new HostRoutes(chart, 'shop', {
      hosts: ['shop.example.com'],
      gateways: ['edge/shop'],
      routes: [Route.when().delegateTo(reviews), Route.when(Match.port(80)).respond(99)],
    });
  });
  expect(problems).toEqual([
    'shop/shop: routes[0]: it delegates to shop/reviews, whose release makes no VirtualService reviews-delegate, so the rule would be dropped; state delegate: true there.',
    'shop/shop: routes[1]: directResponse.status is 99; allowed is a whole number from 200 to 599.',
    'shop/shop: routes[1] stands behind routes[0], which takes every request: no request would ever reach it; put it before.',
  ]);
});

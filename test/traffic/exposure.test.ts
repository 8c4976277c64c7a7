import { GatewayServer, IngressGateway, Match, PortProtocol, Route, type WeightedOnIstioProps } from 'cdk8s-progressive';
import { at, objectsOf, problemsOf, text, yaml } from '../support/chart';
import { specOf, withRoutes } from './support';

const exposed = (props: Omit<WeightedOnIstioProps, 'routes'>) => withRoutes((v1) => ({ routes: [Route.to(v1)], ...props }));

test('at a gateway and in the mesh at once', () => {
  const spec = specOf((v1, _, chart) => {
    const gateway = new IngressGateway(chart, 'shop', { namespace: 'edge', servers: [GatewayServer.http(['shop.example.com'])] });
    return { routes: [Route.to(v1)], gateways: [gateway, 'east/west'], hosts: ['shop.example.com'] };
  });
  expect(yaml(spec)).toBe(
    text(`
      hosts:
        - reviews
        - shop.example.com
      gateways:
        - mesh
        - edge/shop
        - east/west
      http:
        - route:
            - destination:
                host: reviews
                subset: v1
                port:
                  number: 80
      `),
  );
});

test('at a gateway only', () => {
  const spec = specOf((v1) => ({ routes: [Route.to(v1)], gateways: ['edge/shop'], hosts: ['shop.example.com'], mesh: false }));
  expect(spec).toMatchObject({ hosts: ['shop.example.com'], gateways: ['edge/shop'] });
});

test('a second VirtualService for hosts that delegate', () => {
  const names = (props: Omit<WeightedOnIstioProps, 'routes'>) =>
    objectsOf(exposed(props))
      .filter(({ manifest }) => manifest.kind === 'VirtualService')
      .map(({ manifest, origin }) => [manifest.metadata.name, origin.construct]);
  const delegate = ['reviews-delegate', 'shop/reviews/delegate-virtual-service'];
  expect(names({ delegate: true })).toEqual([delegate, ['reviews', 'shop/reviews/virtual-service']]);
  expect(names({ delegate: true, mesh: false })).toEqual([delegate]);
});

test('a route for one port stands with the copies for that port only, and those behind it are left out', () => {
  const spec = specOf((v1, v2) => [Route.when(Match.port(9000)).to(v2), Route.when(Match.header('x').present()).to(v2), Route.to(v1)], {
    ports: [{ port: 80 }, { port: 9000, protocol: PortProtocol.GRPC }],
  });
  const rules = at(spec, 'http') as { match?: object[]; route: { destination: { subset: string; port: object } }[] }[];
  expect(rules.map(({ match, route: [{ destination }] }) => [match, destination.subset, destination.port])).toEqual([
    [[{ port: 9000 }], 'v2', { number: 9000 }],
    [[{ headers: { x: {} } }], 'v2', { number: 80 }],
    [undefined, 'v1', { number: 80 }],
  ]);
});

test('a route for several ports keeps, in the place of the main one, those that have no copies', () => {
  const spec = specOf((v1, v2) => [Route.when(Match.port(9000), Match.port(80)).to(v2), Route.to(v1)], {
    ports: [{ port: 80 }, { port: 9000, protocol: PortProtocol.GRPC }],
  });
  const rules = at(spec, 'http') as { match?: object[] }[];
  expect(rules.map(({ match }) => match)).toEqual([[{ port: 9000 }], [{ port: 80 }], undefined]);
});

test('each further HTTP port has a copy of the routes that leads to that port', () => {
  const ports = [
    { port: 80 },
    { name: 'grpc', port: 9000, protocol: PortProtocol.GRPC },
    { name: 'tcp', port: 9092, protocol: PortProtocol.TCP },
  ];
  const spec = specOf(
    (v1, v2) => [Route.when(Match.header('x').present()).to(v2).withName('testers'), Route.when(Match.port(80)).respond(404), Route.to(v1)],
    { ports },
  );
  expect(yaml(spec)).toBe(
    text(`
      hosts:
        - reviews
      http:
        - name: testers-grpc
          match:
            - headers:
                x: {}
              port: 9000
          route:
            - destination:
                host: reviews
                subset: v2
                port:
                  number: 9000
        - match:
            - port: 9000
          route:
            - destination:
                host: reviews
                subset: v1
                port:
                  number: 9000
        - name: testers
          match:
            - headers:
                x: {}
          route:
            - destination:
                host: reviews
                subset: v2
                port:
                  number: 80
        - match:
            - port: 80
          directResponse:
            status: 404
        - route:
            - destination:
                host: reviews
                subset: v1
                port:
                  number: 80
      `),
  );
});

test.each([
  [{ mesh: false }, ['mesh is false, so nobody could call: state gateways and hosts, or leave mesh out.']],
  [{ hosts: ['*'] }, ["hosts '*' cannot be routed in the mesh; state mesh: false, or the hosts."]],
  [{ gateways: ['edge/shop'] }, ['gateways are stated without hosts; state the hosts by which the service is called from outside.']],
  [
    { gateways: ['edge/shop'], hosts: ['https://shop.example.com'] },
    [
      "the host 'https://shop.example.com' is no host: labels of letters, digits and '-', joined by dots, with at most one '*.' in front; no scheme, port or path.",
    ],
  ],
])('callers that cannot be: %j', (props, problems) => {
  expect(problemsOf(exposed(props))).toEqual(problems.map((problem) => `shop/reviews: ${problem}`));
});

import { Match, Microservice, PortProtocol, Route } from 'cdk8s-progressive';
import { problemsOf } from '../support/chart';
import { withRoutes } from './support';

test.each([
  ['no match', (v1) => Route.to(v1)],
  ["prefix '/'", (v1) => Route.when(Match.uri().prefix('/')).to(v1)],
  ["regex '.*'", (v1) => Route.when(Match.port(80), Match.uri().regex('.*')).to(v1)],
] as [string, typeof Route.to][])('nothing comes behind a route for every request: %s', (_, catchAll) => {
  expect(problemsOf(withRoutes((v1, v2) => [catchAll(v1), Route.when(Match.header('x').present()).to(v2)]))).toEqual([
    'shop/reviews: routes[1] stands behind routes[0], which takes every request: no request would ever reach it; put it before.',
  ]);
});

test('a narrower route may be followed', () => {
  const narrow = Match.uri().prefix('/').and(Match.header('x').present());
  expect(problemsOf(withRoutes((v1, v2) => [Route.when(narrow).to(v2), Route.to(v1)]))).toEqual([]);
});

test('no routes', () => {
  expect(problemsOf(withRoutes(() => []))).toEqual([
    'shop/reviews: routes is empty, so every request would get 404; add Route.to(version).',
  ]);
});

test.each([
  [{ ports: [] }, 'the service has no port, so nothing can be routed to it; state ports, or a release without routes.'],
  [
    { port: 9092, protocol: PortProtocol.TCP },
    "the main port 'tcp' speaks tcp, and routes are for HTTP: Istio would ignore them; put an HTTP port first, or use a release without routes.",
  ],
  [
    { headless: true },
    'headless: callers in the mesh reach the pod whose address they dialled, whatever the routes say; leave headless out, or state mesh: false.',
  ],
])('a service that routes cannot reach: %j', (props, problem) => {
  expect(problemsOf(withRoutes((v1) => [Route.to(v1)], props))).toEqual([`shop/reviews: ${problem}`]);
});

test('delegation is for the routes of a host', () => {
  const problems = problemsOf((chart) => {
    const other = new Microservice(chart, 'ratings');
    other.addVersion('v1', { image: 'shop/ratings:1.0.0' });
    withRoutes((v1) => [
      Route.when(Match.scheme('http')).delegateTo(other),
      Route.when(Match.scheme('https')).toService(other),
      Route.to(v1),
    ])(chart);
  });
  expect(problems).toEqual([
    'shop/reviews: routes[0] delegates, and the routes of a service are delegated to; state it in HostRoutes.',
    'shop/reviews: routes[1] leads to a whole service, and the routes of a service choose among its versions; write to(version).',
  ]);
});

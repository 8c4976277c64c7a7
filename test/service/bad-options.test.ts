import { Match, Microservice, Resources, RollingUpdate, Route, WeightedRelease } from 'cdk8s-progressive';
import { type Build, objectsOf } from '../support/chart';

// What a compiler refuses, stated by an app that runs without one. Each is refused where it is stated, so that the stack leads to its line.
const untyped = (value: unknown) => value as never;
const service =
  (props: unknown): Build =>
  (chart) => {
    new Microservice(chart, 'reviews', untyped(props)).addVersion('v1', { image: 'shop/reviews:1.0.0' });
  };
const version =
  (props: unknown): Build =>
  (chart) => {
    new Microservice(chart, 'reviews').addVersion('v1', untyped(props));
  };

test.each<[string, Build | (() => void), string]>([
  [
    'an unknown option',
    service({ containerport: 9080 }),
    'shop/reviews: containerport is no option; did you mean containerPort? There are ',
  ],
  ['an unknown default', service({ defaults: { replica: 2 } }), 'shop/reviews: defaults.replica is no option; did you mean replicas? '],
  ['no image', version({}), "shop/reviews: version 'v1': image is missing; it takes a text."],
  ['a number as a variable', version({ image: 'a:1', env: { PORT: 80 } }), "version 'v1': env.PORT is 80; it takes a text or an EnvValue."],
  ['a variable that is not there', version({ image: 'a:1', env: { A: undefined } }), 'env.A is undefined; it takes '],
  ['no strategy', (chart) => new Microservice(chart, 'reviews').release(untyped('canary')), 'shop/reviews: release(canary) is no strategy'],
  ['CPU as a number', () => Resources.of({ cpu: untyped(1) }), 'Resources.of(): cpu is 1; it takes a text or a TextParameter.'],
  ['a version by its name', () => Route.to(untyped('v1')), "Route.to(): the text 'v1' was stated; it takes a ServiceVersion."],
  ['half a match', () => Route.when(untyped(Match.header('x'))), 'Route.when(): [0] is a HeaderCondition; it takes a Match.'],
  ['half a route', () => WeightedRelease.onIstio({ routes: [untyped(Route.when())] }), 'routes[0] is a RouteStart; it takes a Route.'],
  ['a header that equals a number', () => Match.header('x').exact(untyped(5)), "Match.header('x').exact(): 5 was stated; it takes a text."],
])('%s', (_, state, message) => {
  expect(() => objectsOf(state as Build)).toThrow(message);
});

test('a text for resources, in the place of cdk8s-plus', () => {
  expect(() => objectsOf(version({ image: 'a:1', resources: { cpu: '100m' } }))).toThrow(
    "version 'v1': resources.cpu '100m' is no { request, limit } of cdk8s-plus; write Resources.of({ cpu: '100m' }).",
  );
});

test('what a strategy throws is told with the service that it was stated for', () => {
  const strategy = new RollingUpdate();
  strategy.bind = () => {
    throw new Error('no such thing');
  };
  const build: Build = (chart) => {
    const reviews = new Microservice(chart, 'reviews');
    reviews.addVersion('v1', { image: 'shop/reviews:1.0.0' });
    reviews.release(strategy);
  };
  expect(() => objectsOf(build)).toThrow('shop/reviews: its release cannot be made, because of what was stated for it: no such thing');
});

import { type Destination, Microservice, Parameter, Route, type ServiceVersion, WeightedRelease } from 'cdk8s-progressive';
import * as fc from 'fast-check';
import { at, type Build, objectsOf, problemsOf } from '../support/chart';
import { withRoutes } from './support';

const percent = (name: string, max = 100) => Parameter.percent(name, { defaultValue: 0, max });

function split(destinations: (...versions: ServiceVersion[]) => Destination[]): Build {
  return (chart) => {
    const service = new Microservice(chart, 'reviews');
    const versions = ['v1', 'v2', 'v3'].map((name) => service.addVersion(name, { image: `shop/reviews:${name}` }));
    service.release(WeightedRelease.onIstio({ routes: [Route.split(...destinations(...versions))] }));
  };
}

const weightsOf = (build: Build, values?: { [name: string]: unknown }) => {
  const [virtualService] = objectsOf(build, values).filter(({ manifest }) => manifest.kind === 'VirtualService');
  return (at(virtualService.manifest, 'spec', 'http', 0, 'route') as { weight?: number }[]).map(({ weight }) => weight);
};

test('one version takes the rest, in every environment', () => {
  const build = split((v1, v2, v3) => [v1.rest(), v2.weight(percent('a', 60)), v3.weight(40)]);
  expect(weightsOf(build)).toEqual([60, 0, 40]);
  expect(weightsOf(build, { a: 25 })).toEqual([35, 25, 40]);
});

test('a single destination has no weight', () => {
  expect(weightsOf(split((v1) => [v1.rest()]))).toEqual([undefined]);
});

test('plain weights are taken exactly when they add up to 100', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 }), (a, b, c) => {
      const problems = problemsOf(split((v1, v2, v3) => [v1.weight(a), v2.weight(b), v3.weight(c)]));
      expect(problems).toEqual(
        a + b + c === 100
          ? []
          : [
              `shop/reviews: routes[0]: the weights of v1, v2, v3 add up to ${a + b + c}, not to 100; correct them, or let one version take the rest: v1.rest().`,
            ],
      );
    }),
    { numRuns: 30 },
  );
});

test.each([
  [
    split((v1, v2) => [v1.weight(0), v2.weight(0)]),
    'the weights of v1, v2 add up to 0, not to 100; correct them, or let one version take the rest: v1.rest().',
  ],
  [split((v1, v2) => [v1.rest(), v2.rest()]), '2 destinations take the rest; one can: v1, v2.'],
  [
    split((v1, v2) => [v1.weight(50), v2.weight(percent('a'))]),
    "the weight of 'a' varies and no destination takes the rest; write v1.rest().",
  ],
  [
    split((v1, v2, v3) => [v1.rest(), v2.weight(percent('a')), v3.weight(20)]),
    "weights may add up to 120, more than 100 ('a' up to 100, fixed 20); bound the parameters, for example max: 80.",
  ],
  [
    split((v1, v2, v3) => [v1.rest(), v2.weight(60), v3.weight(60)]),
    'the weights of v1, v2, v3 add up to 120, more than 100; nothing is left for the rest.',
  ],
  [split((v1) => [v1.rest(), v1.weight(20)]), "version 'v1' is a destination twice; add its weights up."],
])('weights that cannot work: %#', (build, problem) => {
  expect(problemsOf(build)).toEqual([`shop/reviews: routes[0]: ${problem}`]);
});

test('a weight that is none is refused where it is written', () => {
  objectsOf((chart) => {
    const v1 = new Microservice(chart, 'reviews').addVersion('v1', { image: 'shop/reviews:1.0.0' });
    expect(() => v1.weight(101)).toThrow("shop/reviews: the weight of version 'v1' is 101; a weight is a whole number from 0 to 100.");
    const replicas = Parameter.integer('replicas', { defaultValue: 1 });
    expect(() => v1.weight(replicas)).toThrow(
      "shop/reviews: the weight of version 'v1' is the parameter 'replicas' of type integer; use Parameter.percent('replicas', ...).",
    );
  });
});

test('versions of another service', () => {
  const problems = problemsOf((chart) => {
    const other = new Microservice(chart, 'ratings').addVersion('v1', { image: 'shop/ratings:1.0.0' });
    withRoutes((v1) => [Route.split(v1.rest(), other.weight(10)), Route.to(v1).withMirror(other)])(chart);
  });
  const foreign = "version 'v1' belongs to shop/ratings, not to this service; route to one of v1, v2.";
  expect(problems.slice(0, 2)).toEqual([`shop/reviews: routes[0]: ${foreign}`, `shop/reviews: routes[1]: ${foreign}`]);
});

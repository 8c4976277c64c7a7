import { Chart } from 'cdk8s';
import { Microservice, RollingUpdate } from 'cdk8s-progressive';
import { objectsOf, problemsOf } from '../support/chart';

const image = 'shop/reviews:1.0.0';

test.each(['Reviews', '1reviews', 'reviews-', 'a_b', 'r'.repeat(45)])('a name that no Service can have: %s', (name) => {
  expect(() => objectsOf((chart) => new Microservice(chart, 'id', { name }))).toThrow(`shop/id: the name of a microservice, '${name}', `);
});

test('a name may differ from the construct id', () => {
  const objects = objectsOf((chart) => new Microservice(chart, 'id', { name: 'reviews' }).addVersion('v1', { image }));
  expect(objects.map(({ manifest, origin }) => [manifest.metadata.name, origin.construct])).toEqual([
    ['reviews', 'shop/id/service'],
    ['reviews', 'shop/id/deployment'],
  ]);
});

test('versions', () => {
  objectsOf((chart) => {
    const service = new Microservice(chart, 'reviews');
    service.addVersion('1-0', { image });
    expect(() => service.addVersion('1-0', { image })).toThrow(
      "shop/reviews: version '1-0' is stated twice; each version has a name of its own.",
    );
    expect(() => service.addVersion('1.0', { image })).toThrow("shop/reviews: the name of a version, '1.0', is no DNS-1035 label");
  });
  expect(problemsOf((chart) => new Microservice(chart, 'reviews'))).toEqual([
    "shop/reviews: the service has no version; add one: service.addVersion('v1', { image: '...' })",
  ]);
});

test('one strategy', () => {
  objectsOf((chart) => {
    const service = new Microservice(chart, 'reviews');
    service.addVersion('v1', { image });
    service.release(new RollingUpdate());
    expect(() => service.release(new RollingUpdate())).toThrow(
      'shop/reviews: release() is stated twice; a service has one strategy (SwitchedRelease chooses between two).',
    );
  });
});

test('all problems come at once', () => {
  expect(
    problemsOf((chart) => {
      new Microservice(chart, 'reviews', { port: 0 }).addVersion('v1', { image: 'shop/reviews' });
      new Microservice(chart, 'ratings').addVersion('v1', { image: 'shop/ratings' });
    }),
  ).toHaveLength(3);
});

test('a namespace that is none', () => {
  expect(
    problemsOf((chart) => new Microservice(new Chart(chart, 'inner', { namespace: 'Shop' }), 'reviews').addVersion('v1', { image })),
  ).toEqual([
    "shop/inner/reviews: the namespace 'Shop' is no name of a namespace: at most 63 lower-case letters, digits and '-', with a letter or digit at both ends.",
  ]);
});

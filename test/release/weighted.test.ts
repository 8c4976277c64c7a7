import { HttpHealth, Match, Microservice, Parameter, Route, WeightedRelease } from 'cdk8s-progressive';
import { at, type Build, objectOf, objectsOf, problemsOf, text, yaml } from '../support/chart';

/** The service `review` of the hands-on system. */
const hands: Build = (chart) => {
  const service = new Microservice(chart, 'review', { defaults: { health: HttpHealth.at('/actuator/health') } });
  const old = service.addVersion('v1', { image: 'hands-on/review:v1' });
  const next = service.addVersion('v2', { image: 'hands-on/review:v2' });
  service.release(
    WeightedRelease.onIstio({
      subsets: { old, new: next },
      routes: [
        Route.when(Match.header('X-group').exact('test')).to(next),
        Route.split(old.rest(), next.weight(Parameter.percent('review.v2.weight', { defaultValue: 0 }))),
      ],
    }),
  );
};

test('construct paths and names are an outside contract', () => {
  expect(objectsOf(hands).map(({ manifest, origin }) => [origin.construct, manifest.kind, manifest.metadata.name])).toEqual([
    ['shop/review/service', 'Service', 'review'],
    ['shop/review/deployment-v1', 'Deployment', 'review-v1'],
    ['shop/review/deployment-v2', 'Deployment', 'review-v2'],
    ['shop/review/destination-rule', 'DestinationRule', 'review'],
    ['shop/review/virtual-service', 'VirtualService', 'review'],
  ]);
});

test('testers by header, the rest by weight', () => {
  expect(yaml(objectOf('VirtualService', hands))).toBe(
    text(`
      apiVersion: networking.istio.io/v1
      kind: VirtualService
      metadata:
        name: review
        namespace: shop
        labels:
          app: review
          app.kubernetes.io/name: review
      spec:
        hosts:
          - review
        http:
          - match:
              - headers:
                  X-group:
                    exact: test
            route:
              - destination:
                  host: review
                  subset: new
                  port:
                    number: 80
          - route:
              - destination:
                  host: review
                  subset: old
                  port:
                    number: 80
                weight: 100
              - destination:
                  host: review
                  subset: new
                  port:
                    number: 80
                weight: 0
      `),
  );
  expect(yaml(objectOf('DestinationRule', hands))).toBe(
    text(`
      apiVersion: networking.istio.io/v1
      kind: DestinationRule
      metadata:
        name: review
        namespace: shop
        labels:
          app: review
          app.kubernetes.io/name: review
      spec:
        host: review
        subsets:
          - name: old
            labels:
              version: v1
          - name: new
            labels:
              version: v2
      `),
  );
});

test('versions have selectors that exclude each other; the Service selects both', () => {
  const [v1, v2] = ['review-v1', 'review-v2'].map((name) => at(objectOf('Deployment', hands, name), 'spec', 'selector', 'matchLabels'));
  expect([v1, v2]).toEqual([
    { app: 'review', version: 'v1' },
    { app: 'review', version: 'v2' },
  ]);
  expect(at(objectOf('Service', hands), 'spec', 'selector')).toEqual({ app: 'review' });
});

test('subsets that cannot be', () => {
  const problems = problemsOf((chart) => {
    const other = new Microservice(chart, 'ratings').addVersion('v1', { image: 'shop/ratings:1.0.0' });
    const service = new Microservice(chart, 'reviews');
    const [v1] = ['v1', 'v2'].map((name) => service.addVersion(name, { image: `shop/reviews:${name}` }));
    service.release(WeightedRelease.onIstio({ subsets: { Old: v1, again: v1, foreign: other, v2: v1 }, routes: [Route.to(v1)] }));
  });
  expect(problems).toEqual([
    "shop/reviews: the subset name 'Old' is no DNS label: lower-case letters, digits and '-', with a letter or digit at both ends.",
    "shop/reviews: version 'v1' has two subsets, 'Old' and 'again'; name it once.",
    "shop/reviews: subset 'foreign' is a version of shop/ratings, not of this service.",
    "shop/reviews: version 'v1' has two subsets, 'Old' and 'v2'; name it once.",
    "shop/reviews: the subset 'v2' stands for version 'v1'; name the subset of version 'v2' too.",
  ]);
});

import { Microservice, Recreate } from 'cdk8s-progressive';
import { at, type Build, objectsOf } from '../support/chart';

const build: Build = (chart) => {
  const service = new Microservice(chart, 'reviews');
  for (const name of ['v1', 'v2']) service.addVersion(name, { image: `shop/reviews:${name}` });
  service.release(new Recreate());
};

test('one Deployment, all of whose pods end before the first new one begins', () => {
  const [service, deployment, ...others] = objectsOf(build);
  expect([service.manifest.kind, deployment.manifest.kind, others]).toEqual(['Service', 'Deployment', []]);
  // The API server keeps the defaulted block of a former rolling update, and then refuses Recreate: null removes it.
  expect(at(deployment.manifest, 'spec', 'strategy')).toEqual({ type: 'Recreate', rollingUpdate: null });
});

test('which version runs is one value, and the Deployment stays the same object', () => {
  const found = ['v1', 'v2'].map((current) => {
    const [{ manifest, origin }] = objectsOf(build, { 'reviews.current': current }).filter((each) => each.manifest.kind === 'Deployment');
    return [
      origin.construct,
      manifest.metadata.name,
      at(manifest, 'spec', 'template', 'spec', 'containers', 0, 'image'),
      at(manifest, 'spec', 'selector'),
    ];
  });
  const selector = { matchLabels: { app: 'reviews' } };
  expect(found).toEqual([
    ['shop/reviews/deployment-v1', 'reviews', 'shop/reviews:v1', selector],
    ['shop/reviews/deployment-v2', 'reviews', 'shop/reviews:v2', selector],
  ]);
});

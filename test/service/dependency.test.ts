import { Size } from 'cdk8s';
import * as plus from 'cdk8s-plus-27';
import { EnvValue } from 'cdk8s-plus-27';
import { Microservice } from 'cdk8s-progressive';
import { at, type Build, objectOf, objectsOf } from '../support/chart';

/** A database stands beside the service, in the same chart, with cdk8s-plus; no sidecar stands beside the database. */
const build: Build = (chart) => {
  const service = new plus.Service(chart, 'mongo-service', {
    metadata: { name: 'mongo' },
    clusterIP: 'None',
    ports: [{ name: 'mongo', port: 27017 }],
  });
  const set = new plus.StatefulSet(chart, 'mongo', {
    metadata: { name: 'mongo' },
    podMetadata: { labels: { app: 'mongo', 'sidecar.istio.io/inject': 'false' } },
    service,
    containers: [
      {
        image: 'mongo:8.0.1',
        portNumber: 27017,
        securityContext: { user: 999, group: 999, readOnlyRootFilesystem: false },
        resources: { cpu: { request: plus.Cpu.millis(100) }, memory: { request: Size.mebibytes(512), limit: Size.mebibytes(512) } },
      },
    ],
  });
  const reviews = new Microservice(chart, 'reviews', { defaults: { env: { MONGO: `mongodb://${service.name}:27017` } } });
  reviews.addVersion('v1', { image: 'shop/reviews:1.0.0', env: { SET: EnvValue.fromValue(set.name) } });
};

test('a stateful dependency stands beside the service, without a sidecar', () => {
  expect(objectsOf(build).map(({ manifest }) => `${manifest.kind} ${manifest.metadata.namespace}/${manifest.metadata.name}`)).toEqual([
    'Service shop/mongo',
    'StatefulSet shop/mongo',
    'Service shop/reviews',
    'Deployment shop/reviews',
  ]);
  expect(at(objectOf('StatefulSet', build), 'spec', 'template', 'metadata', 'labels')).toMatchObject({
    'sidecar.istio.io/inject': 'false',
  });
  expect(at(objectOf('StatefulSet', build), 'spec', 'serviceName')).toBe('mongo');
  expect(at(objectOf('Deployment', build), 'spec', 'template', 'spec', 'containers', 0, 'env')).toEqual([
    { name: 'MONGO', value: 'mongodb://mongo:27017' },
    { name: 'SET', value: 'mongo' },
  ]);
});

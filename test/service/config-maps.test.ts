import { App, Chart } from 'cdk8s';
import { ConfigMap } from 'cdk8s-plus-27';
import { Microservice, Parameter, Route, type VersionOptions, WeightedRelease } from 'cdk8s-progressive';
import { at, type Build, objectOf, objectsOf, problemsOf, templateOf, text, withVersion, yaml } from '../support/chart';

const checksumsOf = (options: VersionOptions, values?: { [name: string]: unknown }) =>
  at(
    objectsOf(withVersion(options), values).find(({ manifest }) => manifest.kind === 'Deployment'),
    'manifest',
    'spec',
    'template',
    'metadata',
    'annotations',
  );

test('files and variables become ConfigMaps that the pods see', () => {
  const build = withVersion({
    config: { app: { data: { 'app.yaml': 'level: info\n' }, mountPath: '/etc/app' }, flags: { data: { BETA: 'on' }, asEnv: true } },
  });
  expect(yaml(objectOf('ConfigMap', build, 'reviews-v1-app'))).toBe(
    text(`
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: reviews-v1-app
        namespace: shop
        labels:
          app: reviews
          app.kubernetes.io/name: reviews
      data:
        app.yaml: |
          level: info
      `),
  );
  const template = templateOf(build);
  expect(at(template, 'spec', 'containers', 0, 'envFrom')).toEqual([{ configMapRef: { name: 'reviews-v1-flags' } }]);
  expect(at(template, 'spec', 'containers', 0, 'volumeMounts')).toEqual([{ name: 'config-app', mountPath: '/etc/app', readOnly: true }]);
  expect(at(template, 'spec', 'volumes')).toEqual([{ name: 'config-app', configMap: { name: 'reviews-v1-app' } }]);
  expect(at(template, 'metadata', 'annotations')).toEqual({ 'checksum/app': '431c42e3217b0e00', 'checksum/flags': '0a5f847384f9617d' });
});

test('what all versions share has one ConfigMap; what a version states itself has one of its own', () => {
  const build: Build = (chart) => {
    const service = new Microservice(chart, 'reviews', { defaults: { config: { app: { data: { level: 'info' } } } } });
    const v1 = service.addVersion('v1', { image: 'shop/reviews:1.0.0' });
    service.addVersion('v2', { image: 'shop/reviews:2.0.0' });
    service.addVersion('v3', { image: 'shop/reviews:3.0.0', config: { app: { data: { level: 'debug' } } } });
    service.release(WeightedRelease.onIstio({ routes: [Route.to(v1)] }));
  };
  const maps = objectsOf(build).filter(({ manifest }) => manifest.kind === 'ConfigMap');
  expect(maps.map(({ manifest, origin }) => [manifest.metadata.name, origin.construct])).toEqual([
    ['reviews-app', 'shop/reviews/config-map-app'],
    ['reviews-v3-app', 'shop/reviews/config-map-v3-app'],
  ]);
});

test('a change of the content replaces the pods, and nothing else does', () => {
  const config = (level: string) => ({ config: { app: { data: { level } } } });
  expect(checksumsOf(config('info'))).toEqual(checksumsOf(config('info')));
  expect(checksumsOf(config('info'))).not.toEqual(checksumsOf(config('debug')));
});

test('a change of a parameter in the content replaces the pods', () => {
  const level = Parameter.string('level', { defaultValue: 'info' });
  const config = { app: { data: { level: `level=${level}` } } };
  expect(checksumsOf({ config })).toEqual({ 'checksum/app': expect.stringMatching(/^[0-9a-f]{16}-info$/) });
  expect(checksumsOf({ config }, { level: 'debug' })).toEqual({ 'checksum/app': expect.stringMatching(/^[0-9a-f]{16}-debug$/) });
});

test('ConfigMaps made elsewhere can be watched too', () => {
  const map = (level: string) => new ConfigMap(new Chart(new App(), 'elsewhere'), 'map', { metadata: { name: 'map' }, data: { level } });
  expect(checksumsOf({ restartOn: [map('info')] })).not.toEqual(checksumsOf({ restartOn: [map('debug')] }));
  expect(Object.keys(checksumsOf({ restartOn: [map('info')] }) as object)).toEqual(['checksum/map']);
});

test('names that no ConfigMap can have', () => {
  expect(problemsOf(withVersion({ config: { App: { data: { 'a/b': '' } } } }))).toEqual([
    "shop/reviews: version 'v1': config 'App' is no end of a name: at most 50 lower-case letters, digits and '-', with a letter or digit at both ends.",
    "shop/reviews: version 'v1': config.App.data 'a/b' is no key of a ConfigMap: letters, digits, '-', '_' and '.'.",
  ]);
});

import { Duration } from 'cdk8s';
import { Handler } from 'cdk8s-plus-27';
import { Microservice, Resources, Route, type VersionOptions, WeightedRelease } from 'cdk8s-progressive';
import { at, objectOf, objectsOf } from '../support/chart';

function podOf(defaults: VersionOptions, own: VersionOptions): unknown {
  const deployment = objectOf('Deployment', (chart) => {
    const service = new Microservice(chart, 'reviews', { defaults });
    const v1 = service.addVersion('v1', { image: 'shop/reviews:1.0.0', ...own });
    service.release(WeightedRelease.onIstio({ routes: [Route.to(v1)] }));
  });
  return at(deployment, 'spec', 'template', 'spec');
}

test('maps are merged, and what the version states wins', () => {
  const pod = podOf(
    { env: { A: '1', B: '1' }, security: { runAsUser: 999, fsGroup: 999 } },
    { env: { B: '2', C: '2' }, security: { fsGroup: 1 } },
  );
  expect(at(pod, 'containers', 0, 'env')).toEqual([
    { name: 'A', value: '1' },
    { name: 'B', value: '2' },
    { name: 'C', value: '2' },
  ]);
  expect(at(pod, 'securityContext')).toMatchObject({ runAsUser: 999, fsGroup: 1 });
});

test('lists and everything else are replaced whole', () => {
  const small = Resources.of({ cpu: '10m', memory: '16Mi' });
  const pod = podOf({ args: ['--a', '--b'], resources: Resources.small() }, { args: ['--c'], resources: small });
  expect(at(pod, 'containers', 0)).toMatchObject({ args: ['--c'], resources: { requests: { cpu: '10m' } } });
});

test('what is undefined counts as not stated', () => {
  expect(at(podOf({ args: ['--a'] }, { args: undefined }), 'containers', 0, 'args')).toEqual(['--a']);
});

test('a version that says one thing in another way sets the default aside', () => {
  const sleep = { preStopSleep: Duration.seconds(5) };
  const pod = podOf(sleep, { preStop: Handler.fromCommand(['drain']) });
  expect(at(pod, 'containers', 0, 'lifecycle')).toEqual({ preStop: { exec: { command: ['drain'] } } });
  expect(
    objectsOf((chart) => {
      const service = new Microservice(chart, 'reviews', { defaults: { autoscaling: { minReplicas: 2, maxReplicas: 3 } } });
      service.addVersion('v1', { image: 'shop/reviews:1.0.0', replicas: 1 });
    }).map(({ manifest }) => manifest.kind),
  ).toEqual(['Service', 'Deployment']);
});

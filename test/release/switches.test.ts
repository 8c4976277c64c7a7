import { App, Chart } from 'cdk8s';
import {
  Analysis,
  BlueGreen,
  FlaggerRelease,
  KnativeRelease,
  Metric,
  Parameter,
  Recreate,
  RollingUpdate,
  SwitchedRelease,
} from 'cdk8s-progressive';
import type { Manifest } from '../../lib/manifest/manifest';
import { manifestsOf } from '../../lib/manifest/manifests-of';
import { at, objectsOf } from '../support/chart';
import { released } from './support';

const kinds = (objects: readonly { readonly manifest: Manifest }[]) =>
  objects.map(({ manifest }) => `${manifest.kind} ${manifest.metadata.name}`);
const enabled = Parameter.boolean('canary.enable', { defaultValue: false });
const flagger = FlaggerRelease.canary({ stepWeight: 20, analysis: Analysis.of(Metric.successRate({ min: 99 })) });

test('off and on, each strategy makes what it makes alone', () => {
  const build = released(() => SwitchedRelease.by(enabled, { on: flagger, off: new RollingUpdate() }));
  expect(kinds(objectsOf(build))).toEqual(kinds(objectsOf(released(() => new RollingUpdate()))));
  expect(kinds(objectsOf(build, { 'canary.enable': true }))).toEqual(kinds(objectsOf(released(() => flagger))));
});

test('what both make alike is made once and always', () => {
  const chart = new Chart(new App(), 'shop', { namespace: 'shop' });
  released(() => SwitchedRelease.by(enabled, { on: new Recreate(), off: new RollingUpdate() }))(chart);
  const made = manifestsOf(chart.node.root).map(({ object, when }) => `${object.kind} ${when ? 'under a condition' : 'always'}`);
  expect(made).toEqual(['Service always', ...Array<string>(4).fill('Deployment under a condition')]);
});

test('a switch within a switch', () => {
  const inner = Parameter.boolean('canary.hard', { defaultValue: true });
  const nested = released(() =>
    SwitchedRelease.by(enabled, { on: flagger, off: SwitchedRelease.by(inner, { on: new Recreate(), off: new RollingUpdate() }) }),
  );
  const strategy = (values: object) =>
    at(objectsOf(nested, { ...values }).find(({ manifest }) => manifest.kind === 'Deployment')?.manifest, 'spec', 'strategy');
  expect(strategy({})).toMatchObject({ type: 'Recreate' });
  expect(strategy({ 'canary.hard': false })).toMatchObject({ type: 'RollingUpdate' });
  expect(strategy({ 'canary.enable': true })).toBeUndefined();
});

test('blue/green is switched and switched back by one value', () => {
  const build = released((v1, v2) => new BlueGreen({ active: v1, preview: v2 }));
  const selected = (values: { [name: string]: string }) =>
    objectsOf(build, values).flatMap(({ manifest }) =>
      manifest.kind === 'Service' ? [`${manifest.metadata.name} ${at(manifest, 'spec', 'selector', 'version')}`] : [],
    );
  expect(selected({})).toEqual(['reviews v1', 'reviews-preview v2']);
  expect(selected({ 'reviews.active': 'v2' })).toEqual(['reviews v2', 'reviews-preview v1']);
});

test('a revision that has not been made yet gets no requests', () => {
  const build = released((v1, v2) => new KnativeRelease({ split: [v1.rest(), v2.weight(10)] }));
  const traffic = (current: string) => at(objectsOf(build, { 'reviews.current': current })[0]?.manifest, 'spec', 'traffic');
  expect(traffic('v1')).toEqual([{ revisionName: 'reviews-v1', latestRevision: false, percent: 100, tag: 'v1' }]);
  expect(traffic('v2')).toMatchObject([{ percent: 90 }, { percent: 10 }]);
});

import { Chart, JsonPatch, Testing } from 'cdk8s';
import { ManifestObject } from '../../lib/manifest/manifest-object';
import { manifestsOf } from '../../lib/manifest/manifests-of';
import { Condition } from '../../lib/parameters/condition';
import { Parameter } from '../../lib/parameters/parameter';

function configMap(chart: Chart): ManifestObject {
  const size = Parameter.integer('size', { defaultValue: 3 });
  return new ManifestObject(chart, 'map', {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    name: 'map',
    labels: { own: 'yes' },
    fields: { data: { size } },
  });
}

const chart = () => new Chart(Testing.app(), 'shop', { namespace: 'shop', labels: { team: 'checkout' } });

test('stock cdk8s gets the labels of the chart and every parameter at its default', () => {
  const shop = chart();
  configMap(shop);
  expect(Testing.synth(shop)).toEqual([
    {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'map', namespace: 'shop', labels: { team: 'checkout', own: 'yes' } },
      data: { size: 3 },
    },
  ]);
});

test('what is added to the metadata later is part of the object', () => {
  const shop = chart();
  const map = configMap(shop);
  map.metadata.addLabel('later', 'too');
  map.metadata.addAnnotation('note', 'x');
  expect(manifestsOf(shop)[0]?.object.metadata).toEqual({
    name: 'map',
    namespace: 'shop',
    labels: { team: 'checkout', own: 'yes', later: 'too' },
    annotations: { note: 'x' },
  });
});

test('a patch applies beside parameters, which stay alive', () => {
  const shop = chart();
  configMap(shop).addJsonPatch(JsonPatch.add('/data/more', 'x'));
  const [manifest] = manifestsOf(shop);
  expect(manifest?.object.data).toEqual({ size: expect.objectContaining({ name: 'size' }), more: 'x' });
});

test('a patch that does not apply says so with the construct', () => {
  const shop = chart();
  configMap(shop).addJsonPatch(JsonPatch.remove('/data/absent/deep'));
  expect(() => manifestsOf(shop)).toThrow('shop/map: a JSON patch does not apply to ConfigMap map');
});

test('an object that is no object of this library is told apart although instanceof says otherwise', () => {
  expect(ManifestObject.isManifestObject(configMap(chart()))).toBe(true);
  expect(ManifestObject.isManifestObject(chart())).toBe(false);
});

test('a condition goes along', () => {
  const shop = chart();
  const when = Condition.isTrue(Parameter.boolean('on', { defaultValue: true }));
  new ManifestObject(shop, 'x', { apiVersion: 'v1', kind: 'ConfigMap', name: 'x', fields: {}, when });
  expect(manifestsOf(shop)[0]?.when?._term).toEqual(when._term);
});

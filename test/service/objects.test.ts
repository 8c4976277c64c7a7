import { Condition, Microservice, Parameter } from 'cdk8s-progressive';
import { type Build, objectOf, objectsOf, problemsOf, yaml } from '../support/chart';

const debug = Parameter.boolean('debug', { defaultValue: false });
const level = Parameter.string('level', { defaultValue: 'info' });
const settings = { apiVersion: 'v1', kind: 'ConfigMap', name: 'settings', fields: { data: { level: `log ${level}` } } };
const withObjects =
  (...objects: (readonly [string, object])[]): Build =>
  (chart) => {
    const service = new Microservice(chart, 'reviews');
    service.addVersion('v1', { image: 'shop/reviews:1.0.0' });
    for (const [id, props] of objects) service.addObject(id, props as never);
  };

test('an object that goes with a service holds parameters', () => {
  expect(yaml(objectOf('ConfigMap', withObjects(['settings', settings])))).toBe(`
apiVersion: v1
kind: ConfigMap
metadata:
  name: settings
  namespace: shop
data:
  level: "log info"
`);
});

test('it exists while its condition holds', () => {
  const build = withObjects(['settings', { ...settings, when: Condition.isTrue(debug) }]);
  const kinds = (values: { [name: string]: unknown }) => objectsOf(build, values).map(({ manifest }) => manifest.kind);
  expect(kinds({ debug: false })).not.toContain('ConfigMap');
  expect(kinds({ debug: true })).toContain('ConfigMap');
});

test('ids are unique, beside those of the strategy too', () => {
  const message = (id: string) => `shop/reviews: two objects are called '${id}'; give each an id of its own.`;
  expect(problemsOf(withObjects(['settings', settings], ['settings', settings]))).toEqual([message('settings')]);
  expect(problemsOf(withObjects(['service', settings]))).toEqual([message('service')]);
});

test('an option that is none is refused where it is stated', () => {
  expect(() => objectsOf(withObjects(['settings', { ...settings, spec: {} }]))).toThrow(
    "shop/reviews: addObject('settings'): spec is no option; there are annotations, apiVersion, ",
  );
});

test('an object that comes too late is not lost without a word', () => {
  const late: Build = (chart) => {
    withObjects()(chart);
    const [service] = chart.node.children as Microservice[];
    service._prepare([]);
    expect(() => service.addObject('settings', settings)).toThrow(
      "shop/reviews: addObject('settings') comes too late, as the objects of the service have been made; state it before app.synth().",
    );
  };
  objectsOf(late);
});

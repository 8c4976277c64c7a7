import { parse } from 'yaml';
import { helmOutput } from '../../lib/output/helm';
import { yamlOutput } from '../../lib/output/yaml';
import { Condition } from '../../lib/parameters/condition';
import { Parameter } from '../../lib/parameters/parameter';
import { ReleaseName } from '../../lib/parameters/release-name';
import { restOf } from '../../lib/parameters/rest';
import { environment, filesOf, manifest, small } from './small';

const prod = environment('prod', { 'review.v2.weight': 20, 'review.v2.tag': '2.0.0', 'review.budget': true });

test('a chart of one version, a split and a switch', () => {
  const files = filesOf(helmOutput, { manifests: small, environments: [prod] });
  expect(Object.keys(files)).toEqual([
    'Chart.yaml',
    '.helmignore',
    'values.yaml',
    'values.schema.json',
    'values-prod.yaml',
    'templates/NOTES.txt',
    'README.md',
    'templates/deployment-review-v2.yaml',
    'templates/virtualservice-review.yaml',
    'templates/poddisruptionbudget-review.yaml',
  ]);
  expect(files['Chart.yaml']).toBe('apiVersion: v2\nname: shop\ndescription: "Manifests of shop"\ntype: application\nversion: "0.1.0"\n');
  expect(
    files['values.yaml'],
  ).toBe(`# The values of shop. An environment states what differs: helm upgrade --install ... -f values-<environment>.yaml

review:
  v2:
    # A whole number of at least 0.
    replicas: 1
    # An image tag: up to 128 letters, digits, '_', '.' and '-'.
    tag: "2.0.0"
    # Share of requests that v2 takes.
    # A whole number from 0 to 100.
    weight: 0
  # True or false.
  budget: false
`);
  expect(files['values-prod.yaml']).toBe(`# What environment prod states otherwise than values.yaml.

review:
  v2:
    weight: 20
  budget: true
`);
  expect(files['templates/deployment-review-v2.yaml']).toBe(`apiVersion: apps/v1
kind: Deployment
metadata:
  name: review-v2
  namespace: shop
spec:
  replicas: {{ .Values.review.v2.replicas | int }}
  template:
    spec:
      containers:
        - name: review
          image: "shop/review:{{ .Values.review.v2.tag }}"
`);
  expect(files['templates/virtualservice-review.yaml']).toBe(`apiVersion: networking.istio.io/v1
kind: VirtualService
metadata:
  name: review
  namespace: shop
spec:
  http:
    - route:
        - weight: {{ sub 100 .Values.review.v2.weight }}
        - weight: {{ .Values.review.v2.weight | int }}
`);
  expect(files['templates/poddisruptionbudget-review.yaml']).toBe(`{{- if .Values.review.budget }}
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: review
  namespace: shop
spec:
  minAvailable: 1
{{- end }}
`);
});

test('the schema states types, bounds and defaults, and takes nothing else', () => {
  const files = filesOf(helmOutput, { manifests: small, environments: [prod] });
  const schema = JSON.parse(files['values.schema.json'] ?? '');
  expect(schema).toMatchObject({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    additionalProperties: false,
    required: ['review'],
  });
  expect(Object.keys(schema.properties)).toEqual(['global', 'review']);
  expect(schema.properties.review.properties.v2.properties.weight).toEqual({
    description: 'Share of requests that v2 takes.',
    type: 'integer',
    minimum: 0,
    maximum: 100,
    default: 0,
  });
});

const template = (spec: unknown, when?: Condition) => {
  const files = filesOf(helmOutput, {
    manifests: [manifest({ apiVersion: 'v1', kind: 'Thing', metadata: { name: 'x' }, spec }, when)],
    environments: [],
  });
  return { spec: files['templates/thing-x.yaml']?.split('spec:\n')[1] ?? '', files };
};

test.each([
  ['a text', Parameter.string('a', { defaultValue: '' }), '{{ .Values.a | quote }}'],
  ['a number', Parameter.number('a', { defaultValue: 0.5 }), '{{ .Values.a | toJson }}'],
  ['a switch', Parameter.boolean('a', { defaultValue: true }), '{{ .Values.a }}'],
  ['a list', Parameter.stringList('a', { defaultValue: [] }), '{{- toYaml .Values.a | nindent 4 }}'],
  ['a map', Parameter.stringMap('a', { defaultValue: {} }), '{{- toYaml .Values.a | nindent 4 }}'],
  ['a name with a dash', Parameter.duration('a.b-c', { defaultValue: '1s' }), '{{ index .Values "a" "b-c" | quote }}'],
  ['a name that is a method of .Values', Parameter.duration('YAML', { defaultValue: '1s' }), '{{ index .Values "YAML" | quote }}'],
  ["the release's name", new ReleaseName('shop'), '{{ .Release.Name | quote }}'],
  ['the name in a text', `${new ReleaseName('shop')}-web`, '"{{ .Release.Name }}-web"'],
  ['a harmless text in a text', `w/${Parameter.imageTag('a', { defaultValue: '1' })}`, '"w/{{ .Values.a }}"'],
  ['a number alone in a text', `${Parameter.integer('a', { defaultValue: 1 })}`, '"{{ .Values.a | int }}"'],
  ['a free text in a text', `100% {{${Parameter.string('a', { defaultValue: '1' })}}}`, '{{ printf "100%% {{%v}}" .Values.a | quote }}'],
  ['a brace before a value', `{${Parameter.quantity('a', { defaultValue: '1' })}}`, '"{{ `{` }}{{ .Values.a }}}"'],
  ['braces in data', '{{ args.x }}', '"{{ `{{` }} args.x }}"'],
  ['three braces in data', '{{{x}}}', '"{{ `{{` }}{x}}}"'],
  ['a rest', restOf([Parameter.percent('a', { defaultValue: 1 }), 20].slice(0, 1)), '{{ sub 100 .Values.a }}'],
])('%s', (_, value, expected) => {
  expect(template({ f: value }).spec.trim()).toBe(`f: ${expected}`);
});

test('a split that could exceed 100 is watched over by a helper, which is there only then', () => {
  const [a, b] = ['a', 'b'].map((name) => Parameter.percent(name, { defaultValue: 1 }));
  const { spec, files } = template({ f: restOf([a as never, b as never]) });
  expect(spec).toBe('  f: {{ include "shop.rest" (dict "of" 100 "names" "a + b" "weights" (list .Values.a .Values.b)) }}\n');
  expect(Object.keys(files)).toContain('templates/_helpers.tpl');
});

test('conditions', () => {
  const on = Parameter.boolean('on', { defaultValue: true });
  const current = Parameter.choice('my.cur-rent', { defaultValue: 'v1', choices: ['v1', 'v2'] });
  const when = Condition.isTrue(on).not().and(Condition.isChosen(current, 'v1'));
  const { files } = template({}, when);
  expect(files['templates/thing-x.yaml']?.split('\n')[0]).toBe('{{- if and (not .Values.on) (eq (index .Values "my" "cur-rent") "v1") }}');
});

test('the variants of one object share a template', () => {
  const current = Parameter.choice('current', { defaultValue: 'v1', choices: ['v1', 'v2'] });
  const manifests = ['v1', 'v2'].map((version) =>
    manifest({ apiVersion: 'v1', kind: 'Service', metadata: { name: 'x' }, spec: { version } }, Condition.isChosen(current, version)),
  );
  const files = filesOf(helmOutput, { manifests, environments: [] });
  expect(files['templates/service-x.yaml']).toMatch(
    /^\{\{- if eq .+ "v1" \}\}\napiVersion: v1\n[^]+\{\{- else if eq .+ "v2" \}\}\napiVersion: v1\n[^]+\{\{- end \}\}\n$/,
  );
});

test('a map of an environment takes away what it leaves out, because Helm merges maps', () => {
  const labels = Parameter.stringMap('labels', { defaultValue: { a: '1', b: '2' } });
  const manifests = [manifest({ apiVersion: 'v1', kind: 'Thing', metadata: { name: 'x', labels } })];
  const files = filesOf(helmOutput, { manifests, environments: [environment('prod', { labels: { b: '3' } })] });
  expect(parse(files['values-prod.yaml'] ?? '')).toEqual({ labels: { b: '3', a: null } });
});

test('what Helm would refuse is refused with every reason', () => {
  const look = Parameter.string('a', { defaultValue: 'b', pattern: '^(?=b)b$' });
  const manifests = [
    manifest({
      apiVersion: 'v1',
      kind: 'Thing',
      metadata: { name: 'x' },
      spec: [look, Parameter.string('global.b', { defaultValue: '' })],
    }),
  ];
  const files = () => helmOutput.files({ app: 'My_Shop', manifests, environments: [], options: { chart: { version: '1.0' } } });
  expect(files).toThrow(/'My_Shop' cannot name a Helm chart.*rename the app's folder/);
  expect(files).toThrow(/'1\.0' cannot be the version of a Helm chart/);
  expect(files).toThrow(/parameter 'global\.b': Helm keeps 'global'/);
  expect(files).toThrow(/parameter 'a': Helm cannot read the pattern \^\(\?=b\)b\$/);
});

test('a text that YAML cannot carry is refused with its place', () => {
  const manifests = [manifest({ apiVersion: 'v1', kind: 'Thing', metadata: { name: 'x' }, data: { a: ['b', 'c\u0007'] } })];
  for (const output of [helmOutput, yamlOutput]) {
    expect(() => output.files({ app: 'shop', manifests, environments: [environment('default', {})] })).toThrow(
      'shop/review: Thing data.a.1: a text holds the code point U+0007',
    );
  }
});

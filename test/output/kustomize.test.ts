import { kustomizeOutput } from '../../lib/output/kustomize';
import { Condition } from '../../lib/parameters/condition';
import { Parameter } from '../../lib/parameters/parameter';
import { environment, filesOf, manifest, small } from './small';

const overlayOf = (manifests: Parameters<typeof filesOf>[1]['manifests'], values: { readonly [name: string]: unknown }) => {
  const files = filesOf(kustomizeOutput, { manifests, environments: [environment('prod', values)] });
  return Object.fromEntries(
    Object.entries(files).flatMap(([path, text]) =>
      path.startsWith('overlays/prod/') ? [[path.slice('overlays/prod/'.length), text]] : [],
    ),
  );
};

test('base holds the defaults, an overlay the computed difference', () => {
  const files = filesOf(kustomizeOutput, {
    manifests: small,
    environments: [
      environment('prod', { 'review.v2.weight': 20, 'review.v2.tag': '2.1.0', 'review.v2.replicas': 3, 'review.budget': true }),
    ],
  });
  expect(Object.keys(files)).toEqual([
    'base/kustomization.yaml',
    'base/deployment-review-v2.yaml',
    'base/virtualservice-review.yaml',
    'overlays/prod/kustomization.yaml',
    'overlays/prod/poddisruptionbudget-review.yaml',
    'overlays/prod/patches/virtualservice-review.yaml',
  ]);
  expect(files['overlays/prod/kustomization.yaml']).toBe(`apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
resources:
  - "../../base"
  - poddisruptionbudget-review.yaml
patches:
  - path: patches/virtualservice-review.yaml
    target:
      group: networking.istio.io
      version: v1
      kind: VirtualService
      name: review
      namespace: shop
images:
  - name: shop/review
    newTag: "2.1.0"
replicas:
  - name: review-v2
    count: 3
`);
  expect(files['overlays/prod/patches/virtualservice-review.yaml']).toBe(`- op: replace
  path: /spec/http/0/route/0/weight
  value: 80
- op: replace
  path: /spec/http/0/route/1/weight
  value: 20
`);
});

test('an environment without differences is its base', () => {
  expect(overlayOf(small, {})).toEqual({
    'kustomization.yaml': 'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources:\n  - "../../base"\n',
  });
});

const deployment = (spec: unknown, name = 'web') =>
  manifest({ apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name, namespace: 'shop' }, spec: { template: { spec } } });

test('a built-in kind gets a strategic merge, with named elements up to the one that changes', () => {
  const level = Parameter.string('level', { defaultValue: 'info' });
  const env = [
    { name: 'A', value: '1' },
    { name: 'LEVEL', value: level },
    { name: 'Z', value: '2' },
  ];
  const files = overlayOf([deployment({ containers: [{ name: 'side' }, { name: 'web', env }, { name: 'last' }] })], { level: 'debug' });
  expect(files['patches/deployment-web.yaml']).toBe(`apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  namespace: shop
spec:
  template:
    spec:
      containers:
        - name: side
        - name: web
          env:
            - name: A
            - name: LEVEL
              value: debug
`);
});

test.each([
  ['elements without names', { tolerations: [Parameter.string('p', { defaultValue: 'a' })] }],
  ['a null beside the change', { x: null, y: Parameter.string('p', { defaultValue: 'a' }) }],
  ['an order to the patch in the data', { map: Parameter.stringMap('p', { defaultValue: {} }) }],
])('%s are changed by a JSON patch', (_, spec) => {
  const value = 'map' in spec ? { $patch: 'delete' } : 'b';
  const files = overlayOf([deployment(spec)], { p: value });
  expect(files['patches/deployment-web.yaml']).toMatch(/^- op: /);
  expect(files['kustomization.yaml']).toContain('target:');
});

test('tags are set by the transformer only where all images of a name get the same', () => {
  const tag = Parameter.imageTag('tag', { defaultValue: '1' });
  const container = (image: string) => ({ containers: [{ name: 'c', image }] });
  const moved = overlayOf([deployment(container(`w:${tag}`), 'a'), deployment(container(`w:${tag}`), 'b')], { tag: '2' });
  expect(moved['kustomization.yaml']).toContain('images:\n  - name: w\n    newTag: "2"\n');
  const mixed = overlayOf([deployment(container(`w:${tag}`), 'a'), deployment(container('w:1'), 'b')], { tag: '2' });
  expect(mixed['kustomization.yaml']).not.toContain('images:');
  expect(Object.keys(mixed)).toContain('patches/deployment-a.yaml');
});

test('replicas are set by the transformer only where it changes nothing else', () => {
  const replicas = Parameter.integer('replicas', { defaultValue: 1 });
  const scaled = (namespace: string, count: unknown, kind = 'Deployment', apiVersion = 'apps/v1') =>
    manifest({ apiVersion, kind, metadata: { name: 'web', namespace }, spec: { replicas: count } });
  expect(overlayOf([scaled('a', replicas)], { replicas: 2 })['kustomization.yaml']).toContain('replicas:\n  - name: web\n    count: 2\n');
  expect(overlayOf([scaled('a', replicas), scaled('b', 1)], { replicas: 2 })['kustomization.yaml']).not.toContain('replicas:');
  expect(overlayOf([scaled('a', replicas, 'Rollout', 'argoproj.io/v1alpha1')], { replicas: 2 })['kustomization.yaml']).not.toContain(
    'replicas:',
  );
});

test('an object that the base has and an environment has not is deleted; one it has under another name is added', () => {
  const on = Parameter.boolean('on', { defaultValue: true });
  const name = Parameter.string('name', { defaultValue: 'a' });
  const manifests = [
    manifest({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'x.y', namespace: 'shop' } }, Condition.isTrue(on)),
    manifest({ apiVersion: 'v1', kind: 'Secret', metadata: { name: `${name}` } }),
  ];
  const files = overlayOf(manifests, { on: false, name: 'b' });
  expect(files['patches/delete-configmap-x.y.yaml']).toBe(
    '"$patch": delete\napiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: x.y\n  namespace: shop\n',
  );
  expect(Object.keys(files)).toEqual([
    'kustomization.yaml',
    'secret-b.yaml',
    'patches/delete-configmap-x.y.yaml',
    'patches/delete-secret-a.yaml',
  ]);
});

test('the target of a JSON patch is this one object: its name is a regular expression to kustomize', () => {
  const value = Parameter.string('value', { defaultValue: 'a' });
  const files = overlayOf([manifest({ apiVersion: 'x.io/v1', kind: 'Thing', metadata: { name: 'x.y' }, spec: [value] })], { value: 'b' });
  expect(files['kustomization.yaml']).toContain('name: "x\\\\.y"');
});

describe('a text of several lines that begins with a tab, which a JSON patch breaks in kustomize', () => {
  const text = Parameter.string('text', { defaultValue: 'a' });
  const thing = (spec: unknown, more: object = {}) =>
    manifest({ apiVersion: 'x.io/v1', kind: 'Thing', metadata: { name: 'web', ...more }, spec: { list: [text], ...(spec as object) } });
  const patchOf = (...manifests: Parameters<typeof overlayOf>[0]) => overlayOf(manifests, { text: '\ta\n' })['patches/thing-web.yaml'];

  test('is in a patch of what differs, which replaces a list with all that is beside it', () => {
    expect(patchOf(thing({ kept: 1 }, { labels: { text } }))).toBe(`apiVersion: x.io/v1
kind: Thing
metadata:
  name: web
  labels:
    text: "\\ta\\n"
spec:
  "$patch": replace
  list:
    - "\\ta\\n"
  kept: 1
`);
  });

  test('a null elsewhere is left alone', () => {
    const beside = manifest({
      apiVersion: 'x.io/v1',
      kind: 'Thing',
      metadata: { name: 'web' },
      spec: { off: { on: null }, labels: { text } },
    });
    expect(patchOf(beside)).toContain('spec:\n  labels:\n    text: "\\ta\\n"\n');
  });

  test('as a key too', () => {
    expect(patchOf(thing({ labels: { '\ta\n': 1 } }))).toContain('  labels:\n    "\\ta\\n": 1\n');
  });

  test.each([{ kept: null }, { $set: 1 }, { '': 1 }])(
    'but beside %j, which such a patch would change, it stays in a JSON patch',
    (beside) => {
      expect(patchOf(thing(beside))).toContain('- op: replace');
    },
  );

  test('a text of one line, and a tab elsewhere, stay in a JSON patch', () => {
    for (const value of ['\ta', 'a\n\tb', ' \ta\n'])
      expect(overlayOf([thing({})], { text: value })['patches/thing-web.yaml']).toContain('- op: replace');
  });
});

test('an empty key, which a strategic merge does not take, is in a JSON patch', () => {
  const value = Parameter.string('value', { defaultValue: 'a' });
  const files = overlayOf([manifest({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a' }, data: { '': value } })], {
    value: 'b',
  });
  expect(files['patches/configmap-a.yaml']).toBe('- op: replace\n  path: /data/\n  value: b\n');
});

import { MeshMode, MeshNamespace, PodSecurityLevel } from 'cdk8s-progressive';
import { at, objectOf, problemsOf, text, yaml } from '../support/chart';

test('a namespace says once how it is part of the mesh', () => {
  expect(
    yaml(objectOf('Namespace', (chart) => new MeshNamespace(chart, 'shop', { mesh: MeshMode.injection(), labels: { team: 'us' } }))),
  ).toBe(
    text(`
      apiVersion: v1
      kind: Namespace
      metadata:
        name: shop
        labels:
          team: us
          istio-injection: enabled
          pod-security.kubernetes.io/enforce: restricted
          pod-security.kubernetes.io/warn: restricted
      `),
  );
});

test.each([
  [MeshMode.revision('1-31'), 'istio.io/rev', '1-31'],
  [MeshMode.ambient(), 'istio.io/dataplane-mode', 'ambient'],
  [MeshMode.off(), 'istio-injection', 'disabled'],
])('%#: exactly one label of the mesh', (mesh, label, value) => {
  const podSecurity = PodSecurityLevel.BASELINE;
  const namespace = objectOf('Namespace', (chart) => new MeshNamespace(chart, 'id', { name: 'shop', mesh, podSecurity }));
  expect(at(namespace, 'metadata', 'labels')).toEqual({
    [label]: value,
    'pod-security.kubernetes.io/enforce': 'baseline',
    'pod-security.kubernetes.io/warn': 'baseline',
  });
});

test('labels that contradict, and a name that is none', () => {
  expect(
    problemsOf((chart) => {
      const labels = { 'istio.io/rev': 'stable', 'pod-security.kubernetes.io/enforce': 'privileged' };
      new MeshNamespace(chart, 'Shop', { mesh: MeshMode.injection(), labels });
    }),
  ).toEqual([
    "shop/Shop: Namespace Shop: metadata.name is no name of a namespace: at most 63 lower-case letters, digits and '-', with a letter or digit at both ends.",
    "shop/Shop: Namespace Shop: the label 'istio.io/rev' is stated by mesh; two of istio-injection, istio.io/rev, istio.io/dataplane-mode contradict each other.",
    "shop/Shop: Namespace Shop: the label 'pod-security.kubernetes.io/enforce' is stated by podSecurity.",
  ]);
});

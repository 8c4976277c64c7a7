import { App, Chart } from 'cdk8s';
import { ServiceAccount } from 'cdk8s-plus-27';
import { Parameter } from 'cdk8s-progressive';
import { at, podOf, problemsOf, templateOf, withVersion } from '../support/chart';

test('who the pods are', () => {
  const account = ServiceAccount.fromServiceAccountName(new Chart(new App(), 'elsewhere'), 'account', 'reviews');
  expect(podOf({ serviceAccount: account })).toMatchObject({ serviceAccountName: 'reviews', automountServiceAccountToken: false });
  expect(podOf({ serviceAccount: 'reviews' })).toMatchObject({ serviceAccountName: 'reviews' });
});

test('where images come from', () => {
  const pod = podOf({ imagePullSecrets: ['registry'], imagePullPolicy: 'Always' });
  expect(at(pod, 'imagePullSecrets')).toEqual([{ name: 'registry' }]);
  expect(at(pod, 'containers', 0, 'imagePullPolicy')).toBe('Always');
});

test('labels and annotations of the pods, and the sidecar', () => {
  const team = Parameter.integer('team', { defaultValue: 7 });
  const build = withVersion({ labels: { team: `${team}` }, annotations: { 'example.com/owner': 'us' }, sidecarInjection: false });
  expect(at(templateOf(build), 'metadata')).toEqual({
    labels: {
      team: '7',
      app: 'reviews',
      'app.kubernetes.io/name': 'reviews',
      version: 'v1',
      'app.kubernetes.io/version': 'v1',
      'sidecar.istio.io/inject': 'false',
    },
    annotations: { 'example.com/owner': 'us' },
  });
});

test('labels that Kubernetes would refuse, or that are not free', () => {
  const labels = { 'bad key': 'x', 'Example.com/a': 'x', team: 'a b', version: 'v9' };
  expect(problemsOf(withVersion({ labels, annotations: { 'a/b/c': '' } }))).toEqual([
    "shop/reviews: version 'v1': the label 'bad key' is no key: [dns.name/]name, where the name has at most 63 letters, digits, '-', '_' and '.', with a letter or digit at both ends.",
    "shop/reviews: version 'v1': the label 'Example.com/a' is no key: [dns.name/]name, where the name has at most 63 letters, digits, '-', '_' and '.', with a letter or digit at both ends.",
    "shop/reviews: version 'v1': the label team: 'a b' is no label value: at most 63 letters, digits, '-', '_' and '.', with a letter or digit at both ends.",
    "shop/reviews: version 'v1': the label 'version' is the library's own, 'v1': Services, subsets and telemetry find pods by it; use another key.",
    "shop/reviews: version 'v1': the annotation 'a/b/c' is no key: [dns.name/]name, where the name has at most 63 letters, digits, '-', '_' and '.', with a letter or digit at both ends.",
  ]);
});

test.each([
  ['shop/reviews', "has neither tag nor digest, so nobody knows which version runs; write 'shop/reviews:1.0.0'."],
  ['Shop/Reviews:1', 'is no image: [registry/]name:tag, in lower case, or name@sha256: and 64 hexadecimal digits.'],
  ['shop/reviews:1.0.0 ', 'is no image: [registry/]name:tag, in lower case, or name@sha256: and 64 hexadecimal digits.'],
])('an image that cannot be pulled again: %s', (image, why) => {
  expect(problemsOf(withVersion({ sidecars: [{ name: 'side', image }] }))).toEqual([
    `shop/reviews: version 'v1': the image '${image}' ${why}`,
  ]);
});

test.each(['localhost:5000/a/b_c:1', `a@sha256:${'0'.repeat(64)}`, `x/y:${Parameter.imageTag('tag', { defaultValue: '1.2' })}`])(
  'an image that can be: %s',
  (image) => {
    expect(problemsOf(withVersion({ sidecars: [{ name: 'side', image }] }))).toEqual([]);
  },
);

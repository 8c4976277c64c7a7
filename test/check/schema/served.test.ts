import { deprecationOf } from '../../../lib/check/schema/served';
import { schemaFor, validateSchema } from '../../../lib/check/schema/validate';
import { kubernetesVersionOf, kubernetesVersions } from '../../../lib/check/schema/versions';
import { problems } from './problems';

const object = (apiVersion: string, kind: string): string => `{ apiVersion: ${apiVersion}, kind: ${kind}, metadata: { name: a } }`;

test('a kind that nobody has a schema for has no problems, and no validator', () => {
  expect(problems(object('example.com/v1', 'Thing'))).toEqual([]);
  expect(schemaFor('example.com/v1', 'Thing')).toBeUndefined();
  expect(problems(object('argoproj.io/v1alpha1', 'Workflow'))).toEqual([]);
});

test('a version that is gone is told with its successor', () => {
  expect(validateSchema({ apiVersion: 'extensions/v1beta1', kind: 'Deployment' })).toEqual([
    {
      path: ['apiVersion'],
      keyword: 'apiVersion',
      message: 'Deployment of extensions/v1beta1 is gone since Kubernetes 1.16; use apps/v1',
      allowed: ['apps/v1'],
      nearest: 'apps/v1',
    },
  ]);
  expect(problems(object('autoscaling/v2beta2', 'HorizontalPodAutoscaler'))).toEqual([
    'apiVersion: HorizontalPodAutoscaler of autoscaling/v2beta2 is gone since Kubernetes 1.26; use autoscaling/v2',
  ]);
  expect(problems(object('policy/v1beta1', 'PodSecurityPolicy'))).toEqual([
    'apiVersion: PodSecurityPolicy of policy/v1beta1 is gone since Kubernetes 1.25; nothing takes its place',
  ]);
});

test('a version that a custom resource does not have is told with those it has', () => {
  expect(problems(object('networking.istio.io/v2', 'VirtualService'))).toEqual([
    'apiVersion: VirtualService is not served as "networking.istio.io/v2"; it is served as networking.istio.io/v1, networking.istio.io/v1alpha3 and networking.istio.io/v1beta1',
  ]);
});

test('a kind in a wrong group of Kubernetes, and a misspelt kind', () => {
  expect(problems(object('v1', 'Deployment'))).toEqual(['apiVersion: "v1" has no Deployment; Deployment is of apps/v1']);
  expect(problems(object('apps/v1', 'Deploymnet'))).toEqual(['kind: "apps/v1" has no kind "Deploymnet"; did you mean "Deployment"?']);
});

test('objects without apiVersion or kind', () => {
  expect(problems('{ kind: Service }')).toEqual(['apiVersion: the field "apiVersion" is missing']);
  expect(problems('{ apiVersion: 1, kind: null }')).toEqual([
    'apiVersion: the number 1 stands where a text belongs',
    'kind: the field "kind" is missing',
  ]);
});

test('the version of Kubernetes decides which fields and kinds there are', () => {
  const flowSchema = '{ apiVersion: flowcontrol.apiserver.k8s.io/v1beta3, kind: FlowSchema, metadata: { name: a } }';
  expect(problems(flowSchema, { kubernetesVersion: '1.31' })).toEqual([]);
  expect(problems(flowSchema, { kubernetesVersion: '1.32' })).toEqual([
    'apiVersion: FlowSchema of flowcontrol.apiserver.k8s.io/v1beta3 is gone since Kubernetes 1.32; use flowcontrol.apiserver.k8s.io/v1',
  ]);
  const pod = '{ apiVersion: v1, kind: Pod, metadata: { name: a }, spec: { resources: {}, containers: [{ name: a, image: "a:1" }] } }';
  expect(problems(pod, { kubernetesVersion: '1.31' })).toEqual([
    expect.stringContaining('spec.resources: the field "resources" is unknown'),
  ]);
  expect(problems(pod, { kubernetesVersion: '1.32' })).toEqual([]);
});

test('versions are read as kubectl writes them', () => {
  expect(['v1.31.4', '1.31', 'v1.31.0-gke.1', '1.28', '1.40', 'new'].map(kubernetesVersionOf)).toEqual([
    '1.31',
    '1.31',
    '1.31',
    undefined,
    undefined,
    undefined,
  ]);
});

test('everyday kinds are served by every version', () => {
  const kinds = [
    ['v1', 'Service'],
    ['apps/v1', 'Deployment'],
    ['batch/v1', 'CronJob'],
    ['autoscaling/v2', 'HorizontalPodAutoscaler'],
    ['policy/v1', 'PodDisruptionBudget'],
  ];
  for (const kubernetesVersion of kubernetesVersions) {
    for (const [apiVersion, kind] of kinds) expect(schemaFor(apiVersion, kind, { kubernetesVersion })).toBeDefined();
  }
});

test('what is deprecated but still served is known too', () => {
  expect(deprecationOf('flowcontrol.apiserver.k8s.io/v1beta3', 'FlowSchema', '1.30')).toEqual({
    deprecated: '1.29',
    removed: '1.32',
    replacement: { apiVersion: 'flowcontrol.apiserver.k8s.io/v1', kind: 'FlowSchema' },
  });
  expect(deprecationOf('apps/v1', 'Deployment', '1.36')).toBeUndefined();
});

test('versions that other releases in use serve are no fault, and others are', () => {
  const route = (apiVersion: string, kind = 'TCPRoute') =>
    problems(`{ apiVersion: ${apiVersion}, kind: ${kind}, metadata: { name: a }, spec: {} }`);
  expect(route('gateway.networking.k8s.io/v1alpha2')).toEqual([]);
  expect(route('kustomize.toolkit.fluxcd.io/v1beta2', 'Kustomization')).toEqual([]);
  expect(route('gateway.networking.k8s.io/v1alpha1')).toEqual([expect.stringContaining('is not served as')]);
  expect(route('gateway.networking.k8s.io/v1alpha2', 'HTTPRoute')).toEqual([expect.stringContaining('is not served as')]);
});

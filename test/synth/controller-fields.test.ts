import * as fc from 'fast-check';
import type { Manifest } from '../../lib/manifest/manifest';
import { modelOf } from '../../lib/model/model-of';
import type { ControllerField } from '../../lib/output/facts';
import { controllerFields } from '../../lib/synth/controller-fields';

const object = (apiVersion: string, kind: string, name: string, spec: object): Manifest =>
  ({ apiVersion, kind, metadata: { name, namespace: 'shop' }, spec }) as unknown as Manifest;
const rollout = (canary: object) => object('argoproj.io/v1alpha1', 'Rollout', 'web', { strategy: { canary } });
const service = (name: string) => object('v1', 'Service', name, { selector: { app: 'web' } });
const virtualService = object('networking.istio.io/v1', 'VirtualService', 'web', {
  http: [
    { name: 'reports', route: [{ destination: { host: 'reports' } }] },
    { name: 'primary', route: [{ weight: 100 }, { weight: 0 }] },
  ],
});

/** What controllers write into the last of the objects. */
function fieldsOf(...objects: Manifest[]): ControllerField[] {
  return controllerFields(modelOf(objects.map((manifest) => ({ manifest, origin: {} }))), objects.at(-1) as Manifest);
}

const HASH = [{ jq: '.spec.selector["rollouts-pod-template-hash"]', pointers: ['/spec/selector'] }];

test.each([
  { stableService: 'web', canaryService: 'new' },
  { stableService: 'old', canaryService: 'web' },
  { pingPong: { pingService: 'web', pongService: 'pong' } },
  { pingPong: { pingService: 'ping', pongService: 'web' } },
])('the hash in the selector of a Service of %p', (canary) => {
  expect(fieldsOf(rollout(canary), service('web'))).toEqual(HASH);
});

test("a Service that no release names is its author's", () => {
  expect(fieldsOf(rollout({ stableService: 'web' }), service('other'))).toEqual([]);
});

test('the weights of the route that a Rollout names, and of no other', () => {
  const istio = { virtualService: { name: 'web', routes: ['primary'] } };
  expect(fieldsOf(rollout({ trafficRouting: { istio } }), virtualService)).toEqual([
    {
      jq: '.spec.http[] | select(.name == "primary") | .route[].weight',
      pointers: ['/spec/http/1/route/0/weight', '/spec/http/1/route/1/weight'],
    },
  ]);
  const virtualServices = [
    { name: 'other', routes: ['reports'] },
    { name: 'web', routes: ['primary'] },
  ];
  expect(fieldsOf(rollout({ trafficRouting: { istio: { virtualServices } } }), virtualService).map(({ jq }) => jq)).toEqual([
    '.spec.http[] | select(.name == "primary") | .route[].weight',
  ]);
});

test('the routes that steps add are ignored by name; a pointer can only tell the whole list', () => {
  const trafficRouting = { managedRoutes: [{ name: 'testers' }], istio: { virtualService: { name: 'web', routes: ['primary'] } } };
  expect(fieldsOf(rollout({ trafficRouting }), virtualService)).toEqual([
    { jq: '.spec.http[] | select(.name == "primary") | .route[].weight', pointers: ['/spec/http'] },
    { jq: '.spec.http[] | select(.name == "testers")', pointers: ['/spec/http'] },
  ]);
});

test('the hash in the subsets of a DestinationRule', () => {
  const rule = object('networking.istio.io/v1', 'DestinationRule', 'web', {
    host: 'web',
    subsets: [{ name: 'stable', labels: { app: 'web' } }],
  });
  const istio = { virtualService: { name: 'web' }, destinationRule: { name: 'web' } };
  expect(fieldsOf(rollout({ trafficRouting: { istio } }), rule)).toEqual([
    { jq: '.spec.subsets[].labels["rollouts-pod-template-hash"]', pointers: ['/spec/subsets'] },
  ]);
});

test('the weights of the two Services in a route of the Gateway API', () => {
  const route = object('gateway.networking.k8s.io/v1', 'HTTPRoute', 'web', {
    rules: [
      { backendRefs: [{ name: 'static', weight: 1 }] },
      {
        backendRefs: [
          { name: 'old', weight: 100 },
          { name: 'new', weight: 0 },
        ],
      },
    ],
  });
  const services = { stableService: 'old', canaryService: 'new' };
  const plugins = { 'argoproj-labs/gatewayAPI': { httpRoute: 'web', namespace: 'shop' } };
  const weights = '.spec.rules[].backendRefs[] | select(.name == "old" or .name == "new") | .weight';
  expect(fieldsOf(rollout({ ...services, trafficRouting: { plugins } }), route)).toEqual([
    { jq: weights, pointers: ['/spec/rules/1/backendRefs/0/weight', '/spec/rules/1/backendRefs/1/weight'] },
  ]);
  const several = { 'argoproj-labs/gatewayAPI': { httpRoutes: [{ name: 'other' }, { name: 'web' }] } };
  expect(fieldsOf(rollout({ ...services, trafficRouting: { plugins: several, managedRoutes: [{ name: 'testers' }] } }), route)).toEqual([
    { jq: weights, pointers: ['/spec/rules'] },
    { jq: '.spec.rules[] | select(.backendRefs | all(.name == "new"))', pointers: ['/spec/rules'] },
  ]);
});

test('Flagger scales its target and, of a Knative Service, writes the traffic', () => {
  const canary = (apiVersion: string, kind: string) =>
    object('flagger.app/v1beta1', 'Canary', 'web', { targetRef: { apiVersion, kind, name: 'web' }, service: { port: 80 } });
  const deployment = (spec: object) => object('apps/v1', 'Deployment', 'web', spec);
  expect(fieldsOf(canary('apps/v1', 'Deployment'), deployment({}))).toEqual([{ jq: '.spec.replicas', pointers: [] }]);
  expect(fieldsOf(canary('apps/v1', 'Deployment'), deployment({ replicas: 2 }))).toEqual([
    { jq: '.spec.replicas', pointers: ['/spec/replicas'] },
  ]);
  const knative = object('serving.knative.dev/v1', 'Service', 'web', { template: {} });
  expect(fieldsOf(canary('serving.knative.dev/v1', 'Service'), knative)).toEqual([{ jq: '.spec.traffic', pointers: [] }]);
});

test('an autoscaler writes the replicas of its target', () => {
  const scaler = object('autoscaling/v2', 'HorizontalPodAutoscaler', 'web', {
    scaleTargetRef: { apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout', name: 'web' },
    maxReplicas: 5,
  });
  expect(fieldsOf(scaler, rollout({}))).toEqual([{ jq: '.spec.replicas', pointers: [] }]);
});

test('every pointer leads to something that the manifest states, so that it can be kept', () => {
  const weight = fc.option(fc.nat(100), { nil: undefined });
  const route = fc.record({ name: fc.constantFrom('primary', 'other'), route: fc.array(fc.record({ weight })) });
  fc.assert(
    fc.property(fc.array(route), fc.boolean(), fc.boolean(), (http, isNamed, isManaged) => {
      const object_ = object('networking.istio.io/v1', 'VirtualService', 'web', { http });
      const istio = { virtualService: { name: 'web', ...(isNamed ? { routes: ['primary'] } : {}) } };
      const trafficRouting = { istio, ...(isManaged ? { managedRoutes: [{ name: 'testers' }] } : {}) };
      const pointers = fieldsOf(rollout({ trafficRouting }), object_).flatMap((field) => field.pointers);
      const stated = http.flatMap((each) =>
        isNamed && each.name !== 'primary' ? [] : each.route.filter((one) => one.weight !== undefined),
      );
      expect(new Set(pointers).size).toBe(isManaged ? 1 : stated.length);
      for (const pointer of pointers) {
        const found = pointer
          .slice(1)
          .split('/')
          .reduce<unknown>((node, key) => (node as { [key: string]: unknown })[key], object_);
        expect(found).toBeDefined();
      }
    }),
  );
});

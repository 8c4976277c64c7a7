import fc from 'fast-check';
import { modelOf } from '../../lib/model/model-of';
import { readManifests } from '../../lib/model/read';

const read = (content: string) => {
  const { manifests, problems } = readManifests([{ file: 'a.yaml', content }]);
  expect(problems).toEqual([]);
  return modelOf(manifests);
};

const SHOP = `
apiVersion: v1
kind: Service
metadata: {name: reviews, namespace: shop}
spec: {selector: {app: reviews}, ports: [{name: http, port: 80}, {name: tcp-x, port: 81, targetPort: x}, {port: 82, name: web, appProtocol: grpc}]}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: reviews-v1, namespace: shop}
spec:
  replicas: 2
  selector: {matchLabels: {app: reviews, version: v1}}
  template:
    metadata: {labels: {app: reviews, version: v1}}
    spec: {containers: [{name: c, ports: [{name: x, containerPort: 8080}]}]}
---
apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata: {name: roll, namespace: shop}
spec: {replicas: 3, workloadRef: {apiVersion: apps/v1, kind: Deployment, name: referenced}, strategy: {canary: {canaryService: c, stableService: s}}}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: referenced, namespace: shop}
spec: {replicas: 0, selector: {matchLabels: {app: roll}}, template: {metadata: {labels: {app: roll}}}}
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: root, namespace: shop}
spec:
  hosts: [reviews]
  http:
  - {match: [{uri: {prefix: /a}}, {uri: {regex: x}}], delegate: {name: sub}}
  - {match: [{uri: {prefix: /b}}], delegate: {name: nowhere}}
  - {name: rest, route: [{destination: {host: reviews, subset: v1}}]}
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: sub, namespace: shop}
spec:
  http:
  - {name: fits, match: [{uri: {prefix: /a/b}}], route: [{destination: {host: reviews}}]}
  - {name: not, match: [{uri: {prefix: /c}}], route: [{destination: {host: reviews}}]}
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: refused, namespace: shop}
spec: {hosts: [x.com], http: [{route: [{destination: {host: a}}, {destination: {host: b}}]}]}
`;

test('services, their ports and workloads; a workload that a Rollout refers to is the Rollout', () => {
  const { services, workloads, ownersOf } = read(SHOP);
  expect(services[0]?.workloads.map(({ id, version }) => `${id.kind} ${id.name} ${version}`)).toEqual(['Deployment reviews-v1 v1']);
  expect(services[0]?.ports.map(({ number, protocol, targetPort }) => [number, protocol, targetPort])).toEqual([
    [80, 'http', 80],
    [81, 'tcp', 'x'],
    [82, 'grpc', 82],
  ]);
  expect(workloads.map(({ id, replicas, podLabels }) => [id.kind, id.name, replicas, podLabels.app])).toEqual([
    ['Deployment', 'reviews-v1', 2, 'reviews'],
    ['Rollout', 'roll', 3, 'roll'],
  ]);
  const owners = ownersOf({ group: '', kind: 'Service', namespace: 'shop', name: 'c' });
  expect(owners.map((owner) => [owner.controller, owner.by.name])).toEqual([['argo-rollouts', 'roll']]);
});

test('delegates are merged, what falls away says why', () => {
  const { virtualServices, dropped } = read(SHOP).istio;
  expect(virtualServices.map(({ name, hosts, rules }) => [name, hosts, rules.map((rule) => rule.name)])).toEqual([
    ['root', ['reviews.shop.svc.cluster.local'], ['fits', 'rest']],
  ]);
  expect(dropped.map(({ object, reason, effect }) => `${object.manifest.metadata.name} ${effect}: ${reason}`)).toEqual([
    'refused refused: the weights of its destinations come to 0',
    'sub ignored: it conflicts with the match of shop/root that delegates to it',
    'root ignored: the delegate shop/nowhere does not exist, or has hosts of its own',
  ]);
});

test('making a model never throws, whatever the objects hold', () => {
  const { manifests } = readManifests([{ file: 'a', content: SHOP }]);
  const odd = fc.oneof(
    fc.constant(null),
    fc.integer(),
    fc.string(),
    fc.constant([]),
    fc.constant([null]),
    fc.constant({}),
    fc.constant({ constructor: 1 }),
    fc.jsonValue(),
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(), odd), { minLength: 1, maxLength: 12 }), (changes) => {
      const copies = structuredClone(manifests.map(({ manifest }) => manifest));
      for (const [index, value] of changes) mutate(copies, index, value);
      const model = modelOf(copies.filter(hasIdentity).map((manifest) => ({ manifest, origin: {} })));
      expect(model.workloads).toBeDefined();
      expect(model.services).toBeDefined();
      expect(model.istio.virtualServices).toBeDefined();
      for (const { manifest } of model.objects.all)
        model.ownersOf({ group: '', kind: manifest.kind, namespace: '', name: manifest.metadata.name });
    }),
    { numRuns: 500 },
  );
});

/** Replaces one of the values in a tree. */
function mutate(tree: unknown, index: number, value: unknown): void {
  const places: [Record<string, unknown>, string][] = [];
  const walk = (node: unknown) => {
    if (typeof node !== 'object' || node === null) return;
    for (const key of Object.keys(node)) {
      places.push([node as Record<string, unknown>, key]);
      walk((node as Record<string, unknown>)[key]);
    }
  };
  walk(tree);
  const [node, key] = places[index % places.length] as [Record<string, unknown>, string];
  node[key] = structuredClone(value);
}

/** What the reader guarantees. */
function hasIdentity(object: unknown): boolean {
  const { apiVersion, kind, metadata } = (object ?? {}) as {
    apiVersion?: unknown;
    kind?: unknown;
    metadata?: { name?: unknown; namespace?: unknown };
  };
  const texts = [apiVersion, kind, metadata?.name].every((text) => typeof text === 'string' && text !== '');
  return texts && ['string', 'undefined'].includes(typeof metadata?.namespace);
}

import { readManifests } from '../../../lib/model/read';
import { changesBetween } from '../../../lib/simulate/changes/changes';
import { trafficSentences } from '../../../lib/simulate/changes/traffic';

const workload = (version: string) => `
apiVersion: apps/v1
kind: Deployment
metadata: {name: reviews-${version}, namespace: shop}
spec:
  selector: {matchLabels: {app: reviews, version: ${version}}}
  template: {metadata: {labels: {app: reviews, version: ${version}}}, spec: {containers: [{name: main, image: "reviews:1"}]}}
---`;

const COMMON = `
apiVersion: v1
kind: Service
metadata: {name: reviews, namespace: shop}
spec: {selector: {app: reviews}, ports: [{name: http, port: 80}]}
---${workload('v1')}${workload('v2')}
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: reviews, namespace: shop}
spec: {host: reviews, subsets: [{name: v1, labels: {version: v1}}, {name: v2, labels: {version: v2}}]}
---`;

const routes = (testers: string, v2: number) => `${COMMON}
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: reviews, namespace: shop}
spec:
  hosts: [reviews]
  http:
    - match: [{headers: {x-group: {regex: "te[a-z]+t"}}}]
      route: [{destination: {host: reviews, subset: ${testers}}}]
    - route:
        - {destination: {host: reviews, subset: v1}, weight: ${100 - v2}}
        - {destination: {host: reviews, subset: v2}, weight: ${v2}}
`;

const read = (text: string) => readManifests([{ file: 'a.yaml', content: text }]).manifests;
const between = (before: string, after: string) => changesBetween(read(before), read(after));
const sentences = (before: string, after: string) => trafficSentences(between(before, after).traffic);

test('weights that move are told with both ends', () => {
  expect(sentences(routes('v2', 20), routes('v2', 50))).toEqual(['shop/reviews: v1 80 % -> 50 %, v2 20 % -> 50 %']);
});

test('a rule that changes is told with a request that it takes', () => {
  expect(sentences(routes('v2', 20), routes('v1', 20))).toEqual(['shop/reviews with x-group: teat: v2 -> v1']);
});

test('the order of fields changes nothing', () => {
  const { objects, traffic, releases } = between(
    routes('v2', 20),
    routes('v2', 20).replace('host: reviews, subset: v1', 'subset: v1, host: reviews'),
  );
  expect({ objects, traffic, releases }).toEqual({ objects: [], traffic: [], releases: [] });
});

test('a Service without routes answers by its pods', () => {
  expect(
    sentences(COMMON, COMMON.replace('spec: {selector: {app: reviews}, ports', 'spec: {selector: {app: reviews, version: v2}, ports')),
  ).toEqual(['shop/reviews: v1 50 % -> 0 %, v2 50 % -> 100 %']);
});

test('new objects alone move no requests', () => {
  const { objects, traffic, releases } = between('', COMMON);
  expect({ count: objects.length, kinds: new Set(objects.map(({ change }) => change)), traffic, releases }).toEqual({
    count: 4,
    kinds: new Set(['created']),
    traffic: [],
    releases: [],
  });
});

test('an object that is deleted is told before one that is new', () => {
  const { objects } = between(COMMON, COMMON.replace('name: reviews-v2', 'name: reviews-v3'));
  expect(objects.map(({ change, object }) => `${change} ${object.name}`)).toEqual(['deleted reviews-v2', 'created reviews-v3']);
});

test('another image starts a release, another label of the object does not', () => {
  const started = between(COMMON, COMMON.replace('reviews:1', 'reviews:2')).releases;
  expect(started.map(({ plan, course }) => `${plan.object.name} ${course.end.what}`)).toEqual(['reviews-v1 promoted']);
  expect(between(COMMON, COMMON.replace('name: reviews-v1,', 'name: reviews-v1, labels: {a: b},')).releases).toEqual([]);
});

const GATEWAY = `
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: gw, namespace: shop}
spec: {selector: {istio: ingressgateway}, servers: [{port: {number: 80, name: http, protocol: HTTP}, hosts: ["*"]}]}
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: shop, namespace: shop}
spec: {hosts: [shop.example.com], gateways: [gw], http: [{match: [{uri: {prefix: /reviews}}], route: [{destination: {host: reviews, subset: v1}}]}]}
---`;

test('what enters at a gateway is told by host and path', () => {
  expect(sentences(COMMON + GATEWAY, COMMON + GATEWAY.replace('subset: v1', 'subset: v2'))).toEqual(['shop.example.com/reviews: v1 -> v2']);
  expect(sentences(COMMON + GATEWAY, COMMON + GATEWAY.replace('prefix: /reviews', 'prefix: /all'))).toEqual([
    'shop.example.com/reviews: v1 -> 404',
    'shop.example.com/all: 404 -> v1',
  ]);
});

test('what is refused leaves what the cluster has', () => {
  const changes = changesBetween(
    read(routes('v2', 10)),
    read(routes('v2', 50).replace('hosts: [reviews]', 'hosts: [reviews]\n  htpp: []')),
  );
  expect(changes.traffic).toEqual([]);
  expect(changes.refused).toMatchObject([{ by: 'the API server', path: ['spec', 'htpp'] }]);
  expect(changesBetween([], read(routes('v2', 50).replace('weight: 50', 'weight: -50'))).refused).toMatchObject([
    { object: { manifest: { kind: 'VirtualService' } }, reason: 'a weight is negative' },
  ]);
});

import { request, withRequests } from '../../lib/testing/requests';

const MANIFESTS = `
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: gw, namespace: shop}
spec: {selector: {istio: ingressgateway}, servers: [{port: {number: 80, name: http, protocol: HTTP}, hosts: ["*"]}]}
---
apiVersion: v1
kind: Service
metadata: {name: reviews, namespace: shop}
spec: {selector: {app: reviews}, ports: [{name: http, port: 80}]}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: reviews-v1, namespace: shop}
spec: {template: {metadata: {labels: {app: reviews, version: v1}}}}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: reviews-v2, namespace: shop}
spec: {template: {metadata: {labels: {app: reviews, version: v2}}}}
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: reviews, namespace: shop}
spec: {host: reviews, subsets: [{name: v1, labels: {version: v1}}, {name: v2, labels: {version: v2}}]}
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: reviews, namespace: shop}
spec:
  hosts: [shop.com]
  gateways: [gw]
  http:
  - {match: [{headers: {x-user: {exact: test}}}], route: [{destination: {host: reviews, subset: v2}}]}
  - {route: [{destination: {host: reviews, subset: v1}, weight: 80}, {destination: {host: reviews, subset: v2}, weight: 20}]}
`;

test('a request reaches a version, or does not', () => {
  const tester = { host: 'shop.com', headers: { 'x-user': 'test' } };
  request(MANIFESTS, tester).toReach('v2');
  request(MANIFESTS, tester).not.toReach('v1');
  request(MANIFESTS, { host: 'shop.com' }).toReach({ shares: { v1: '80%', v2: 0.2 }, status: 200, service: 'reviews' });
  expect(() => request(MANIFESTS, { host: 'shop.com' }).toReach('v2')).toThrow('reaches v1 80 %, v2 20 %, expected v2');
  expect(() => request(MANIFESTS, tester).not.toReach('v2')).toThrow('it is answered as was not expected');
});

test('beside jest matchers', () => {
  const both = withRequests(expect);
  both(MANIFESTS)
    .request({ host: 'shop.com', headers: { 'x-user': 'test' } })
    .toReach('v2');
  both(1).toBe(1);
  expect(() => request('a: [', { host: 'x' }).toReach('v1')).toThrow('The manifests cannot be read');
});

import { modelOf } from '../../../lib/model/model-of';
import { readManifests } from '../../../lib/model/read';
import type { Request, RouteAnswer } from '../../../lib/simulate/requests/request';
import { route } from '../../../lib/simulate/requests/route';

const SHOP = `
apiVersion: v1
kind: Service
metadata: {name: web, namespace: shop}
spec: {selector: {app: web}, ports: [{name: http, port: 80}]}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: web-v1, namespace: shop}
spec: {template: {metadata: {labels: {app: web, version: v1}}}}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: web-v2, namespace: shop}
spec: {template: {metadata: {labels: {app: web, version: v2}}}}
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: gw, namespace: shop}
spec: {selector: {istio: gateway}, servers: [{port: {number: 80, name: http, protocol: HTTP}, hosts: ["*"]}]}
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: web, namespace: shop}
spec: {hosts: [shop.example.com], gateways: [gw], http: [{route: [{destination: {host: web}}]}]}
---
`;

/** Asks a small shop (a Service `web` with two versions behind a gateway) that has some more objects. */
export function askShop(more: string, request: Partial<Request> = {}): RouteAnswer {
  const { manifests, problems } = readManifests([{ file: 'shop', content: SHOP + more }]);
  expect(problems).toEqual([]);
  return route(modelOf(manifests), { host: 'shop.example.com', ...request });
}

/** One more object of the namespace `shop`, unless it says another. */
export function object(apiVersion: string, kind: string, name: string, spec: string, metadata = 'namespace: shop'): string {
  return `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: {name: ${name}, ${metadata}}\nspec: ${spec}\n---\n`;
}

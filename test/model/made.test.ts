import { withControllers } from '../../lib/model/made/with-controllers';
import { modelOf } from '../../lib/model/model-of';
import { readManifests } from '../../lib/model/read';
import { versionShares } from '../../lib/simulate/requests/expectations';
import type { Request } from '../../lib/simulate/requests/request';
import { route } from '../../lib/simulate/requests/route';

function sharesAt(content: string, weight: number, request: Request): Record<string, number> {
  const { manifests, problems } = readManifests([{ file: 'a', content }]);
  expect(problems).toEqual([]);
  return Object.fromEntries(versionShares(route(modelOf(withControllers(manifests, { weight })), request)));
}

const GATEWAY = `
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: public, namespace: istio-system}
spec: {selector: {istio: ingressgateway}, servers: [{port: {number: 80, name: http, protocol: HTTP}, hosts: ["*"]}]}
---`;

const CANARY = (analysis: string) => `${GATEWAY}
apiVersion: apps/v1
kind: Deployment
metadata: {name: podinfo, namespace: test}
spec: {replicas: 2, selector: {matchLabels: {app: podinfo}}, template: {metadata: {labels: {app: podinfo}}}}
---
apiVersion: flagger.app/v1beta1
kind: Canary
metadata: {name: podinfo, namespace: test}
spec:
  targetRef: {apiVersion: apps/v1, kind: Deployment, name: podinfo}
  service: {port: 9898, gateways: [istio-system/public], hosts: [app.example.com]}
  analysis: ${analysis}
`;
const APP = { host: 'app.example.com' };

test('Flagger: everything goes to the primary, then the canary gets its weight', () => {
  const canary = CANARY('{interval: 1m, threshold: 5, stepWeight: 10, maxWeight: 50}');
  expect(sharesAt(canary, 0, APP)).toEqual({ primary: 1 });
  expect(sharesAt(canary, 30, APP)).toEqual({ primary: 0.7, canary: 0.3 });
});

test('Flagger: an A/B test tells users apart', () => {
  const canary = CANARY('{interval: 1m, threshold: 5, iterations: 10, match: [{headers: {x-canary: {exact: insider}}}]}');
  const insider = { ...APP, headers: { 'x-canary': 'insider' } };
  expect([sharesAt(canary, 0, insider), sharesAt(canary, 50, insider), sharesAt(canary, 50, APP)]).toEqual([
    { primary: 1 },
    { canary: 1 },
    { primary: 1 },
  ]);
});

const ROLLOUT = (routing: string, destinations: string, rest = '') => `${GATEWAY}
apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata: {name: shop, namespace: test}
spec:
  replicas: 4
  selector: {matchLabels: {app: shop}}
  template: {metadata: {labels: {app: shop}}}
  strategy: {canary: {${routing}}}
---
apiVersion: v1
kind: Service
metadata: {name: stable, namespace: test}
spec: {selector: {app: shop}, ports: [{name: http, port: 80}]}
---
apiVersion: v1
kind: Service
metadata: {name: canary, namespace: test}
spec: {selector: {app: shop}, ports: [{name: http, port: 80}]}
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: shop, namespace: test}
spec:
  hosts: [app.example.com]
  gateways: [istio-system/public]
  http: [{name: main, route: [${destinations}]}]
${rest}`;

test('Argo Rollouts: weights by host; a start of 90/10 becomes 100/0', () => {
  const routing = 'stableService: stable, canaryService: canary, trafficRouting: {istio: {virtualService: {name: shop, routes: [main]}}}';
  const rollout = ROLLOUT(routing, '{destination: {host: stable}, weight: 90}, {destination: {host: canary}, weight: 10}');
  expect(sharesAt(rollout, 0, APP)).toEqual({ stable: 1 });
  expect(sharesAt(rollout, 25, APP)).toEqual({ stable: 0.75, canary: 0.25 });
});

test('Argo Rollouts: weights by subset; other subsets are deleted', () => {
  const routing =
    'trafficRouting: {istio: {virtualService: {name: shop}, destinationRule: {name: shop, stableSubsetName: old, canarySubsetName: new}}}';
  const rule = `---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: shop, namespace: test}
spec: {host: stable, subsets: [{name: old, labels: {app: shop}}, {name: new, labels: {app: shop}}, {name: other, labels: {app: shop}}]}`;
  const rollout = ROLLOUT(
    routing,
    '{destination: {host: stable, subset: old}, weight: 100}, {destination: {host: stable, subset: new}, weight: 0}, {destination: {host: stable, subset: other}, weight: 0}',
    rule,
  );
  expect(sharesAt(rollout, 40, APP)).toEqual({ stable: 0.6, canary: 0.4 });
});

test('Argo Rollouts without traffic routing: the pods decide', () => {
  const rollout = ROLLOUT('maxSurge: 1', '{destination: {host: stable}}');
  expect(sharesAt(rollout, 25, APP)).toEqual({ stable: 0.75, canary: 0.25 });
});

test('Knative: traffic by revision, and by tag', () => {
  const service = `
apiVersion: serving.knative.dev/v1
kind: Service
metadata: {name: hello, namespace: test}
spec:
  template: {metadata: {name: hello-2}, spec: {containers: [{image: x}]}}
  traffic: [{revisionName: hello-1, percent: 90}, {latestRevision: true, percent: 10, tag: next}]
`;
  expect(sharesAt(service, 0, { host: 'hello.test.example.com' })).toEqual({ 'hello-1': 0.9, 'hello-2': 0.1 });
  expect(sharesAt(service, 0, { from: 'mesh:test/web', host: 'hello' })).toEqual({ 'hello-1': 0.9, 'hello-2': 0.1 });
  expect(sharesAt(service, 0, { host: 'next-hello.test.example.com' })).toEqual({ 'hello-2': 1 });
});

import { check } from '../../lib/check/check';
import { fieldPathText } from '../../lib/check/finding';
import { manifestsOf } from './helper';

const found = (yaml: string): string[] =>
  check(manifestsOf(yaml))
    .findings.filter(({ severity }) => severity !== 'note')
    .map(({ code, object, path }) => `${code} ${object?.kind} ${fieldPathText(path ?? [])}`);

const POD = `spec: { containers: [{ name: app, image: 'app:1', ports: [{ name: http, containerPort: 8080 }] }] }`;
const service = (name: string, namespace = 'mk') => `
---
apiVersion: v1
kind: Service
metadata: { name: ${name}, namespace: ${namespace} }
spec: { selector: { app: search }, ports: [{ name: http, port: 80, targetPort: http }] }`;
const rollout = (canary: string) => `
apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata: { name: search, namespace: mk }
spec:
  selector: { matchLabels: { app: search } }
  template: { metadata: { labels: { app: search } }, ${POD} }
  strategy: { canary: { steps: [{ setWeight: 20 }, { pause: {} }], ${canary} } }`;
const routes = (first: string, second: string) => `
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: search, namespace: mk }
spec: { hosts: [search.mk.svc.cluster.local], http: [{ route: [{ destination: { ${first} }, weight: 100 }, { destination: { ${second} }, weight: 0 }] }] }`;
const subsets = (...names: string[]) => `
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: search, namespace: mk }
spec: { host: search, subsets: [${names.map((name) => `{ name: ${name}, labels: { app: search } }`).join(', ')}] }`;
const BY_SUBSET = `trafficRouting: { istio: { virtualService: { name: search }, destinationRule: { name: search, canarySubsetName: canary, stableSubsetName: stable } } }`;
const BY_HOST = 'trafficRouting: { istio: { virtualService: { name: search } } }';

describe('one fault gives one finding', () => {
  test('a subset of a Rollout that the DestinationRule and the route call otherwise', () => {
    const set =
      rollout(BY_SUBSET) +
      service('search') +
      subsets('stable', 'next') +
      routes('host: search, subset: stable', 'host: search, subset: next');
    expect(found(set)).toEqual(['PD0401 Rollout spec.strategy.canary.trafficRouting.istio.destinationRule.canarySubsetName']);
  });

  test('a slip in the DestinationRule of a Rollout', () => {
    const set =
      rollout(BY_SUBSET) +
      service('search') +
      subsets('stable', 'canray') +
      routes('host: search, subset: stable', 'host: search, subset: canary');
    expect(found(set)).toEqual(['PD0401 Rollout spec.strategy.canary.trafficRouting.istio.destinationRule.canarySubsetName']);
  });

  test('a DestinationRule that a Rollout names and that is not there', () => {
    const set = rollout(BY_SUBSET) + service('search') + routes('host: search, subset: stable', 'host: search, subset: canary');
    expect(found(set)).toEqual(['PD0401 Rollout spec.strategy.canary.trafficRouting.istio.destinationRule.name']);
  });

  test('one that is there for another host hides nothing', () => {
    const other = subsets('stable', 'canary').replace('host: search', 'host: browse');
    const set = rollout(BY_SUBSET) + service('search') + other + routes('host: search, subset: stable', 'host: search, subset: canary');
    expect(found(set)).toEqual(['PD0101 VirtualService spec.http[0].route[0].destination.subset']);
  });

  test('a further subset beside the slip is a fault of its own', () => {
    const set =
      rollout(BY_SUBSET) +
      service('search') +
      subsets('stable', 'canray', 'eu') +
      routes('host: search, subset: stable', 'host: search, subset: canary');
    expect(found(set)).toContain('PD0402 DestinationRule spec.subsets[2].name');
  });

  test('one Service for both versions', () => {
    const set =
      rollout(`canaryService: search-s, stableService: search-s, ${BY_HOST}`) +
      service('search-s') +
      service('search-c') +
      routes('host: search-s', 'host: search-c');
    expect(found(set)).toEqual(['PD0405 Rollout spec.strategy.canary.canaryService']);
  });

  test('a Service that both a Rollout and its route name', () => {
    const set =
      rollout(`canaryService: search-c, stableService: search-s, ${BY_HOST}`) +
      service('search-s') +
      routes('host: search-s', 'host: search-c');
    expect(found(set)).toEqual(['PD0407 Rollout spec.strategy.canary.canaryService']);
  });

  test('a Service that both a Rollout and its HTTPRoute name', () => {
    const plugin = `trafficRouting: { plugins: { argoproj-labs/gatewayAPI: { httpRoute: search, namespace: mk } } }`;
    const set = `${rollout(`canaryService: search-c, stableService: search-s, ${plugin}`)}${service('search-s')}
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: search, namespace: mk }
spec: { parentRefs: [{ name: public, namespace: edge }], rules: [{ backendRefs: [{ name: search-s, port: 80 }, { name: search-c, port: 80 }] }] }`;
    expect(found(set)).toEqual(['PD0407 Rollout spec.strategy.canary.canaryService']);
  });

  test('a short host in another namespace, used three times', () => {
    const set = `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: search, namespace: routing }
spec: { hosts: [search], http: [{ match: [{ uri: { prefix: /a } }], route: [{ destination: { host: search } }] }, { route: [{ destination: { host: search } }] }] }${service('search')}`;
    expect(found(set)).toEqual(['PD0108 VirtualService spec.hosts[0]']);
  });

  test('a DestinationRule in another namespace with a short host', () => {
    const set = `${subsets('stable', 'canary').replace('namespace: mk', 'namespace: routing').slice(5)}${service('search')}${routes('host: search, subset: stable', 'host: search, subset: canary')}
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: search, namespace: mk }
spec: { selector: { matchLabels: { app: search } }, template: { metadata: { labels: { app: search } }, ${POD} } }`;
    expect(found(set)).toEqual(['PD0108 DestinationRule spec.host']);
  });

  test('two DestinationRules that define the same subsets', () => {
    const set = `${subsets('stable', 'canary').slice(5)}${subsets('stable', 'canary').replace('name: search,', 'name: again,')}${service('search')}`;
    expect(found(set)).toEqual(['PD0107 DestinationRule spec.subsets[0].name']);
  });

  test('versions that are numbers', () => {
    const version = (number: number) => `
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: search-${number}, namespace: mk }
spec: { selector: { matchLabels: { app: search, version: "${number}" } }, template: { metadata: { labels: { app: search, version: ${number} } }, ${POD} } }`;
    expect(found(version(1).slice(5) + version(2) + service('search'))).toEqual([
      'PD0802 Deployment spec.template.metadata.labels.version',
      'PD0802 Deployment spec.template.metadata.labels.version',
    ]);
  });

  test('two strategies of a Canary', () => {
    const set = `
apiVersion: flagger.app/v1beta1
kind: Canary
metadata: { name: search, namespace: mk }
spec:
  targetRef: { apiVersion: apps/v1, kind: Deployment, name: search }
  service: { port: 80 }
  analysis: { interval: 1m, threshold: 5, stepWeight: 10, maxWeight: 50, iterations: 5 }`;
    expect(found(set)).toEqual(['PD0308 Canary spec.analysis.iterations']);
  });
});

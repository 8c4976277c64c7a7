import { load } from 'js-yaml';
import { Rollout } from '../../imports/argo/rollout';
import { Gateway } from '../../imports/gateway-api/gateway';
import { Gateway as IstioGateway } from '../../imports/istio/gateway';
import { VirtualService } from '../../imports/istio/virtual-service';
import { ConfigMap } from '../../imports/kubernetes/config-map';
import { Deployment } from '../../imports/kubernetes/deployment';
import { rendered } from './render';

test('a VirtualService has the newest version of its API and its fields unchanged', () => {
  const object = rendered(
    (chart) =>
      new VirtualService(chart, 'reviews', {
        metadata: { name: 'reviews' },
        spec: {
          hosts: ['reviews'],
          http: [
            { match: [{ headers: { 'X-group': { exact: 'test' } } }], route: [{ destination: { host: 'reviews', subset: 'v2' } }] },
            { route: [{ destination: { host: 'reviews', subset: 'v1', port: { number: 80 } }, weight: 100 }] },
          ],
        },
      }),
  );
  expect(object).toEqual(
    load(`
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: reviews }
spec:
  hosts: [reviews]
  http:
    - match: [{ headers: { X-group: { exact: test } } }]
      route: [{ destination: { host: reviews, subset: v2 } }]
    - route: [{ destination: { host: reviews, subset: v1, port: { number: 80 } }, weight: 100 }]
`),
  );
});

test('an older version of an API with the same schema can be asked for', () => {
  const apiVersion = 'networking.istio.io/v1alpha3';
  const spec = { selector: { istio: 'ingressgateway' }, servers: [{ port: { number: 80, name: 'http', protocol: 'HTTP' }, hosts: ['*'] }] };
  const object = rendered((chart) => new IstioGateway(chart, 'gateway', { apiVersion, metadata: { name: 'public' }, spec }));
  expect(object).toEqual({ apiVersion, kind: 'Gateway', metadata: { name: 'public' }, spec });
});

test('kinds of one name in two API groups keep apart', () => {
  const spec = { gatewayClassName: 'istio', listeners: [{ name: 'http', port: 80, protocol: 'HTTP' }] };
  const object = rendered((chart) => new Gateway(chart, 'gateway', { metadata: { name: 'public' }, spec }));
  expect(object).toEqual({ apiVersion: 'gateway.networking.k8s.io/v1', kind: 'Gateway', metadata: { name: 'public' }, spec });
});

test('integer-or-string fields take both', () => {
  const rollout = (maxSurge: number | string) =>
    rendered((chart) => new Rollout(chart, 'one', { metadata: { name: 'one' }, spec: { strategy: { canary: { maxSurge } } } }));
  expect(rollout(1)).toHaveProperty('spec.strategy.canary.maxSurge', 1);
  expect(rollout('25%')).toHaveProperty('spec.strategy.canary.maxSurge', '25%');
});

test('a pod template within a custom resource has the types of Kubernetes', () => {
  const template = {
    metadata: { labels: { app: 'a' } },
    spec: { containers: [{ name: 'a', image: 'a:1', resources: { limits: { cpu: 1, memory: '64Mi' } } }] },
  };
  const selector = { matchLabels: { app: 'a' } };
  const metadata = { name: 'a' };
  expect(rendered((chart) => new Rollout(chart, 'a', { metadata, spec: { selector, template } }))).toEqual({
    ...{ apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout', metadata, spec: { selector, template } },
  });
  expect(rendered((chart) => new Deployment(chart, 'b', { metadata, spec: { selector, template } }))).toEqual({
    ...{ apiVersion: 'apps/v1', kind: 'Deployment', metadata, spec: { selector, template } },
  });
});

test('kinds without a spec have their own fields', () => {
  const object = rendered((chart) => new ConfigMap(chart, 'one', { metadata: { name: 'one' }, data: { key: 'value' }, immutable: true }));
  expect(object).toEqual({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'one' }, data: { key: 'value' }, immutable: true });
});

import { Microservice, NetworkPeer } from 'cdk8s-progressive';
import { at, objectOf, objectsOf, text, withVersion, yaml } from '../support/chart';

test('who may call, and who may be called', () => {
  const build = withVersion(
    {},
    { network: { from: [NetworkPeer.namespace('istio-ingress')], to: [NetworkPeer.cidr('10.0.0.0/8', ['10.1.0.0/16'])] } },
  );
  expect(yaml(objectOf('NetworkPolicy', build))).toBe(
    text(`
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata:
        name: reviews
        namespace: shop
        labels:
          app: reviews
          app.kubernetes.io/name: reviews
      spec:
        podSelector:
          matchLabels:
            app.kubernetes.io/name: reviews
        policyTypes:
          - Ingress
          - Egress
        ingress:
          - from:
              - namespaceSelector:
                  matchLabels:
                    kubernetes.io/metadata.name: istio-ingress
            ports:
              - port: 8080
                protocol: TCP
              - port: 15008
                protocol: TCP
        egress:
          - to:
              - ipBlock:
                  cidr: "10.0.0.0/8"
                  except:
                    - "10.1.0.0/16"
          - to:
              - namespaceSelector:
                  matchLabels:
                    kubernetes.io/metadata.name: kube-system
            ports:
              - port: 53
                protocol: UDP
              - port: 53
                protocol: TCP
          - to:
              - namespaceSelector:
                  matchLabels:
                    kubernetes.io/metadata.name: istio-system
            ports:
              - port: 15012
                protocol: TCP
      `),
  );
});

test('another service, at its ports', () => {
  const policy = objectOf(
    'NetworkPolicy',
    (chart) => {
      const ratings = new Microservice(chart, 'ratings', { ports: [{ port: 80, containerPort: 9080 }] });
      ratings.addVersion('v1', { image: 'shop/ratings:1.0.0' });
      const reviews = new Microservice(chart, 'reviews', {
        network: { to: [NetworkPeer.service(ratings), NetworkPeer.pods({ app: 'db' })] },
      });
      reviews.addVersion('v1', { image: 'shop/reviews:1.0.0', sidecarInjection: false });
    },
    'reviews',
  );
  expect(at(policy, 'spec', 'policyTypes')).toEqual(['Egress']);
  expect((at(policy, 'spec', 'egress') as unknown[]).slice(0, -1)).toEqual([
    {
      to: [
        {
          namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'shop' } },
          podSelector: { matchLabels: { 'app.kubernetes.io/name': 'ratings' } },
        },
      ],
      ports: [{ port: 9080, protocol: 'TCP' }],
    },
    { to: [{ podSelector: { matchLabels: { app: 'db' } } }] },
  ]);
});

test('nobody may call; without a statement, everyone', () => {
  expect(at(objectOf('NetworkPolicy', withVersion({}, { network: { from: [] } })), 'spec')).toMatchObject({
    policyTypes: ['Ingress'],
    ingress: [],
  });
  expect(objectsOf(withVersion({}, { network: {} })).map(({ manifest }) => manifest.kind)).not.toContain('NetworkPolicy');
});

test('no range of addresses', () => {
  expect(() => NetworkPeer.cidr('10.0.0.1')).toThrow("NetworkPeer.cidr('10.0.0.1'): a range of addresses is written as 10.0.0.0/8.");
});

test('services that call each other', () => {
  const policies = objectsOf((chart) => {
    const [one, other] = ['one', 'other'].map((name) => new Microservice(chart, name));
    for (const service of [one, other]) service.addVersion('v1', { image: 'shop/any:1.0.0' });
    one.allowNetwork({ from: [NetworkPeer.service(other)] });
    one.allowNetwork({ from: [NetworkPeer.namespace('istio-ingress')] });
    other.allowNetwork({ from: [NetworkPeer.service(one)] });
  }).filter(({ manifest }) => manifest.kind === 'NetworkPolicy');
  expect(policies.map(({ manifest }) => (at(manifest, 'spec', 'ingress', 0, 'from') as unknown[]).length)).toEqual([2, 1]);
});

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
  const message = (cidr: string, except?: string[]) => {
    try {
      return NetworkPeer.cidr(cidr, except) && '';
    } catch (error) {
      return (error as Error).message;
    }
  };
  expect(message('10.0.0.1')).toBe("NetworkPeer.cidr('10.0.0.1'): '10.0.0.1' is no range of addresses; one is written as 10.0.0.0/8.");
  expect(message('10.0.0.0/33')).toContain("'10.0.0.0/33' is no range of addresses: 10.0.0.0 has 32 bits, so '/' is followed by 0 to 32.");
  expect(message('300.0.0.0/8')).toContain("'300.0.0.0/8' is no range of addresses; one is written as 10.0.0.0/8.");
  expect(message('fd00::/129')).toContain('fd00:: has 128 bits');
  expect(message('10.0.0.0/8', ['10.1.0.0/16', '11.0.0.0/16'])).toContain(
    "except '11.0.0.0/16' is no smaller part of 10.0.0.0/8; leave it out",
  );
  expect(message('10.0.0.0/8', ['10.0.0.0/8'])).toContain("except '10.0.0.0/8' is no smaller part of 10.0.0.0/8");
  expect(message('10.0.0.0/8', ['fd00::/16'])).toContain("except 'fd00::/16' is no smaller part of 10.0.0.0/8");
  expect([message('0.0.0.0/0', ['10.0.0.0/8']), message('fd00::/8', ['fd12::/16'])]).toEqual(['', '']);
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

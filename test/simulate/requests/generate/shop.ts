import type { Chance } from './chance';

export type Plain = { [key: string]: unknown };

export const NAMESPACES = ['shop', 'blue'] as const;
export const VERSIONS = ['v1', 'v2', 'v3'] as const;

/** Services and workloads that all generated cases stand on, with some chance in ports, selectors and subsets. */
export function shop(chance: Chance): Plain[] {
  const object = (apiVersion: string, kind: string, namespace: string, name: string, spec: Plain): Plain => ({
    apiVersion,
    kind,
    metadata: { name, namespace },
    spec,
  });
  const service = (namespace: string, name: string, spec: Plain) => object('v1', 'Service', namespace, name, spec);
  const deployment = (namespace: string, app: string, version: string, port: number, replicas = 1) =>
    object('apps/v1', 'Deployment', namespace, `${app}-${version}`, {
      replicas,
      selector: { matchLabels: { app, version } },
      template: {
        metadata: { labels: { app, version } },
        spec: { containers: [{ name: 'c', image: 'x', ports: [{ name: 'main', containerPort: port }] }] },
      },
    });
  const http = { name: 'http', port: 80, targetPort: 8080 };
  return [
    service('shop', 'reviews', {
      selector: { app: 'reviews' },
      ports: chance.oneIn(3) ? [http, { name: 'http-two', port: 81, targetPort: 8080 }] : [http],
    }),
    service('shop', 'ratings', {
      selector: { app: 'ratings' },
      ports: [{ name: chance.pick(['http', 'web', 'grpc-x', 'http2']), port: 9080, targetPort: chance.pick(['main', 9080]) }],
    }),
    service('shop', 'quiet', { clusterIP: 'None', selector: { app: 'reviews' }, ports: [{ name: 'http', port: 8080 }] }),
    service('shop', 'bytes', { selector: { app: 'reviews' }, ports: [{ name: 'tcp-x', port: 7000, targetPort: 8080 }] }),
    service('shop', 'empty', { selector: { app: 'nobody' }, ports: [http] }),
    service('blue', 'reviews', { selector: { app: 'reviews' }, ports: [http] }),
    ...VERSIONS.map((version) => service('shop', `reviews-${version}`, { selector: { app: 'reviews', version }, ports: [http] })),
    ...VERSIONS.map((version) => deployment('shop', 'reviews', version, 8080, version === 'v3' && chance.oneIn(6) ? 0 : 1)),
    deployment('shop', 'ratings', 'v1', 9080),
    deployment('blue', 'reviews', 'blue', 8080),
    object('apps/v1', 'Deployment', 'shop', 'web', {
      selector: { matchLabels: { app: 'web' } },
      template: { metadata: { labels: { app: 'web', tier: 'front' } }, spec: { containers: [{ name: 'c', image: 'x' }] } },
    }),
    ...subsetRules(chance),
  ];
}

function subsetRules(chance: Chance): Plain[] {
  const rule = (namespace: string, name: string, spec: Plain): Plain => ({
    apiVersion: chance.pick(['networking.istio.io/v1', 'networking.istio.io/v1beta1']),
    kind: 'DestinationRule',
    metadata: { name, namespace },
    spec,
  });
  const subsets = (...names: string[]) => names.map((name) => ({ name, labels: { version: name === 'ghost' ? 'v9' : name } }));
  const rules = [
    rule('shop', 'reviews', { host: chance.pick(['reviews', 'reviews.shop.svc.cluster.local']), subsets: subsets(...VERSIONS, 'ghost') }),
  ];
  if (chance.oneIn(3)) rules.push(rule('shop', 'all', { host: '*.shop.svc.cluster.local', subsets: subsets('v1') }));
  if (chance.oneIn(4))
    rules.push(
      rule('blue', 'theirs', { host: chance.pick(['reviews.shop.svc.cluster.local', '*.shop.svc.cluster.local']), subsets: subsets('v2') }),
    );
  if (chance.oneIn(4)) rules.push(rule('istio-system', 'mesh-wide', { host: '*.svc.cluster.local', subsets: subsets('v1', 'v2') }));
  if (chance.oneIn(4))
    rules.push(
      rule('shop', 'more', {
        host: 'reviews',
        ...(chance.oneIn(2) && { exportTo: ['.'] }),
        subsets: [
          { name: 'v1', labels: { version: 'v3' } },
          { name: 'extra', labels: { version: 'v2' } },
        ],
      }),
    );
  return rules;
}

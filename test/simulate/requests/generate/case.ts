import type { Question } from '../envoy-answers';
import { Chance } from './chance';
import { API_HOSTS, gatewayApi } from './gateway-api';
import { type Plain, shop } from './shop';
import { delegation, HEADERS, HOSTS, MESH_HOSTS, PATHS, VALUES, virtualServices } from './virtual-services';

export interface GeneratedCase {
  readonly objects: readonly Plain[];
  readonly requests: readonly Question[];
}

/** Manifests and requests near the edges of their rules; equal for equal seeds. */
export function generatedCase(seed: number, requests = 60): GeneratedCase {
  const chance = new Chance(seed);
  const objects = [
    ...shop(chance),
    ...gateways(chance),
    ...virtualServices(chance),
    ...(chance.oneIn(2) ? delegation(chance) : []),
    ...gatewayApi(chance),
    ...(chance.oneIn(3) ? [entry(chance)] : []),
    ...(chance.oneIn(4) ? [sidecar(chance)] : []),
    ...(chance.oneIn(3) ? [workloadRule()] : []),
    ...(chance.oneIn(3) ? [alias()] : []),
  ];
  return { objects, requests: Array.from({ length: requests }, (_, index) => question(chance, index)) };
}

function gateways(chance: Chance): Plain[] {
  const server = (number: number, ...hosts: string[]) => ({ port: { number, name: `http-${number}`, protocol: 'HTTP' }, hosts });
  const gateway = (namespace: string, name: string, servers: unknown[]): Plain => ({
    apiVersion: 'networking.istio.io/v1',
    kind: 'Gateway',
    metadata: { name, namespace },
    spec: { selector: { istio: 'ingressgateway' }, servers },
  });
  const secure = [
    {
      port: { number: 8443, name: 'https', protocol: 'HTTPS' },
      hosts: [chance.pick(['a.shop.com', '*.shop.com'])],
      tls: { mode: 'SIMPLE', credentialName: 'one' },
    },
    {
      port: { number: 8443, name: 'https-two', protocol: 'HTTPS' },
      hosts: [chance.pick(['b.shop.com', '*.wild.com'])],
      tls: { mode: 'SIMPLE', credentialName: 'two' },
    },
    {
      port: { number: 8081, name: 'http-redirect', protocol: 'HTTP' },
      hosts: [chance.pick(['*', 'a.shop.com', '*.com'])],
      tls: { httpsRedirect: true },
    },
  ];
  const second = [
    server(80, chance.pick(['a.shop.com', '*.wild.com', '*', 'shop/b.shop.com', './c.shop.com'])),
    server(8080, chance.pick(['*.shop.com', 'shop/*', 'blue/*'])),
  ];
  return [
    gateway('istio-system', 'gw', [server(80, chance.pick(['*', '*', '*.shop.com', 'a.shop.com'])), ...secure]),
    gateway('shop', 'gw2', second),
  ];
}

function entry(chance: Chance): Plain {
  return {
    apiVersion: 'networking.istio.io/v1',
    kind: 'ServiceEntry',
    metadata: { name: 'outside', namespace: 'shop' },
    spec: {
      hosts: ['own.name', 'api.ext.com'],
      ports: [{ number: 80, name: 'http', protocol: 'HTTP' }],
      resolution: chance.pick(['DNS', 'STATIC']),
      endpoints: [{ address: '192.0.2.1', labels: { version: 'v1' } }],
      ...(chance.oneIn(3) && { exportTo: ['.'] }),
    },
  };
}

function sidecar(chance: Chance): Plain {
  const hosts = chance.pick([
    ['./*'],
    ['shop/*'],
    ['*/reviews.blue.svc.cluster.local', 'shop/reviews.shop.svc.cluster.local'],
    ['~/*'],
    ['*/*'],
  ]);
  return {
    apiVersion: 'networking.istio.io/v1',
    kind: 'Sidecar',
    metadata: { name: 'default', namespace: chance.pick(['shop', 'blue', 'istio-system']) },
    spec: { egress: [{ hosts }], ...(chance.oneIn(2) && { outboundTrafficPolicy: { mode: 'REGISTRY_ONLY' } }) },
  };
}

/** A DestinationRule for some pods of the namespace only. */
function workloadRule(): Plain {
  return {
    apiVersion: 'networking.istio.io/v1',
    kind: 'DestinationRule',
    metadata: { name: 'for-web', namespace: 'shop' },
    spec: {
      host: 'reviews',
      workloadSelector: { matchLabels: { app: 'web' } },
      subsets: [
        { name: 'v1', labels: { version: 'v2' } },
        { name: 'nope', labels: { version: 'v3' } },
      ],
    },
  };
}

/** A Service that is another name for one. */
function alias(): Plain {
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'nick', namespace: 'shop' },
    spec: { type: 'ExternalName', externalName: 'reviews.shop.svc.cluster.local', ports: [{ name: 'http', port: 80 }] },
  };
}

function question(chance: Chance, index: number): Question {
  const start = chance.pick([
    'gateway',
    'gateway',
    'gateway',
    'gateway:shop/web',
    'gateway:shop/web',
    'mesh:shop/web',
    'mesh:shop/web',
    'mesh:blue/cli',
    'mesh:shop/reviews-v1',
  ]);
  const gatewayPort = start === 'gateway' ? chance.pick([80, 80, 80, 80, 8080, 8081, 8443]) : chance.pick([80, 80, 80, 8080]);
  const [host, port] = start.startsWith('mesh') ? meshTarget(chance) : [gatewayHost(chance, start), gatewayPort];
  const headers: Record<string, string | string[]> = {};
  if (chance.oneIn(2)) headers[chance.pick(HEADERS)] = chance.oneIn(8) ? [chance.pick(VALUES), chance.pick(VALUES)] : chance.pick(VALUES);
  if (chance.oneIn(4)) headers[chance.pick(HEADERS).toUpperCase()] = chance.pick(['test', 'yes', 'a=1; user=jason; b=2']);
  const preflight = chance.oneIn(12);
  if (preflight)
    Object.assign(headers, { origin: chance.pick(['https://ok.org', 'https://no.org']), 'access-control-request-method': 'GET' });
  if (chance.oneIn(16)) headers['content-type'] = chance.pick(['application/grpc', 'application/grpc+proto', 'application/grpc-web']);
  const method = preflight ? 'OPTIONS' : chance.oneIn(5) ? chance.pick(['POST', 'PUT', 'DELETE', 'OPTIONS']) : undefined;
  return {
    id: `q${index}`,
    from: start,
    host,
    path: path(chance),
    ...(method && { method }),
    ...(Object.keys(headers).length > 0 && { headers }),
    ...(port !== 80 && { port }),
    ...(port === 8443 && !chance.oneIn(10) && { tls: true }),
  };
}

function gatewayHost(chance: Chance, start: string): string {
  const hosts = start === 'gateway' ? [...HOSTS, 'del.shop.com', 'del.shop.com'] : API_HOSTS;
  const host = chance
    .pick(hosts)
    .replace(/^\*$/, 'any.org')
    .replace(/^\*/, chance.pick(['deep.er', 'one']));
  return chance.pick([host, host, host, host, host.toUpperCase(), `${host}:80`, `${host}:8443`, `${host}.`]);
}

function meshTarget(chance: Chance): [string, number] {
  if (chance.oneIn(8))
    return chance.pick<[string, number]>([
      ['bytes', 7000],
      ['nick', 80],
      ['quiet', 8080],
      ['api.ext.com', 80],
      ['unknown.org', 80],
      ['reviews', 81],
      ['own.name', 80],
      ['reviews', 9080],
    ]);
  const host = chance.pick(MESH_HOSTS).replace(/^\*/, 'reviews');
  const port = host.startsWith('ratings') ? 9080 : host.startsWith('quiet') ? 8080 : 80;
  return [chance.pick([host, host, `${host.split('.')[0]}.shop`, `${host.split('.')[0]}.shop.svc`, `${host.split('.')[0]}.blue`]), port];
}

function path(chance: Chance): string {
  const base = chance.pick([...PATHS, '/ab', '/a/b/c', '/item/12', '/item/x', '/item/1/', '/c', '/svcx', '/svc/x', '/none']);
  const edges = ['', '', '', '/', '//', '/x', '/../a', '/./b', '%2Fb', '%61', '\\b', '#f', '%zz', ';p=1'];
  const query = chance.oneIn(3) ? `?${chance.pick(['v=1', 'v', 'v=', 'p=a', 'p=a&v=12', 'v=1&v=2', 'v=%31', 'x=1;v=1', 'v=1a'])}` : '';
  return base + (chance.oneIn(3) ? chance.pick(edges) : '') + query;
}

import type { Chance } from './chance';
import type { Plain } from './shop';

export const HOSTS = ['a.shop.com', 'b.shop.com', 'x.wild.com', '*.wild.com', '*.com', '*', 'c.shop.com'] as const;
export const MESH_HOSTS = [
  'reviews',
  'ratings',
  'reviews.blue.svc.cluster.local',
  'reviews.shop.svc.cluster.local',
  'own.name',
  '*.shop.svc.cluster.local',
  'quiet',
  'empty',
] as const;
export const PATHS = ['/', '/a', '/a/b', '/a/', '/item/1', '/A', '/svc', '/svc/'] as const;
const EXPRESSIONS = ['/item/[0-9]+', '.*', '/a.*', '(?i)/A', '/a/b|/c', '/\\w+'];
export const HEADERS = ['x-user', 'x-group', 'cookie', 'X-Mixed'] as const;
export const VALUES = ['test', 'te', 'a', '', 'test,a', 'user=jason', '1'] as const;

export function stringMatch(chance: Chance, values: readonly string[], expressions: readonly string[]): Plain {
  const kind = chance.pick(['exact', 'exact', 'prefix', 'regex', 'present']);
  if (kind === 'present') return {};
  if (kind === 'regex') return { regex: chance.pick(expressions) };
  return { [kind]: chance.pick(kind === 'prefix' ? values.filter((value) => value !== '') : values) };
}

function uri(chance: Chance): Plain {
  const kind = chance.pick(['exact', 'prefix', 'prefix', 'regex']);
  return { [kind]: chance.pick(kind === 'regex' ? EXPRESSIONS : PATHS) };
}

function headers(chance: Chance): Plain {
  const expressions = ['t.*', '.*', '(yes)?', '^(.*?;)?(\\s*user=jason)(;.*)?$', '*'];
  return Object.fromEntries(chance.list(1, 2, () => [chance.pick(HEADERS), stringMatch(chance, VALUES, expressions)]));
}

export function match(chance: Chance, gateways: readonly string[]): Plain {
  const some = (times: number, part: () => Plain): Plain => (chance.oneIn(times) ? part() : {});
  const found: Plain = {
    ...some(2, () => ({ uri: uri(chance) })),
    ...some(8, () => ({ ignoreUriCase: true })),
    ...some(3, () => ({ headers: headers(chance) })),
    ...some(6, () => ({ withoutHeaders: headers(chance) })),
    ...some(6, () => ({ queryParams: { [chance.pick(['v', 'p'])]: stringMatch(chance, ['1', '', 'a'], ['[0-9]+', '.*']) } })),
    ...some(8, () => ({ method: { [chance.pick(['exact', 'prefix'])]: chance.pick(['GET', 'POST', 'P']) } })),
    ...some(10, () => ({ authority: stringMatch(chance, ['a.shop.com', 'reviews', 'A.shop.com', 'a.shop.com:80'], ['.*', 'a.*']) })),
    ...some(14, () => ({ scheme: { exact: chance.pick(['http', 'https']) } })),
    ...some(10, () => ({ port: chance.pick([80, 8080, 9080]) })),
    ...some(10, () => ({ sourceLabels: chance.pick([{ app: 'web' }, { tier: 'front' }, { app: 'other' }]) })),
    ...some(14, () => ({ sourceNamespace: chance.pick(['shop', 'blue', 'istio-system']) })),
    ...some(10, () => ({ gateways: [chance.pick(gateways)] })),
  };
  if (Object.keys(found).length === 0 || (Object.keys(found).length === 1 && found.ignoreUriCase)) return { uri: uri(chance) };
  return found;
}

export function destination(chance: Chance): Plain {
  const host = chance.pick([
    'reviews',
    'reviews',
    'reviews',
    'reviews.shop.svc.cluster.local',
    'ratings',
    'reviews.blue.svc.cluster.local',
    'absent',
    'quiet',
    'empty',
    'reviews.blue',
    'nick',
  ]);
  const subset = host.startsWith('reviews')
    ? chance.pick(['v1', 'v2', 'v3', 'v1', 'v2', 'ghost', 'nope', 'extra', undefined])
    : chance.oneIn(6)
      ? 'v1'
      : undefined;
  return { host, ...(subset && { subset }), ...(chance.oneIn(5) && { port: { number: chance.pick([80, 9080, 81, 8080]) } }) };
}

function routes(chance: Chance): Plain[] {
  if (chance.oneIn(2)) return [{ destination: destination(chance), ...(chance.oneIn(3) && { weight: chance.pick([0, 1, 100]) }) }];
  return [
    ...chance.list(1, 2, () => ({ destination: destination(chance), weight: chance.pick([0, 1, 2, 10, 25]) })),
    {
      destination: destination(chance),
      weight: chance.pick([1, 5, 10]),
      ...(chance.oneIn(6) && { headers: { request: { set: { host: 'changed.org' } } } }),
    },
  ];
}

function action(chance: Chance): Plain {
  const kind = chance.below(12);
  if (kind === 0) {
    const redirect = chance.pick<Plain>([
      { uri: '/landing' },
      { uri: '/landing?z=1' },
      { authority: 'www.org' },
      { scheme: 'https' },
      { uri: 'bare' },
      { port: 8443 },
      { derivePort: 'FROM_REQUEST_PORT', scheme: 'https' },
      { derivePort: 'FROM_REQUEST_PORT', authority: 'www.org' },
      { derivePort: 'FROM_PROTOCOL_DEFAULT' },
    ]);
    return { redirect: { ...redirect, ...(chance.oneIn(2) && { redirectCode: chance.pick([301, 302, 303, 307, 308]) }) } };
  }
  if (kind === 1) return { directResponse: { status: chance.pick([200, 404, 418, 503]) } };
  const rewrite = chance.pick<Plain>([
    { uri: '/' },
    { uri: '/new' },
    { authority: 'in.org' },
    { uri: '/n?q=1', authority: 'in.org' },
    { uriRegexRewrite: { match: '/(a|item)', rewrite: '/r\\1' } },
    { uriRegexRewrite: { match: '^/a(.*)$', rewrite: '\\1/z' } },
  ]);
  return {
    route: routes(chance),
    ...(chance.oneIn(4) && { rewrite }),
    ...(chance.oneIn(10) && {
      fault: chance.pick<Plain>([
        { abort: { httpStatus: 503, percentage: { value: 100 } } },
        { abort: { httpStatus: 418 } },
        { abort: { httpStatus: 400, percentage: { value: 50 } } },
        { abort: { grpcStatus: 'UNAVAILABLE', percentage: { value: 100 } } },
      ]),
    }),
    ...(chance.oneIn(8) && { mirror: destination(chance) }),
    ...(chance.oneIn(10) && { timeout: '2s' }),
    ...(chance.oneIn(10) && { retries: { attempts: 1, retryOn: '5xx' } }),
    ...(chance.oneIn(10) && {
      corsPolicy: {
        allowOrigins: [{ exact: 'https://ok.org' }],
        allowMethods: ['GET'],
        ...(chance.oneIn(3) && { unmatchedPreflights: 'IGNORE' }),
      },
    }),
    ...(chance.oneIn(10) && { headers: { request: { set: { ':authority': 'set.org' } } } }),
  };
}

export function rule(chance: Chance, gateways: readonly string[], index: number): Plain {
  const matches = chance.oneIn(5) ? [] : chance.list(1, 2, () => match(chance, gateways));
  const named = action(chance);
  if (named.rewrite && (named.headers || JSON.stringify(named.route ?? '').includes('"host":"changed'))) delete named.headers;
  return { name: `r${index}`, ...(matches.length > 0 && { match: matches }), ...named };
}

export function virtualServices(chance: Chance): Plain[] {
  const bindings = [['istio-system/gw'], ['gw2'], ['mesh'], ['mesh', 'istio-system/gw'], undefined];
  return chance.list(3, 6, (index) => {
    const gateways = chance.pick(bindings);
    const mesh = !gateways || gateways.includes('mesh');
    const namespace = chance.pick(['shop', 'shop', 'shop', 'blue']);
    const hosts = mesh ? [chance.pick(MESH_HOSTS), ...(gateways && gateways.length > 1 ? ['a.shop.com'] : [])] : [chance.pick(HOSTS)];
    return virtualService(chance, `vs${index}`, namespace, {
      hosts,
      ...(gateways && { gateways }),
      ...(chance.oneIn(8) && { exportTo: chance.pick([['.'], ['blue'], ['istio-system'], ['*']]) }),
      http: chance.list(1, 5, (at) => rule(chance, ['mesh', 'istio-system/gw', 'gw2'], at)),
    });
  });
}

function virtualService(chance: Chance, name: string, namespace: string, spec: Plain): Plain {
  const created = chance.oneIn(3) ? { creationTimestamp: chance.pick(['2024-01-01T00:00:00Z', '2030-01-01T00:00:00Z']) } : {};
  return { apiVersion: 'networking.istio.io/v1', kind: 'VirtualService', metadata: { name, namespace, ...created }, spec };
}

/** A root that delegates, with its delegates. */
export function delegation(chance: Chance): Plain[] {
  const root = virtualService(chance, 'root', 'shop', {
    hosts: ['del.shop.com'],
    gateways: ['istio-system/gw'],
    http: [
      { match: chance.list(1, 2, () => match(chance, ['istio-system/gw'])), delegate: { name: 'sub', namespace: 'shop' } },
      {
        ...(chance.oneIn(2) && { match: [match(chance, ['istio-system/gw'])], rewrite: { uri: '/rooted' } }),
        delegate: chance.pick([{ name: 'sub' }, { name: 'theirs', namespace: 'blue' }, { name: 'none' }]),
      },
      { name: 'rest', route: [{ destination: { host: 'reviews', subset: 'v1' } }] },
    ],
  });
  const sub = virtualService(chance, 'sub', 'shop', { http: chance.list(1, 4, (index) => rule(chance, ['istio-system/gw'], index)) });
  const theirs = virtualService(chance, 'theirs', 'blue', {
    ...(chance.oneIn(2) && { exportTo: ['.'] }),
    http: chance.list(1, 2, (index) => rule(chance, ['istio-system/gw'], index)),
  });
  return [root, sub, theirs];
}

import type { Chance } from './chance';
import type { Plain } from './shop';

const GROUP = 'gateway.networking.k8s.io';
export const API_HOSTS = ['r.gw.com', 'q.gw.com', '*.gw.com', 'other.org'] as const;

/** A Gateway with listeners, and HTTPRoutes at it and in the mesh. */
export function gatewayApi(chance: Chance): Plain[] {
  const from = () => chance.pick([undefined, 'Same', 'All', 'Selector']);
  const listener = (name: string, port: number, hostname?: string): Plain => {
    const scope = from();
    const namespaces = scope && {
      from: scope,
      ...(scope === 'Selector' && { selector: { matchLabels: { 'kubernetes.io/metadata.name': 'blue' } } }),
    };
    return { name, port, protocol: 'HTTP', ...(hostname && { hostname }), ...(namespaces && { allowedRoutes: { namespaces } }) };
  };
  const gateway = {
    apiVersion: `${GROUP}/v1`,
    kind: 'Gateway',
    metadata: { name: 'web', namespace: 'shop' },
    spec: {
      gatewayClassName: 'istio',
      listeners: [
        listener('one', 80, chance.pick([undefined, '*.gw.com', 'r.gw.com'])),
        ...(chance.oneIn(2) ? [listener('two', 80, 'q.gw.com')] : []),
        listener('three', 8080),
      ],
    },
  };
  return [
    gateway,
    ...chance.list(1, 3, (index) => httpRoute(chance, index)),
    ...(chance.oneIn(2) ? [meshRoute(chance)] : []),
    ...(chance.oneIn(3) ? [grant()] : []),
  ];
}

function httpRoute(chance: Chance, index: number): Plain {
  const namespace = chance.pick(['shop', 'shop', 'blue']);
  const parent: Plain = {
    name: 'web',
    namespace: 'shop',
    ...(chance.oneIn(4) && { sectionName: chance.pick(['one', 'two', 'three']) }),
    ...(chance.oneIn(6) && { port: chance.pick([80, 8080]) }),
  };
  return {
    apiVersion: chance.pick([`${GROUP}/v1`, `${GROUP}/v1beta1`]),
    kind: 'HTTPRoute',
    metadata: { name: `route${index}`, namespace },
    spec: {
      parentRefs: [parent],
      ...(chance.oneIn(4) ? {} : { hostnames: chance.list(1, 2, () => chance.pick(API_HOSTS)).filter(unique) }),
      rules: rules(chance),
    },
  };
}

function unique<T>(item: T, index: number, all: readonly T[]): boolean {
  return all.indexOf(item) === index;
}

function meshRoute(chance: Chance): Plain {
  const namespace = chance.pick(['shop', 'blue']);
  const parent = { group: '', kind: 'Service', name: 'reviews', namespace: 'shop', ...(chance.oneIn(2) && { port: 80 }) };
  return {
    apiVersion: `${GROUP}/v1`,
    kind: 'HTTPRoute',
    metadata: { name: 'mesh', namespace },
    spec: { parentRefs: [parent], rules: rules(chance) },
  };
}

function grant(): Plain {
  return {
    apiVersion: `${GROUP}/v1beta1`,
    kind: 'ReferenceGrant',
    metadata: { name: 'lets', namespace: 'blue' },
    spec: { from: [{ group: GROUP, kind: 'HTTPRoute', namespace: 'shop' }], to: [{ group: '', kind: 'Service' }] },
  };
}

function rules(chance: Chance): Plain[] {
  return chance.list(1, 5, () => {
    const path = () =>
      chance.pick<Plain>([
        { type: 'PathPrefix', value: '/a' },
        { type: 'PathPrefix', value: '/a/b' },
        { type: 'Exact', value: '/a' },
        { type: 'PathPrefix', value: '/' },
        { type: 'RegularExpression', value: '/item/[0-9]+' },
        { type: 'PathPrefix', value: '/svc/' },
        { type: 'RegularExpression', value: '/.*' },
      ]);
    const matches = chance.list(0, 2, () => ({
      ...(chance.oneIn(4) ? {} : { path: path() }),
      ...(chance.oneIn(4) && { method: chance.pick(['GET', 'POST']) }),
      ...(chance.oneIn(3) && {
        headers: [
          {
            name: chance.pick(['x-user', 'X-Group']),
            value: chance.pick(['test', 'a']),
            ...(chance.oneIn(3) && { type: 'RegularExpression', value: 't.*' }),
          },
        ],
      }),
      ...(chance.oneIn(5) && { queryParams: [{ name: 'v', value: '1' }] }),
    }));
    const prefixed = matches.length > 0 && matches.every((one) => (one as { path?: { type?: string } }).path?.type === 'PathPrefix');
    const redirect = chance.oneIn(8);
    const rewrite = chance.pick<Plain>([
      { hostname: 'in.org' },
      { path: { type: 'ReplaceFullPath', replaceFullPath: '/full' } },
      ...(prefixed && matches.length === 1
        ? [{ path: { type: 'ReplacePrefixMatch', replacePrefixMatch: chance.pick(['/', '/new', '/new/']) } }]
        : []),
    ]);
    const redirection = chance.pick<Plain>([
      { scheme: 'https' },
      { hostname: 'www.org' },
      { port: 8443 },
      { path: { type: 'ReplaceFullPath', replaceFullPath: '/full' }, statusCode: 301 },
      ...(prefixed && matches.length === 1 ? [{ path: { type: 'ReplacePrefixMatch', replacePrefixMatch: '/new' } }] : []),
    ]);
    const filters = redirect
      ? [{ type: 'RequestRedirect', requestRedirect: redirection }]
      : chance.oneIn(4)
        ? [{ type: 'URLRewrite', urlRewrite: rewrite }]
        : [];
    return {
      ...(matches.length > 0 && { matches }),
      ...(filters.length > 0 && { filters }),
      ...(redirect ? {} : { backendRefs: chance.list(0, 3, () => backend(chance)) }),
    };
  });
}

function backend(chance: Chance): Plain {
  const name = chance.pick(['reviews-v1', 'reviews-v2', 'reviews-v3', 'reviews', 'absent', 'empty']);
  const other = chance.oneIn(6);
  return {
    name: other ? 'reviews' : name,
    ...(other && { namespace: chance.pick(['blue', 'shop']) }),
    port: chance.oneIn(10) ? 81 : 80,
    ...(chance.oneIn(2) && { weight: chance.pick([0, 1, 3, 10]) }),
  };
}

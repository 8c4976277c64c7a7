import type { Loose } from '../helper';
import {
  addition,
  at,
  change,
  fields,
  idOf,
  list,
  type Mutation,
  nameOf,
  namespaceOf,
  ofKind,
  replace,
  type Site,
  search,
  slip,
  text,
} from './site';
import {
  canaries,
  destinationRules,
  gatewayOf,
  gatewaysOf,
  has,
  ISTIO,
  inMesh,
  isIstio,
  podsOf,
  rollouts,
  rulesFor,
  serviceOf,
  virtualServices,
} from './world';

const managedBy = (objects: readonly Loose[], name: string): string[] =>
  rollouts(objects)
    .filter(({ object }) => JSON.stringify(at(object, 'spec', 'strategy') ?? {}).includes(`"${name}"`))
    .map(({ object }) => idOf(object));

/** Destinations that name a subset which a DestinationRule of the files defines. */
const subsets = (objects: readonly Loose[]) =>
  virtualServices(objects).flatMap(({ object, index }) =>
    search(object, index, (key, value) => key === 'subset' && typeof value === 'string').filter(({ path, value }) => {
      const host = text(at(object, ...path.slice(0, -1), 'host'));
      return destinationRules(objects).some(
        (rule) =>
          sameHost(host, namespaceOf(object), text(at(rule.object, 'spec', 'host')), namespaceOf(rule.object)) &&
          list(at(rule.object, 'spec', 'subsets')).some((subset) => subset.name === value),
      );
    }),
  );

const full = (host: string | undefined, namespace: string): string =>
  host === undefined ? '' : host.includes('.') ? host : `${host}.${namespace}.svc.cluster.local`;
const sameHost = (a: string | undefined, spaceA: string, b: string | undefined, spaceB: string): boolean =>
  full(a, spaceA) === full(b, spaceB);

const isCatchAll = (rule: Loose): boolean => list(at(rule, 'match')).length === 0;

/** Splits with weights that add up to 100. */
function splits(objects: readonly Loose[]) {
  const istio = virtualServices(objects).flatMap(({ object, index }) =>
    search(object, index, (key, value) => key === 'route' && isSplit(value)),
  );
  const gateway = ofKind(objects, 'HTTPRoute').flatMap(({ object, index }) =>
    search(object, index, (key, value) => key === 'backendRefs' && isSplit(value)),
  );
  return { istio, gateway };
}

const isSplit = (value: unknown): boolean =>
  list(value).length > 1 &&
  list(value).reduce((sum, { weight }) => sum + (typeof weight === 'number' ? (weight as number) : 1000), 0) === 100;

const weightsOf = (objects: readonly Loose[], least: number) => {
  const { istio, gateway } = splits(objects);
  return [...istio, ...gateway].flatMap((split) =>
    list(split.value).flatMap((each, at_) =>
      Number(each.weight) > least ? [{ ...split, path: [...split.path, at_, 'weight'], value: each.weight as Loose }] : [],
    ),
  );
};

const durations = [
  'timeout',
  'perTryTimeout',
  'fixedDelay',
  'maxAge',
  'interval',
  'baseEjectionTime',
  'idleTimeout',
  'connectTimeout',
  'ttl',
];

const newVirtualService = (host: string, namespace: string, target: string): unknown => ({
  apiVersion: 'networking.istio.io/v1',
  kind: 'VirtualService',
  metadata: { name: 'a-second-one', ...(namespace && { namespace }) },
  spec: { hosts: [host], http: [{ route: [{ destination: { host: target } }] }] },
});

export const ROUTE_MUTATIONS: readonly Mutation[] = [
  {
    fault: 1,
    what: 'a slip in a subset',
    codes: ['PD0101', 'PD0413'],
    sites: (objects) => subsets(objects).map((found) => replace(found, slip(String(found.value)))),
  },
  {
    fault: 4,
    what: 'a rule with a match goes behind the one without',
    codes: ['PD0102'],
    sites: (objects) =>
      virtualServices(objects).flatMap(({ object, index }) => {
        const http = list(at(object, 'spec', 'http'));
        if (!http.some((rule) => isCatchAll(rule) && !rule.delegate)) return [];
        return http.flatMap((rule, from) =>
          isCatchAll(rule)
            ? []
            : [change(object, index, `http[${from}] goes last`, ({ spec }) => spec.http.push(spec.http.splice(from, 1)[0] as never))],
        );
      }),
  },
  {
    fault: 5,
    what: 'prefix / before a rule',
    codes: ['PD0102'],
    sites: (objects) =>
      virtualServices(objects).flatMap(({ object, index }) =>
        list(at(object, 'spec', 'http')).map((_, before) =>
          change(object, index, `prefix / before http[${before}]`, ({ spec }) =>
            spec.http.splice(before, 0, {
              match: [{ uri: { prefix: '/' } }],
              route: [{ destination: { host: 'somewhere.example' } }],
            } as never),
          ),
        ),
      ),
  },
  {
    fault: 6,
    what: 'weights that sum to less',
    codes: ['PD0103', 'PD0105'],
    sites: (objects) => weightsOf(objects, 10).map((found) => replace(found, Number(found.value) - 10)),
  },
  {
    fault: 6,
    what: 'percents of Knative',
    codes: ['PD1201'],
    sites: (objects) =>
      ofKind(objects, 'Service', 'serving.knative.dev').flatMap(({ object, index }) =>
        search(object, index, (key, value) => key === 'percent' && Number(value) > 10).map((found) =>
          replace(found, Number(found.value) - 10),
        ),
      ),
  },
  {
    fault: 7,
    what: 'a weight left out',
    codes: ['PD0104', 'PD0105'],
    sites: (objects) =>
      weightsOf(objects, 0)
        // A backend without a weight counts 1: alone beside zeros it has everything, as before.
        .filter(({ object, value }) => text(object.kind) !== 'HTTPRoute' || Number(value) < 100)
        .map((found) => replace(found, undefined)),
  },
  {
    fault: 33,
    what: 'a port named web',
    codes: ['PD0120'],
    sites: (objects) =>
      ofKind(objects, 'Service', '').flatMap(({ object, index }) => {
        const routed = virtualServices(objects).some((rule) =>
          search(rule.object, rule.index, (key) => key === 'host').some(
            ({ value, path }) =>
              path.includes('http') && path.includes('route') && serviceOf(objects, value, namespaceOf(rule.object)) === object,
          ),
        );
        const ports = list(at(object, 'spec', 'ports'));
        if (!routed || ports.length !== 1) return [];
        return [
          change(object, index, 'port named web', ({ spec }) => Object.assign(spec.ports[0], { name: 'web', appProtocol: undefined })),
        ];
      }),
  },
  {
    fault: 35,
    what: 'a host that no gateway covers',
    codes: ['PD0113'],
    sites: (objects) =>
      [
        ...virtualServices(objects).map((each) => ({ ...each, base: ['spec'] })),
        ...canaries(objects)
          .filter(({ object }) => isIstio(object))
          .map((each) => ({ ...each, base: ['spec', 'service'] })),
      ].flatMap(({ object, index, base }) => {
        const bound = list(at(object, ...base, 'gateways'))
          .map(String)
          .filter((name) => name !== 'mesh');
        const found = bound.map((name) => gatewayOf(objects, name, namespaceOf(object)));
        const open = found.some(
          (gateway) => gateway === undefined || JSON.stringify(at(gateway, 'spec', 'servers')).match(/"(\*|[^"]*\/\*)"/),
        );
        if (bound.length === 0 || open) return [];
        return list(at(object, ...base, 'hosts')).flatMap((host, at_) =>
          String(host).includes('.') &&
          serviceOf(objects, host, '') === undefined &&
          !ofKind(objects, 'ServiceEntry').some(({ object: entry }) => list(at(entry, 'spec', 'hosts')).includes(host))
            ? [replace({ object, index, path: [...base, 'hosts', at_], value: host }, 'www.elsewhere.invalid')]
            : [],
        );
      }),
  },
  {
    fault: 36,
    what: 'a slip in a gateway',
    codes: ['PD0112'],
    sites: (objects) =>
      [...virtualServices(objects), ...canaries(objects).filter(({ object }) => isIstio(object))].flatMap(({ object, index }) =>
        search(object, index, (_, value, path) => path.at(-2) === 'gateways' && typeof value === 'string' && value !== 'mesh')
          .filter(({ value, path }) => !path.includes('match') && gatewayOf(objects, String(value), namespaceOf(object)))
          .map((found) => replace(found, slip(String(found.value)))),
      ),
  },
  {
    fault: 36,
    what: 'a slip in a parent',
    codes: ['PD1101'],
    sites: (objects) =>
      ['HTTPRoute', 'GRPCRoute']
        .flatMap((kind) => ofKind(objects, kind))
        .flatMap(({ object, index }) =>
          search(object, index, (key, _, path) => key === 'name' && path.at(-3) === 'parentRefs')
            .filter(({ value, path }) => {
              const parent = at(object, ...path.slice(0, -1));
              return (
                (text(parent.kind) ?? 'Gateway') === 'Gateway' &&
                objects.some(
                  (each) =>
                    each.kind === ('Gateway' as never) &&
                    nameOf(each) === String(value) &&
                    namespaceOf(each) === String(parent.namespace ?? namespaceOf(object)),
                )
              );
            })
            .map((found) => replace(found, slip(String(found.value)))),
        ),
  },
  {
    fault: 37,
    what: 'mesh left out',
    codes: ['PD0111'],
    sites: (objects) =>
      virtualServices(objects).flatMap(({ object, index }) => {
        const gateways = gatewaysOf(object);
        const own = list(at(object, 'spec', 'hosts')).some((host) => serviceOf(objects, host, namespaceOf(object)));
        if (gateways.length < 2 || !gateways.includes('mesh') || !own) return [];
        return [
          replace(
            { object, index, path: ['spec', 'gateways'], value: object },
            gateways.filter((name) => name !== 'mesh'),
          ),
        ];
      }),
  },
  {
    fault: 38,
    what: 'a rule with a short host in another namespace',
    codes: ['PD0108'],
    sites: (objects) =>
      [...virtualServices(objects), ...destinationRules(objects)].flatMap(({ object, index }) => {
        const hosts = object.kind === ('VirtualService' as never) ? list(at(object, 'spec', 'hosts')) : [at(object, 'spec', 'host')];
        const short = hosts.some((host) => !String(host).includes('.') && serviceOf(objects, host, namespaceOf(object)));
        return short && namespaceOf(object) !== ''
          ? [replace({ object, index, path: ['metadata', 'namespace'], value: object }, 'rules-elsewhere')]
          : [];
      }),
  },
  {
    fault: 39,
    what: 'a DestinationRule that the gateway does not see',
    codes: ['PD0114'],
    sites: (objects) =>
      destinationRules(objects).flatMap(({ object, index }) => {
        const service = serviceOf(objects, at(object, 'spec', 'host'), namespaceOf(object));
        const used = virtualServices(objects).some(
          (rule) =>
            gatewaysOf(rule.object).some(
              (name) =>
                gatewayOf(objects, name, namespaceOf(rule.object)) &&
                namespaceOf(gatewayOf(objects, name, namespaceOf(rule.object)) as Loose) !== namespaceOf(object),
            ) &&
            search(rule.object, 0, (key) => key === 'subset').some(
              ({ path }) =>
                !path.includes('mirror') &&
                service !== undefined &&
                serviceOf(objects, at(rule.object, ...path.slice(0, -1), 'host'), namespaceOf(rule.object)) === service &&
                !onlyMesh(rule.object, path),
            ),
        );
        return used ? [replace({ object, index, path: ['spec', 'exportTo'], value: object }, ['.'])] : [];
      }),
  },
  {
    fault: 40,
    what: 'a second VirtualService for a host in the mesh',
    codes: ['PD0106'],
    sites: (objects) =>
      virtualServices(objects).flatMap(({ object }) =>
        inMesh(object)
          ? list(at(object, 'spec', 'hosts')).flatMap((host) => {
              const service = serviceOf(objects, host, namespaceOf(object));
              return service
                ? [
                    addition(
                      newVirtualService(
                        `${nameOf(service)}.${namespaceOf(service) || 'default'}.svc.cluster.local`,
                        namespaceOf(object),
                        String(host),
                      ),
                      ['VirtualService/a-second-one', idOf(object)],
                    ),
                  ]
                : [];
            })
          : [],
      ),
  },
  {
    fault: 41,
    what: 'a subset in a second DestinationRule',
    codes: ['PD0107'],
    sites: (objects) =>
      destinationRules(objects).flatMap(({ object }) =>
        list(at(object, 'spec', 'subsets')).map((subset) =>
          addition(
            {
              ...object,
              metadata: { ...fieldsOf(object.metadata), name: 'a-second-one' },
              spec: { host: object.spec.host, subsets: [{ ...fieldsOf(subset), trafficPolicy: { loadBalancer: { simple: 'RANDOM' } } }] },
            },
            ['DestinationRule/a-second-one', idOf(object)],
          ),
        ),
      ),
  },
  {
    fault: 50,
    what: 'a duration without a unit',
    codes: ['PD0117'],
    sites: (objects) =>
      [...virtualServices(objects), ...destinationRules(objects), ...canaries(objects).filter(({ object }) => isIstio(object))].flatMap(
        ({ object, index }) =>
          search(
            object,
            index,
            (key, value, path) => durations.includes(String(key)) && typeof value === 'string' && !path.includes('analysis'),
          ).map((found) => replace(found, '10')),
      ),
  },
  {
    fault: 50,
    what: 'a timeout without a unit on a rule that had none',
    codes: ['PD0117'],
    sites: (objects) =>
      virtualServices(objects).flatMap(({ object, index }) =>
        list(at(object, 'spec', 'http')).map((_, at_) =>
          replace({ object, index, path: ['spec', 'http', at_, 'timeout'], value: object }, '10'),
        ),
      ),
  },
  {
    fault: 51,
    what: 'a look-ahead',
    codes: ['PD0116'],
    sites: (objects) =>
      [...virtualServices(objects), ...canaries(objects), ...rollouts(objects)].flatMap(({ object, index }) =>
        search(object, index, (key, value) => key === 'regex' && typeof value === 'string').map((found) =>
          replace(found, `^(?!${String(found.value).replace(/^\^/, '')})`),
        ),
      ),
  },
  {
    fault: 51,
    what: 'a look-ahead in an HTTPRoute',
    codes: ['PD0116'],
    sites: (objects) =>
      ofKind(objects, 'HTTPRoute').flatMap(({ object, index }) =>
        search(object, index, (key, value) => key === 'type' && value === 'RegularExpression').map((found) =>
          replace({ ...found, path: [...found.path.slice(0, -1), 'value'] }, '(?=a)b'),
        ),
      ),
  },
  {
    fault: 51,
    what: 'a match by a look-behind',
    codes: ['PD0116'],
    sites: (objects) =>
      virtualServices(objects).flatMap(({ object, index }) =>
        list(at(object, 'spec', 'http')).flatMap((rule, at_) =>
          list(rule.match).map((_, one) =>
            replace(
              { object, index, path: ['spec', 'http', at_, 'match', one, 'headers'], value: object },
              { 'x-a': { regex: '(?<=a)b' } },
            ),
          ),
        ),
      ),
  },
  {
    fault: 52,
    what: 'attempts of 0',
    codes: ['PD0115'],
    sites: (objects): Site[] => [
      ...virtualServices(objects).flatMap(({ object, index }) =>
        list(at(object, 'spec', 'http')).flatMap((rule, at_) =>
          rule.route
            ? [replace({ object, index, path: ['spec', 'http', at_, 'retries'], value: object }, { attempts: 0, retryOn: '5xx' })]
            : [],
        ),
      ),
      ...canaries(objects).flatMap(({ object, index }) =>
        isIstio(object)
          ? [
              replace(
                { object, index, path: ['spec', 'service', 'retries'], value: object },
                { attempts: 0, perTryTimeout: '1s', retryOn: '5xx' },
              ),
            ]
          : [],
      ),
    ],
  },
  {
    fault: 2,
    what: 'the shared Service selects one version',
    codes: ['PD0201'],
    sites: (objects) =>
      ofKind(objects, 'Service', '').flatMap(({ object, index }) => {
        const versions = rulesFor(objects, object).flatMap((rule) =>
          list(at(rule.object, 'spec', 'subsets')).map((subset) => subset.labels),
        );
        const pods = podsOf(objects, object);
        const telling = versions.filter(
          (labels) =>
            fields(labels).length > 0 && pods.some((pod) => has(labelsIn(pod), labels)) && pods.some((pod) => !has(labelsIn(pod), labels)),
        );
        return telling.length > 1
          ? telling.map((labels) =>
              change(object, index, `selects ${JSON.stringify(labels)}`, ({ spec }) => Object.assign(spec.selector, labels)),
            )
          : [];
      }),
  },
  {
    fault: 3,
    what: 'a subset label that no pod has',
    codes: ['PD0202'],
    sites: (objects) =>
      destinationRules(objects).flatMap(({ object, index }) => {
        const service = serviceOf(objects, at(object, 'spec', 'host'), namespaceOf(object));
        if (!service || podsOf(objects, service).length === 0) return [];
        return list(at(object, 'spec', 'subsets')).flatMap((subset, at_) =>
          podsOf(objects, service).some((pod) => has(labelsIn(pod), subset.labels))
            ? fields(subset.labels).map(([key, value]) =>
                replace({ object, index, path: ['spec', 'subsets', at_, 'labels', key], value }, `${value}x`),
              )
            : [],
        );
      }),
  },
];

const labelsIn = (maker: Loose): Record<string, unknown> => Object.fromEntries(fields(at(maker, 'spec', 'template', 'metadata', 'labels')));
const fieldsOf = (value: Loose): Record<string, unknown> => ({ ...(value as Record<string, unknown>) });

/** Whether the rule of a destination is for callers in the mesh only. */
function onlyMesh(rule: Loose, path: readonly (string | number)[]): boolean {
  const matches = list(at(rule, 'spec', path[1] as string, path[2] as number, 'match'));
  return matches.length > 0 && matches.every(({ gateways }) => gateways && list(gateways).every((name) => text(name) === 'mesh'));
}

export { ISTIO, managedBy };

import type { Loose } from '../helper';
import {
  at,
  change,
  type Found,
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
import { find, ISTIO, rollouts } from './world';

const canary = (rollout: Loose): Loose => at(rollout, 'spec', 'strategy', 'canary');
const CANARY = ['spec', 'strategy', 'canary'] as const;
const routing = (rollout: Loose, ...path: string[]): Loose => at(canary(rollout), 'trafficRouting', ...path);
const steps = ({ object, index }: { object: Loose; index: number }): Found[] =>
  list(at(canary(object), 'steps')).map((value, at_) => ({ object, index, path: [...CANARY, 'steps', at_], value }));
const subsetRule = (objects: readonly Loose[], rollout: Loose): Loose | undefined =>
  objects.find(
    (each) =>
      each.kind === ('DestinationRule' as never) &&
      namespaceOf(each) === namespaceOf(rollout) &&
      nameOf(each) === text(routing(rollout, 'istio', 'destinationRule', 'name')),
  );
const templates = (objects: readonly Loose[]) => [...ofKind(objects, 'AnalysisTemplate'), ...ofKind(objects, 'ClusterAnalysisTemplate')];

/** The lists of templates that a Rollout names, each with the template of the files. */
function references(objects: readonly Loose[], rollout: { object: Loose; index: number }): (Found & { readonly template: Loose })[] {
  return search(rollout.object, rollout.index, (key, value) => key === 'templateName' && typeof value === 'string').flatMap((found) => {
    const cluster = at(found.object, ...found.path.slice(0, -1), 'clusterScope');
    const template = templates(objects).find(
      ({ object }) =>
        nameOf(object) === (found.value as unknown) &&
        (cluster
          ? object.kind === ('ClusterAnalysisTemplate' as never)
          : object.kind === ('AnalysisTemplate' as never) && namespaceOf(object) === namespaceOf(found.object)),
    )?.object;
    return template ? [{ ...found, template }] : [];
  });
}

/** The Istio virtual services of a Rollout, with the way to their entry. */
function managed(
  objects: readonly Loose[],
  rollout: Loose,
): { readonly path: (string | number)[]; readonly entry: Loose; readonly service: Loose }[] {
  const istio = routing(rollout, 'istio');
  const base = [...CANARY, 'trafficRouting', 'istio'];
  const entries: { path: (string | number)[]; entry: Loose }[] = istio?.virtualService
    ? [{ path: [...base, 'virtualService'], entry: istio.virtualService }]
    : list(istio?.virtualServices).map((entry, at_) => ({ path: [...base, 'virtualServices', at_], entry }));
  return entries.flatMap(({ path, entry }) => {
    const service = objects.find(
      (each) =>
        each.kind === ('VirtualService' as never) &&
        String(each.apiVersion).startsWith(ISTIO) &&
        nameOf(each) === text(entry.name) &&
        namespaceOf(each) === namespaceOf(rollout),
    );
    return service ? [{ path, entry, service }] : [];
  });
}

const servicesOf = (rollout: { object: Loose; index: number }): Found[] =>
  search(
    rollout.object,
    rollout.index,
    (key, value, path) =>
      /^(canary|stable|active|preview|ping|pong)Service$/.test(String(key)) && typeof value === 'string' && path[1] === 'strategy',
  );

const inline = (rollout: Loose, path: readonly (string | number)[]): boolean =>
  path.includes('steps') || path.includes('prePromotionAnalysis') || path.includes('postPromotionAnalysis') || rollout === undefined;

const metricsOf = (objects: readonly Loose[]) =>
  templates(objects).flatMap(({ object, index }) =>
    list(at(object, 'spec', 'metrics')).map((value, at_) => ({ object, index, path: ['spec', 'metrics', at_], value })),
  );

export const ARGO_MUTATIONS: readonly Mutation[] = [
  {
    fault: 9,
    what: 'a slip in a subset',
    codes: ['PD0401'],
    sites: (objects) =>
      rollouts(objects).flatMap(({ object, index }) =>
        subsetRule(objects, object)
          ? ['canarySubsetName', 'stableSubsetName'].map((name) =>
              replace({ object, index, path: [...CANARY, 'trafficRouting', 'istio', 'destinationRule', name], value: object }, 'subset-x'),
            )
          : [],
      ),
  },
  {
    fault: 9,
    what: 'a subset renamed',
    codes: ['PD0401', 'PD0101'],
    sites: (objects) =>
      rollouts(objects).flatMap(({ object }) => {
        const rule = subsetRule(objects, object);
        return rule
          ? list(at(rule, 'spec', 'subsets')).map((_, at_) =>
              replace({ object: rule, index: objects.indexOf(rule), path: ['spec', 'subsets', at_, 'name'], value: rule }, 'renamed', [
                idOf(object),
                idOf(rule),
              ]),
            )
          : [];
      }),
  },
  {
    fault: 10,
    what: 'a further subset',
    codes: ['PD0402'],
    sites: (objects) =>
      rollouts(objects).flatMap(({ object }) => {
        const rule = subsetRule(objects, object);
        return rule
          ? [
              change(
                rule,
                objects.indexOf(rule),
                'a third subset',
                ({ spec }) => spec.subsets.push({ name: 'third', labels: { version: 'v3' } } as never),
                [idOf(rule), idOf(object)],
              ),
            ]
          : [];
      }),
  },
  {
    fault: 11,
    what: 'a slip in a route',
    codes: ['PD0403'],
    sites: (objects) =>
      rollouts(objects).flatMap(({ object, index }) =>
        managed(objects, object).flatMap(({ path, entry }) =>
          list(entry.routes).map((name, at_) =>
            replace({ object, index, path: [...path, 'routes', at_], value: name }, slip(String(name))),
          ),
        ),
      ),
  },
  {
    fault: 12,
    what: 'routes left out of several',
    codes: ['PD0404'],
    sites: (objects) =>
      rollouts(objects).flatMap(({ object, index }) =>
        managed(objects, object).map(
          ({ path, service, entry }): Site => ({
            where: `${idOf(object)} ${path.join('.')} without routes`,
            about: [idOf(object), idOf(service)],
            apply: (all) => {
              delete at(all[index], ...path).routes;
              const { http } = (all[objects.indexOf(service)] as Loose).spec;
              if (http.length < 2) http.unshift({ match: [{ uri: { exact: '/x' } }], redirect: { uri: '/y' } } as never);
              if (entry.name === undefined) throw new Error('no name');
            },
          }),
        ),
      ),
  },
  {
    fault: 13,
    what: 'an argument left out',
    codes: ['PD0602'],
    sites: (objects) =>
      rollouts(objects).flatMap((rollout) =>
        references(objects, rollout).flatMap(({ path, template, object, index }) => {
          const single = path.at(-2) === 'analyses' || !path.includes('templates');
          const owner = single ? path.slice(0, -1) : path.slice(0, path.lastIndexOf('templates'));
          const needed = list(at(template, 'spec', 'args'))
            .filter((arg) => arg.value === undefined && arg.valueFrom === undefined)
            .map(({ name }) => name);
          return list(at(object, ...owner, 'args')).flatMap((arg, at_) =>
            needed.includes(arg.name as never)
              ? [
                  change(
                    object,
                    index,
                    `without the argument ${String(arg.name)} of ${owner.join('.')}`,
                    (copy) => at(copy, ...owner, 'args').splice(at_, 1),
                    [idOf(object), idOf(template)],
                  ),
                ]
              : [],
          );
        }),
      ),
  },
  {
    fault: 14,
    what: 'a slip in a template',
    codes: ['PD0601'],
    sites: (objects) =>
      rollouts(objects).flatMap((rollout) => references(objects, rollout).map((found) => replace(found, slip(String(found.value))))),
  },
  {
    fault: 15,
    what: 'a comparison of the whole result',
    codes: ['PD0603'],
    sites: (objects) =>
      metricsOf(objects).flatMap(({ object, index, path, value }) =>
        ['successCondition', 'failureCondition'].flatMap((name) =>
          at(value, 'provider', 'prometheus') && String(value[name]).includes('result[0]')
            ? [replace({ object, index, path: [...path, name], value }, String(value[name]).replaceAll('result[0]', 'result'))]
            : [],
        ),
      ),
  },
  {
    fault: 16,
    what: 'a count without an interval',
    codes: ['PD0604'],
    sites: (objects) =>
      metricsOf(objects).map(({ object, index, path }) =>
        change(object, index, `${path.join('.')} count 5`, (copy) => Object.assign(at(copy, ...path), { count: 5, interval: undefined })),
      ),
  },
  {
    fault: 17,
    what: 'a query that is none',
    codes: ['PD0605'],
    sites: (objects) =>
      [...templates(objects), ...ofKind(objects, 'MetricTemplate')].flatMap(({ object, index }) =>
        search(
          object,
          index,
          (key, value, path) =>
            key === 'query' &&
            typeof value === 'string' &&
            (path.includes('prometheus') || at(object, 'spec', 'provider', 'type') === ('prometheus' as never)),
        ).flatMap((found) => {
          const query = String(found.value).trim();
          const opened = query.includes('[') ? [replace(found, query.replace(']', ''))] : [];
          return [
            replace(found, `${query})`),
            replace(found, `sum(${query}`),
            replace(found, query.replace('{', '{a=b,')),
            ...opened,
          ].filter((site) => !site.where.includes(`= ${JSON.stringify(query)}`));
        }),
      ),
  },
  {
    fault: 18,
    what: 'an analysis in a step that never ends',
    codes: ['PD0607'],
    sites: (objects) =>
      rollouts(objects).flatMap((rollout) =>
        references(objects, rollout).flatMap(({ path, template, object }) =>
          inline(object, path) && !path.includes('experiment')
            ? list(at(template, 'spec', 'metrics')).map((_, at_) =>
                change(
                  template,
                  objects.indexOf(template),
                  `metrics[${at_}] without an end`,
                  (copy) =>
                    Object.assign(at(copy, 'spec', 'metrics', at_), {
                      interval: '1m',
                      count: undefined,
                      consecutiveSuccessLimit: undefined,
                    }),
                  [idOf(template), idOf(object)],
                ),
              )
            : [],
        ),
      ),
  },
  {
    fault: 19,
    what: 'a pause that is none',
    codes: ['PD0408'],
    sites: (objects) =>
      rollouts(objects).flatMap((rollout) =>
        steps(rollout).flatMap((step) =>
          at(step.value, 'pause', 'duration') === undefined
            ? []
            : ['10min', '1 h', 'abc'].map((value) => replace({ ...step, path: [...step.path, 'pause', 'duration'] }, value)),
        ),
      ),
  },
  {
    fault: 19,
    what: 'a weight of 120',
    codes: ['PD0408', 'PD0813'],
    sites: (objects) =>
      rollouts(objects).flatMap((rollout) =>
        routing(rollout.object, 'maxTrafficWeight')
          ? []
          : steps(rollout).flatMap((step) =>
              step.value.setWeight === undefined
                ? []
                : [120, -1].map((value) => replace({ ...step, path: [...step.path, 'setWeight'] }, value)),
            ),
      ),
  },
  {
    fault: 20,
    what: 'a step with two actions',
    codes: ['PD0409'],
    sites: (objects) =>
      rollouts(objects).flatMap((rollout) =>
        steps(rollout).map((step) =>
          change(step.object, step.index, `${step.path.join('.')} two actions`, (copy) =>
            Object.assign(at(copy, ...step.path), step.value.setWeight === undefined ? { setWeight: 10 } : { pause: {} }),
          ),
        ),
      ),
  },
  {
    fault: 21,
    what: 'a route that is not managed',
    codes: ['PD0410'],
    sites: (objects) =>
      rollouts(objects).flatMap((rollout) =>
        steps(rollout).flatMap((step) =>
          ['setHeaderRoute', 'setMirrorRoute'].flatMap((name) =>
            step.value[name] ? [replace({ ...step, path: [...step.path, name, 'name'] }, 'not-managed')] : [],
          ),
        ),
      ),
  },
  {
    fault: 21,
    what: 'no managed routes',
    codes: ['PD0410'],
    sites: (objects) =>
      rollouts(objects).flatMap(({ object, index }) =>
        routing(object, 'managedRoutes')
          ? [replace({ object, index, path: [...CANARY, 'trafficRouting', 'managedRoutes'], value: object }, undefined)]
          : [],
      ),
  },
  {
    fault: 22,
    what: 'one Service for both versions',
    codes: ['PD0405'],
    sites: (objects) =>
      rollouts(objects).flatMap((rollout) => {
        const found = servicesOf(rollout);
        return found.flatMap((one) =>
          found
            .filter((other) => other !== one && other.path.slice(0, -1).join() === one.path.slice(0, -1).join())
            .map((other) => replace(one, other.value)),
        );
      }),
  },
  {
    fault: 22,
    what: 'a Service that selects by what the pods do not have',
    codes: ['PD0406'],
    sites: (objects) =>
      rollouts(objects).flatMap((rollout) =>
        servicesOf(rollout).flatMap(({ value, object }) => {
          const service = find(objects, 'Service', namespaceOf(object), value);
          return service
            ? [
                replace(
                  { object: service, index: objects.indexOf(service), path: ['spec', 'selector', 'role'], value: service },
                  'canary',
                  [idOf(service), idOf(object)],
                ),
              ]
            : [];
        }),
      ),
  },
  {
    fault: 23,
    what: 'a slip in a Service',
    codes: ['PD0407'],
    sites: (objects) =>
      rollouts(objects).flatMap((rollout) =>
        servicesOf(rollout).flatMap((found) =>
          find(objects, 'Service', namespaceOf(found.object), found.value) ? [replace(found, slip(String(found.value)))] : [],
        ),
      ),
  },
  {
    fault: 23,
    what: 'a Service or VirtualService dropped',
    codes: ['PD0407'],
    sites: (objects) =>
      rollouts(objects).flatMap((rollout) =>
        [
          ...servicesOf(rollout).flatMap(({ value, object }) => find(objects, 'Service', namespaceOf(object), value) ?? []),
          ...managed(objects, rollout.object).map(({ service }) => service),
        ].map((dropped) => ({
          where: `without ${idOf(dropped)}`,
          about: [idOf(rollout.object)],
          apply: (all: Loose[]) => void all.splice(objects.indexOf(dropped), 1),
        })),
      ),
  },
  {
    fault: 27,
    what: 'an autoscaler of the Deployment that a Rollout took over',
    codes: ['PD0411'],
    sites: (objects) =>
      rollouts(objects).flatMap(({ object }) => {
        const name = at(object, 'spec', 'workloadRef', 'name');
        const deployment = name && find(objects, 'Deployment', namespaceOf(object), name);
        if (!deployment) return [];
        const autoscaler = {
          apiVersion: 'autoscaling/v2',
          kind: 'HorizontalPodAutoscaler',
          metadata: { name: 'of-the-deployment', namespace: namespaceOf(object) || undefined },
          spec: { scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name }, minReplicas: 2, maxReplicas: 4 },
        };
        return [
          {
            where: 'an autoscaler of the Deployment',
            about: [idOf(deployment), idOf(object), 'HorizontalPodAutoscaler/of-the-deployment'],
            apply: (all: Loose[]) => void all.push(autoscaler as never),
          },
        ];
      }),
  },
];

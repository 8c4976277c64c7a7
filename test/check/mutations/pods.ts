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
} from './site';
import { canaries, find, isIstio, makers, podLabels, podsOf, rollouts } from './world';

const templated = (objects: readonly Loose[]) =>
  makers(objects).filter(({ object }) => at(object, 'spec', 'template', 'spec', 'containers') !== undefined);
const scaledNames = (objects: readonly Loose[]): string[] =>
  ofKind(objects, 'HorizontalPodAutoscaler').map(
    ({ object }) =>
      `${at(object, 'spec', 'scaleTargetRef', 'kind')}/${namespaceOf(object)}/${at(object, 'spec', 'scaleTargetRef', 'name')}`,
  );
const matchLabels = (maker: Loose): Record<string, unknown> => Object.fromEntries(fields(at(maker, 'spec', 'selector', 'matchLabels')));
const targetOf = (objects: readonly Loose[], autoscaler: Loose): Loose | undefined =>
  find(
    objects,
    String(at(autoscaler, 'spec', 'scaleTargetRef', 'kind')),
    namespaceOf(autoscaler),
    at(autoscaler, 'spec', 'scaleTargetRef', 'name'),
  );

export const POD_MUTATIONS: readonly Mutation[] = [
  {
    fault: 34,
    what: 'a target port that no container has',
    codes: ['PD0203'],
    sites: (objects) =>
      ofKind(objects, 'Service', '').flatMap(({ object, index }) => {
        const pods = podsOf(objects, object);
        const told =
          pods.length > 0 &&
          pods.every((pod) => list(at(pod, 'spec', 'template', 'spec', 'containers')).some(({ ports }) => list(ports).length > 0));
        if (!told) return [];
        return list(at(object, 'spec', 'ports')).flatMap((_, at_) =>
          [65000, 'no-such-port'].map((port) =>
            replace({ object, index, path: ['spec', 'ports', at_, 'targetPort'], value: object }, port),
          ),
        );
      }),
  },
  {
    fault: 34,
    what: 'a target port of a Canary that no container has',
    codes: ['PD0203'],
    sites: (objects) =>
      canaries(objects).flatMap(({ object, index }) =>
        at(object, 'spec', 'targetRef', 'kind') === ('Deployment' as never) &&
        find(objects, 'Deployment', namespaceOf(object), at(object, 'spec', 'targetRef', 'name'))
          ? [replace({ object, index, path: ['spec', 'service', 'targetPort'], value: object }, 65000)]
          : [],
      ),
  },
  {
    fault: 42,
    what: 'no surge and none unavailable',
    codes: ['PD0206', 'PD0814'],
    sites: (objects): Site[] => [
      ...ofKind(objects, 'Deployment').flatMap(({ object, index }) =>
        at(object, 'spec', 'strategy', 'type') === ('Recreate' as never)
          ? []
          : [
              [0, 0],
              ['0%', 0],
            ].map(([maxSurge, maxUnavailable]) =>
              replace(
                { object, index, path: ['spec', 'strategy'], value: object },
                { type: 'RollingUpdate', rollingUpdate: { maxSurge, maxUnavailable } },
              ),
            ),
      ),
      ...rollouts(objects).flatMap(({ object, index }) =>
        at(object, 'spec', 'strategy', 'canary')
          ? [change(object, index, 'no surge', ({ spec }) => Object.assign(spec.strategy.canary, { maxSurge: 0, maxUnavailable: '0%' }))]
          : [],
      ),
    ],
  },
  {
    fault: 43,
    what: 'a budget of all pods',
    codes: ['PD0701'],
    sites: (objects) =>
      ofKind(objects, 'PodDisruptionBudget').flatMap(({ object, index }) => {
        const covered = makers(objects).some(
          (maker) =>
            namespaceOf(maker.object) === namespaceOf(object) &&
            covers(object, podLabels(maker.object)) &&
            at(maker.object, 'spec', 'replicas') !== (0 as never),
        );
        return covered
          ? [{ minAvailable: '100%' }, { maxUnavailable: 0 }].map((bound) =>
              change(object, index, JSON.stringify(bound), ({ spec }) =>
                Object.assign(spec, { minAvailable: undefined, maxUnavailable: undefined }, bound),
              ),
            )
          : [];
      }),
  },
  {
    fault: 43,
    what: 'a budget of as many as there are',
    codes: ['PD0701'],
    sites: (objects) =>
      templated(objects).flatMap(({ object }) => {
        const replicas = Number(at(object, 'spec', 'replicas'));
        const scaled = scaledNames(objects).includes(`${object.kind}/${namespaceOf(object)}/${nameOf(object)}`);
        const target = canaries(objects).some((canary) => at(canary.object, 'spec', 'targetRef', 'name') === (nameOf(object) as never));
        if (!(replicas > 1) || scaled || target || object.kind === ('DaemonSet' as never)) return [];
        const labels = matchLabels(object);
        const alone =
          makers(objects).filter(
            (other) =>
              namespaceOf(other.object) === namespaceOf(object) &&
              covers({ spec: { selector: { matchLabels: labels } } } as never, podLabels(other.object)),
          ).length === 1;
        return alone && Object.keys(labels).length > 0
          ? [
              addition({
                apiVersion: 'policy/v1',
                kind: 'PodDisruptionBudget',
                metadata: { name: 'all-of-them', namespace: namespaceOf(object) || undefined },
                spec: { minAvailable: replicas, selector: { matchLabels: labels } },
              }),
            ]
          : [];
      }),
  },
  {
    fault: 44,
    what: 'replicas beside an autoscaler',
    codes: ['PD0702'],
    sites: (objects) =>
      ofKind(objects, 'HorizontalPodAutoscaler').flatMap(({ object }) => {
        const target = targetOf(objects, object);
        if (target === undefined || !['Deployment', 'StatefulSet', 'Rollout'].includes(String(target.kind))) return [];
        const index = objects.indexOf(target);
        return [replace({ object: target, index, path: ['spec', 'replicas'], value: target }, 3, [idOf(target), idOf(object)])];
      }),
  },
  {
    fault: 45,
    what: 'an autoscaler of a name with a slip',
    codes: ['PD0703', 'PD0411'],
    sites: (objects) =>
      ofKind(objects, 'HorizontalPodAutoscaler').flatMap(({ object, index }) =>
        targetOf(objects, object)
          ? [
              replace(
                { object, index, path: ['spec', 'scaleTargetRef', 'name'], value: object },
                slip(String(at(object, 'spec', 'scaleTargetRef', 'name'))),
              ),
            ]
          : [],
      ),
  },
  {
    fault: 45,
    what: 'an autoscaler of another kind',
    codes: ['PD0703'],
    sites: (objects) =>
      ofKind(objects, 'HorizontalPodAutoscaler').flatMap(({ object, index }) =>
        ['Deployment', 'Rollout', 'StatefulSet'].includes(String(targetOf(objects, object)?.kind))
          ? [
              change(object, index, 'of a ReplicationController', ({ spec }) =>
                Object.assign(
                  spec.scaleTargetRef,
                  spec.scaleTargetRef.kind === ('StatefulSet' as never)
                    ? { apiVersion: 'apps/v1', kind: 'Deployment' }
                    : { apiVersion: 'apps/v1', kind: 'StatefulSet' },
                ),
              ),
            ]
          : [],
      ),
  },
  {
    fault: 46,
    what: 'a selector that the template does not fulfil',
    codes: ['PD0204', 'PD0814'],
    sites: (objects) =>
      templated(objects).flatMap(({ object, index }) =>
        fields(at(object, 'spec', 'selector', 'matchLabels')).map(([key, value]) =>
          replace({ object, index, path: ['spec', 'selector', 'matchLabels', key], value }, `${value}x`),
        ),
      ),
  },
  {
    fault: 47,
    what: 'selectors that do not tell two versions apart',
    codes: ['PD0205'],
    sites: (objects) =>
      templated(objects).flatMap(({ object, index }) => {
        const own = matchLabels(object);
        return templated(objects).flatMap((other) => {
          if (
            other.object === object ||
            other.object.kind !== object.kind ||
            namespaceOf(other.object) !== namespaceOf(object) ||
            object.kind === ('Rollout' as never)
          )
            return [];
          const telling = Object.keys(own).filter((key) => podLabels(other.object)[key] !== own[key]);
          if (telling.length !== 1 || Object.keys(own).length < 2) return [];
          return [
            change(
              object,
              index,
              `without ${telling[0]}, like ${nameOf(other.object)}`,
              ({ spec }) => delete spec.selector.matchLabels[telling[0] as string],
              [idOf(object), idOf(other.object)],
            ),
          ];
        });
      }),
  },
  {
    fault: 48,
    what: 'a label value that is none',
    codes: ['PD0801'],
    sites: (objects) =>
      objects.flatMap((object, index) =>
        search(
          object,
          index,
          (_, value, path) => typeof value === 'string' && path.at(-2) === 'labels' && path.at(-3) === 'metadata',
        ).flatMap((found) => ['1.2.3+b5', 'v'.repeat(64), '-x'].map((value) => replace(found, value))),
      ),
  },
  {
    fault: 49,
    what: 'a number or a boolean where text belongs',
    codes: ['PD0802', 'PD0812'],
    sites: (objects) =>
      objects.flatMap((object, index) =>
        search(
          object,
          index,
          (key, value, path) =>
            typeof value === 'string' &&
            ((['labels', 'matchLabels', 'annotations', 'nodeSelector'].includes(String(path.at(-2))) && path.at(-3) !== 'properties') ||
              (key === 'value' && path.at(-3) === 'env')),
        ).flatMap((found) => [2, true].map((value) => replace(found, value))),
      ),
  },
  {
    fault: 53,
    what: 'a server without tls',
    codes: ['PD0501', 'PD0814', 'PD0811'],
    sites: (objects) =>
      ofKind(objects, 'Gateway').flatMap(({ object, index }) =>
        search(
          object,
          index,
          (key, _, path) => key === 'tls' && ['servers', 'listeners'].includes(String(path.at(-3))) && needsTls(object, path),
        ).map((found) => replace(found, undefined)),
      ),
  },
  {
    fault: 53,
    what: 'a secret that is not there',
    codes: ['PD0502'],
    sites: (objects) =>
      ofKind(objects, 'Gateway').flatMap(({ object, index }) =>
        search(
          object,
          index,
          (key, value) =>
            key === 'credentialName' &&
            objects.some(
              (secret) =>
                (secret.kind === ('Secret' as never) && nameOf(secret) === value) ||
                (secret.kind === ('Certificate' as never) && at(secret, 'spec', 'secretName') === value),
            ),
        ).map((found) => replace(found, slip(String(found.value)))),
      ),
  },
  {
    fault: 54,
    what: 'a prefix before the names',
    codes: ['PD0110', 'PD0123', 'PD0312', 'PD0407', 'PD0111', 'PD0202', 'PD0401', 'PD0106'],
    sites: (objects) => {
      const routed =
        objects.some((object) => ['Service', 'Deployment'].includes(String(object.kind))) &&
        [...ofKind(objects, 'VirtualService'), ...ofKind(objects, 'DestinationRule')].some(
          ({ object, index }) =>
            search(
              object,
              index,
              (key, value) =>
                key === 'host' &&
                ofKind(objects, 'Service', '').some((service) =>
                  [nameOf(service.object), `${nameOf(service.object)}.${namespaceOf(service.object)}.svc.cluster.local`].includes(
                    String(value),
                  ),
                ),
            ).length > 0,
        );
      const released = canaries(objects).some(
        ({ object }) => isIstio(object) && find(objects, 'Deployment', namespaceOf(object), at(object, 'spec', 'targetRef', 'name')),
      );
      return routed || released ? [{ where: 'namePrefix', apply: (all) => all.forEach(renamed) }] : [];
    },
  },
];

const needsTls = (gateway: Loose, path: readonly (string | number)[]): boolean => {
  const server = at(gateway, ...path.slice(0, -1));
  return ['HTTPS', 'TLS'].includes(String(at(server, 'port', 'protocol') ?? server.protocol));
};

/** As kustomize does it: autoscalers follow, hosts and Canaries do not. */
function renamed(object: Loose): void {
  object.metadata.name = `stage-${nameOf(object)}` as never;
  if (object.kind === ('HorizontalPodAutoscaler' as never))
    object.spec.scaleTargetRef.name = `stage-${object.spec.scaleTargetRef.name}` as never;
}

const covers = (budget: Loose, labels: Record<string, string>): boolean =>
  fields(at(budget, 'spec', 'selector', 'matchLabels')).length > 0 &&
  fields(at(budget, 'spec', 'selector', 'matchLabels')).every(([key, value]) => labels[key] === (value as unknown));

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
import { canaries, find, ISTIO, isIstio } from './world';

const apexOf = (canary: Loose): string => String(at(canary, 'spec', 'service', 'name') ?? at(canary, 'spec', 'targetRef', 'name'));
const target = (objects: readonly Loose[], canary: Loose): Loose | undefined =>
  find(objects, 'Deployment', namespaceOf(canary), at(canary, 'spec', 'targetRef', 'name'));
const analysis = ({ object, index }: { object: Loose; index: number }, what: string, values: object): Site =>
  change(object, index, what, ({ spec }) => Object.assign(spec.analysis, values));
const weighted = ({ object }: { object: Loose }): boolean => Number(at(object, 'spec', 'analysis', 'stepWeight')) > 0;
const inMesh = (canary: Loose): boolean =>
  ['istio', 'linkerd', 'kuma', 'osm', 'undefined'].includes(String(at(canary, 'spec', 'provider'))) &&
  at(canary, 'spec', 'service', 'gateways') === undefined &&
  at(canary, 'spec', 'service', 'delegation') === undefined;

function ownedBy(canary: Loose): Loose[] {
  const metadata = (name: string) => ({ name, ...(namespaceOf(canary) && { namespace: namespaceOf(canary) }) });
  const apex = apexOf(canary);
  const workload = String(at(canary, 'spec', 'targetRef', 'name'));
  const service = (name: string) => ({
    apiVersion: 'v1',
    kind: 'Service',
    metadata: metadata(name),
    spec: { selector: { app: workload }, ports: [{ name: 'http', port: 80 }] },
  });
  const rule = (name: string) => ({ apiVersion: `${ISTIO}/v1`, kind: 'DestinationRule', metadata: metadata(name), spec: { host: name } });
  const deployment = {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: metadata(`${workload}-primary`),
    spec: {
      selector: { matchLabels: { app: `${workload}-primary` } },
      template: { metadata: { labels: { app: `${workload}-primary` } }, spec: { containers: [{ name: 'app', image: 'app:1' }] } },
    },
  };
  const virtual = {
    apiVersion: `${ISTIO}/v1`,
    kind: 'VirtualService',
    metadata: metadata(apex),
    spec: { hosts: [apex], http: [{ route: [{ destination: { host: apex } }] }] },
  };
  const core = [service(apex), service(`${apex}-primary`), service(`${apex}-canary`), deployment];
  return (isIstio(canary) ? [...core, rule(`${apex}-primary`), rule(`${apex}-canary`), virtual] : core) as unknown as Loose[];
}

export const FLAGGER_MUTATIONS: readonly Mutation[] = [
  {
    fault: 8,
    what: 'an object that Flagger owns',
    codes: ['PD0301'],
    sites: (objects) =>
      canaries(objects).flatMap(({ object }) =>
        at(object, 'spec', 'provider') === ('knative' as never)
          ? []
          : ownedBy(object)
              .filter((owned) => find(objects, String(owned.kind), namespaceOf(owned), nameOf(owned)) === undefined)
              .map((owned) => addition(owned)),
      ),
  },
  {
    fault: 24,
    what: 'a label that Flagger does not go by',
    codes: ['PD0302'],
    sites: (objects) =>
      canaries(objects).flatMap(({ object }) => {
        const deployment = target(objects, object);
        if (!deployment) return [];
        const labels = { service: nameOf(deployment) };
        return [
          change(
            deployment,
            objects.indexOf(deployment),
            'labels',
            ({ spec }) => {
              spec.selector = { matchLabels: labels } as never;
              spec.template.metadata.labels = labels as never;
            },
            [idOf(deployment), idOf(object)],
          ),
        ];
      }),
  },
  {
    fault: 25,
    what: 'a budget or policy for the target only',
    codes: ['PD0304'],
    sites: (objects) =>
      canaries(objects).flatMap(({ object }) => {
        const deployment = target(objects, object);
        if (!deployment) return [];
        const selector = { matchLabels: at(deployment, 'spec', 'selector', 'matchLabels') };
        const metadata = { name: 'protects-half', namespace: namespaceOf(object) || undefined };
        const covered = ['PodDisruptionBudget', 'NetworkPolicy'].map((kind) =>
          ofKind(objects, kind).some((each) => namespaceOf(each.object) === namespaceOf(object)),
        );
        return [
          ...(covered[0]
            ? []
            : [addition({ apiVersion: 'policy/v1', kind: 'PodDisruptionBudget', metadata, spec: { maxUnavailable: 1, selector } })]),
          ...(covered[1]
            ? []
            : [
                addition({
                  apiVersion: 'networking.k8s.io/v1',
                  kind: 'NetworkPolicy',
                  metadata,
                  spec: { podSelector: selector, ingress: [{}] },
                }),
              ]),
        ];
      }),
  },
  {
    fault: 26,
    what: 'no autoscalerRef',
    codes: ['PD0305'],
    sites: (objects) =>
      canaries(objects).flatMap(({ object, index }) => {
        const name = at(object, 'spec', 'autoscalerRef', 'name');
        const scaler = name && find(objects, String(at(object, 'spec', 'autoscalerRef', 'kind')), namespaceOf(object), name);
        return scaler
          ? [replace({ object, index, path: ['spec', 'autoscalerRef'], value: object }, undefined, [idOf(object), idOf(scaler)])]
          : [];
      }),
  },
  {
    fault: 28,
    what: 'a step above the maximum',
    codes: ['PD0306'],
    sites: (objects) =>
      canaries(objects)
        .filter(weighted)
        .map((each) => analysis(each, 'stepWeight 60, maxWeight 50', { stepWeight: 60, maxWeight: 50, stepWeights: undefined })),
  },
  {
    fault: 28,
    what: 'weights that fall',
    codes: ['PD0306'],
    sites: (objects) =>
      canaries(objects)
        .filter((each) => weighted(each) || at(each.object, 'spec', 'analysis', 'stepWeights'))
        .map((each) => analysis(each, 'stepWeights fall', { stepWeight: undefined, maxWeight: undefined, stepWeights: [10, 40, 20, 60] })),
  },
  {
    fault: 29,
    what: 'an interval that is none',
    codes: ['PD0307', 'PD0813'],
    sites: (objects) =>
      canaries(objects).flatMap(({ object, index }) =>
        search(object, index, (key, value, path) => key === 'interval' && typeof value === 'string' && path.includes('analysis')).flatMap(
          (found) => ['1h', '20', '1m30'].map((value) => replace(found, value)),
        ),
      ),
  },
  {
    fault: 30,
    what: 'steps and iterations',
    codes: ['PD0308', 'PD0814', 'PD0813'],
    sites: (objects) =>
      canaries(objects).map((each) =>
        weighted(each)
          ? analysis(each, 'iterations too', { iterations: 10 })
          : analysis(each, 'stepWeight too', { stepWeight: 10, maxWeight: 50, iterations: 5 }),
      ),
  },
  {
    fault: 31,
    what: 'a slip in a template',
    codes: ['PD0309'],
    sites: (objects) =>
      canaries(objects).flatMap(({ object, index }) =>
        list(at(object, 'spec', 'analysis', 'metrics')).flatMap((metric, at_) => {
          const name = at(metric, 'templateRef', 'name');
          return name && find(objects, 'MetricTemplate', String(at(metric, 'templateRef', 'namespace') ?? namespaceOf(object)), name)
            ? [
                replace(
                  { object, index, path: ['spec', 'analysis', 'metrics', at_, 'templateRef', 'name'], value: object },
                  slip(String(name)),
                ),
              ]
            : [];
        }),
      ),
  },
  {
    fault: 31,
    what: 'bounds swapped',
    codes: ['PD0310'],
    sites: (objects) =>
      canaries(objects).flatMap(({ object, index }) =>
        list(at(object, 'spec', 'analysis', 'metrics')).flatMap((metric, at_): Site[] => {
          const path = ['spec', 'analysis', 'metrics', at_, 'thresholdRange'];
          const { min, max } = (metric.thresholdRange ?? {}) as { min?: unknown; max?: unknown };
          if (min !== undefined && max !== undefined) return [replace({ object, index, path, value: object }, { min: max, max: min })];
          if (metric.name === ('request-success-rate' as never)) return [replace({ object, index, path, value: object }, { max: min })];
          return metric.name === ('request-duration' as never) ? [replace({ object, index, path, value: object }, { min: max })] : [];
        }),
      ),
  },
  {
    fault: 32,
    what: 'no load test',
    codes: ['PD0311'],
    sites: (objects) =>
      canaries(objects).flatMap(({ object, index }) =>
        inMesh(object) &&
        list(at(object, 'spec', 'analysis', 'webhooks')).some(({ type }) => type === ('rollout' as never)) &&
        !calledFromFiles(objects, object)
          ? [replace({ object, index, path: ['spec', 'analysis', 'webhooks'], value: object }, [])]
          : [],
      ),
  },
  {
    fault: 33,
    what: 'the port of a Canary is named web',
    codes: ['PD0120'],
    sites: (objects) =>
      canaries(objects).flatMap(({ object, index }) =>
        isIstio(object)
          ? [change(object, index, 'portName web', ({ spec }) => Object.assign(spec.service, { portName: 'web', appProtocol: undefined }))]
          : [],
      ),
  },
];

/** Whether a workload of the files is told the name of the Canary's Service: then there may be traffic. */
const calledFromFiles = (objects: readonly Loose[], canary: Loose): boolean =>
  objects.some(
    (object) =>
      fields(at(object, 'spec', 'template')).length > 0 &&
      JSON.stringify(object.spec.template).includes(apexOf(canary)) &&
      nameOf(object) !== String(at(canary, 'spec', 'targetRef', 'name')),
  );

import { identityOf, type ObjectId } from '../manifest/manifest';
import { entriesAt, has, listAt, numberAt, textAt } from './loose';
import type { ObjectIndex, Owner } from './model';
import { DEFAULT_NAMESPACE, namespaceOf } from './objects';
import type { SourcedManifest } from './sourced';

type Claim = readonly [id: ObjectId, owner: Owner];

/** Who writes which objects besides their authors, as a look-up. */
export function ownersOf(objects: ObjectIndex): (id: ObjectId) => readonly Owner[] {
  const claims = [
    ...objects.ofKind('flagger.app', 'Canary').flatMap(flaggerClaims),
    ...objects.ofKind('argoproj.io', 'Rollout').flatMap(argoClaims),
    ...objects.ofKind('autoscaling', 'HorizontalPodAutoscaler').flatMap(autoscalerClaims),
  ];
  const owners = new Map<string, Owner[]>();
  for (const [id, owner] of claims) {
    const known = owners.get(keyOf(id));
    if (known) known.push(owner);
    else owners.set(keyOf(id), [owner]);
  }
  return (id) => owners.get(keyOf(id)) ?? [];
}

function keyOf({ group, kind, namespace, name }: ObjectId): string {
  return `${group}/${kind}/${namespace || DEFAULT_NAMESPACE}/${name}`;
}

/** Flagger makes Services, VirtualService and DestinationRules (or an HTTPRoute), and scales the target. */
function flaggerClaims(canary: SourcedManifest): Claim[] {
  const { manifest } = canary;
  const namespace = namespaceOf(canary);
  const target = textAt(manifest, 'spec', 'targetRef', 'name') ?? '';
  const kind = textAt(manifest, 'spec', 'targetRef', 'kind') ?? 'Deployment';
  const apex = textAt(manifest, 'spec', 'service', 'name') || target;
  const provider = textAt(manifest, 'spec', 'provider') ?? 'istio';
  const owner = (fields: Owner['fields']): Owner => ({ controller: 'flagger', by: identityOf(manifest), fields });
  const claim = (group: string, of: string, name: string, fields: Owner['fields'] = 'all'): Claim => [
    { group, kind: of, namespace, name },
    owner(fields),
  ];
  const routing = provider.startsWith('gatewayapi')
    ? [claim('gateway.networking.k8s.io', 'HTTPRoute', apex)]
    : provider === 'istio'
      ? [
          claim('networking.istio.io', 'VirtualService', apex),
          ...['primary', 'canary'].map((role) => claim('networking.istio.io', 'DestinationRule', `${apex}-${role}`)),
        ]
      : [];
  const scaler = textAt(manifest, 'spec', 'autoscalerRef', 'name');
  return [
    ...['', '-primary', '-canary'].map((suffix) => claim('', 'Service', apex + suffix)),
    ...(kind === 'Service'
      ? [claim('serving.knative.dev', kind, target, ['spec.traffic'])]
      : [claim('apps', kind, `${target}-primary`), claim('apps', kind, target, ['spec.replicas'])]),
    ...(scaler ? [claim('autoscaling', 'HorizontalPodAutoscaler', `${scaler}-primary`)] : []),
    ...routing,
  ];
}

/** Argo Rollouts writes the selectors of its Services, the weights of its routes, and the labels of its subsets. */
function argoClaims(rollout: SourcedManifest): Claim[] {
  const { manifest } = rollout;
  const namespace = namespaceOf(rollout);
  const strategy = ['spec', 'strategy'];
  const claim = (group: string, kind: string, name: string, fields: readonly string[]): Claim => {
    const [inNamespace, short] = name.includes('/') ? (name.split('/', 2) as [string, string]) : [namespace, name];
    return [
      { group, kind, namespace: inNamespace, name: short },
      { controller: 'argo-rollouts', by: identityOf(manifest), fields },
    ];
  };
  const services = [
    ...['stableService', 'canaryService'].map((field) => textAt(manifest, ...strategy, 'canary', field)),
    ...['pingService', 'pongService'].map((field) => textAt(manifest, ...strategy, 'canary', 'pingPong', field)),
    ...['activeService', 'previewService'].map((field) => textAt(manifest, ...strategy, 'blueGreen', field)),
  ];
  const istio = [...strategy, 'canary', 'trafficRouting', 'istio'];
  const routes = [
    ...(has(manifest, ...istio, 'virtualService') ? [textAt(manifest, ...istio, 'virtualService', 'name')] : []),
    ...listAt(manifest, ...istio, 'virtualServices').map((one) => textAt(one, 'name')),
  ];
  const rule = textAt(manifest, ...istio, 'destinationRule', 'name');
  const reference = textAt(manifest, 'spec', 'workloadRef', 'name');
  return [
    ...services.flatMap((name) => (name ? [claim('', 'Service', name, ['spec.selector.rollouts-pod-template-hash'])] : [])),
    ...routes.flatMap((name) => (name ? [claim('networking.istio.io', 'VirtualService', name, ['spec.http'])] : [])),
    ...(rule ? [claim('networking.istio.io', 'DestinationRule', rule, ['spec.subsets'])] : []),
    ...gatewayRoutes(manifest).map(({ kind, name }) => claim('gateway.networking.k8s.io', kind, name, ['spec.rules'])),
    ...(reference ? [claim('apps', textAt(manifest, 'spec', 'workloadRef', 'kind') ?? 'Deployment', reference, ['spec.replicas'])] : []),
  ];
}

/** The routes that the Gateway API plugin writes; see https://rollouts-plugin-trafficrouter-gatewayapi.readthedocs.io/en/latest/ */
function gatewayRoutes(rollout: unknown): { kind: string; name: string }[] {
  const plugins = entriesAt(rollout, 'spec', 'strategy', 'canary', 'trafficRouting', 'plugins');
  return plugins
    .filter(([name]) => name.endsWith('/gatewayAPI'))
    .flatMap(([, config]) =>
      ROUTE_KINDS.flatMap(([kind, field]) =>
        [textAt(config, field), ...listAt(config, `${field}s`).map((one) => textAt(one, 'name'))].flatMap((name) =>
          name ? [{ kind, name: `${textAt(config, 'namespace') ?? ''}/${name}`.replace(/^\//, '') }] : [],
        ),
      ),
    );
}

const ROUTE_KINDS = [
  ['HTTPRoute', 'httpRoute'],
  ['GRPCRoute', 'grpcRoute'],
] as const;

function autoscalerClaims(scaler: SourcedManifest): Claim[] {
  const { manifest } = scaler;
  const target = ['spec', 'scaleTargetRef'];
  const group = (textAt(manifest, ...target, 'apiVersion') ?? '').split('/')[0] ?? '';
  const id = {
    group,
    kind: textAt(manifest, ...target, 'kind') ?? '',
    namespace: namespaceOf(scaler),
    name: textAt(manifest, ...target, 'name') ?? '',
  };
  const steady = numberAt(manifest, 'spec', 'maxReplicas') === undefined ? [] : ['spec.replicas'];
  return steady.length === 0 ? [] : [[id, { controller: 'horizontal-pod-autoscaler', by: identityOf(manifest), fields: steady }]];
}

import { at, has, labelsAt, numberAt, textAt } from '../loose';
import type { ObjectIndex } from '../model';
import { namespaceOf } from '../objects';
import type { SourcedManifest } from '../sourced';
import { CANARY, HASH, managedRoutes, STABLE } from './argo-routes';
import { changed, MADE_VERSION, made } from './made';

/** Rollouts with their pods told apart, and the Services, VirtualServices and DestinationRules as Argo Rollouts writes them. */
export function argoObjects(objects: ObjectIndex, weight: number): SourcedManifest[] {
  return objects
    .ofKind('argoproj.io', 'Rollout')
    .flatMap((rollout) => [
      ...pods(rollout, objects, weight),
      ...services(rollout, objects, weight),
      ...managedRoutes(rollout, objects, weight),
    ]);
}

/** The Rollout stands for its stable pods; new ones have a workload beside it. */
function pods(rollout: SourcedManifest, objects: ObjectIndex, weight: number): SourcedManifest[] {
  const { manifest } = rollout;
  const reference = textAt(manifest, 'spec', 'workloadRef', 'name');
  const kind = textAt(manifest, 'spec', 'workloadRef', 'kind') ?? 'Deployment';
  const source = reference === undefined ? rollout : objects.get({ group: 'apps', kind, namespace: namespaceOf(rollout), name: reference });
  const template = at(source?.manifest, 'spec', 'template');
  const all = numberAt(manifest, 'spec', 'replicas') ?? 1;
  const routed = has(manifest, 'spec', 'strategy', 'canary', 'trafficRouting');
  const fresh =
    weight === 0 ? 0 : routed || has(manifest, 'spec', 'strategy', 'blueGreen') ? all : Math.max(1, Math.ceil((all * weight) / 100));
  const old = routed || fresh === 0 || has(manifest, 'spec', 'strategy', 'blueGreen') ? all : all - fresh;
  const hashed = (hash: string) => ({
    metadata: { labels: { ...labelsAt(template, 'metadata', 'labels'), [HASH]: hash } },
    spec: at(template, 'spec'),
  });
  const workload = (name: string, hash: string, replicas: number) => {
    const selector = at(source?.manifest, 'spec', 'selector');
    return made(rollout, 'apps/v1', 'ReplicaSet', name, { replicas, selector, template: hashed(hash) }, hash);
  };
  const stable = changed(rollout, (one) => {
    const annotations = { ...labelsAt(one, 'metadata', 'annotations'), [MADE_VERSION]: STABLE };
    const { workloadRef: _, ...spec } = at(one, 'spec') as Record<string, unknown>;
    const selector = at(source?.manifest, 'spec', 'selector');
    return { ...one, metadata: { ...one.metadata, annotations }, spec: { ...spec, replicas: old, selector, template: hashed(STABLE) } };
  });
  const stopped =
    source && source !== rollout ? [changed(source, (one) => ({ ...one, spec: { ...(at(one, 'spec') as object), replicas: 0 } }))] : [];
  return [
    ...(has(manifest, 'spec') ? [stable] : []),
    ...stopped,
    ...(fresh > 0 ? [workload(`${manifest.metadata.name}-canary`, CANARY, fresh)] : []),
  ];
}

/** Stable and active Services select the old pods, canary and preview ones the new pods while there are some. */
function services(rollout: SourcedManifest, objects: ObjectIndex, weight: number): SourcedManifest[] {
  const strategy = at(rollout.manifest, 'spec', 'strategy');
  const roles = [
    [textAt(strategy, 'canary', 'stableService'), STABLE],
    [textAt(strategy, 'canary', 'canaryService'), weight > 0 ? CANARY : STABLE],
    [textAt(strategy, 'blueGreen', 'activeService'), weight === 100 ? CANARY : STABLE],
    [textAt(strategy, 'blueGreen', 'previewService'), weight > 0 ? CANARY : STABLE],
  ] as const;
  return roles.flatMap(([name, hash]) => {
    const service = name ? objects.get({ group: '', kind: 'Service', namespace: namespaceOf(rollout), name }) : undefined;
    if (!service || !has(service.manifest, 'spec')) return [];
    return [
      changed(service, (one) => ({
        ...one,
        spec: { ...(at(one, 'spec') as object), selector: { ...labelsAt(one, 'spec', 'selector'), [HASH]: hash } },
      })),
    ];
  });
}

import { identityOf } from '../manifest/manifest';
import { has, labelsAt, listAt, numberAt, textAt } from './loose';
import { MADE_VERSION } from './made/made';
import type { ContainerPort, ObjectIndex, Workload } from './model';
import { namespaceOf } from './objects';
import type { SourcedManifest } from './sourced';

const KINDS: readonly (readonly [group: string, kind: string])[] = [
  ['apps', 'Deployment'],
  ['apps', 'StatefulSet'],
  ['apps', 'DaemonSet'],
  ['apps', 'ReplicaSet'],
  ['argoproj.io', 'Rollout'],
  ['', 'Pod'],
];

/** Everything that makes pods, with the labels its pods will carry. */
export function workloadsOf(objects: ObjectIndex): Workload[] {
  const referenced = referencedByRollouts(objects);
  return KINDS.flatMap(([group, kind]) => objects.ofKind(group, kind))
    .filter((object) => !referenced.has(object))
    .map((object) => workloadOf(object, objects));
}

/** Deployments whose template a Rollout uses (`workloadRef`): Argo Rollouts runs their pods, and scales them to nothing. */
function referencedByRollouts(objects: ObjectIndex): Set<SourcedManifest> {
  return new Set(objects.ofKind('argoproj.io', 'Rollout').flatMap((rollout) => referenceOf(rollout, objects) ?? []));
}

function referenceOf(rollout: SourcedManifest, objects: ObjectIndex): SourcedManifest | undefined {
  const reference = ['spec', 'workloadRef'];
  const name = textAt(rollout.manifest, ...reference, 'name');
  const group = (textAt(rollout.manifest, ...reference, 'apiVersion') ?? 'apps/v1').split('/')[0] ?? 'apps';
  const kind = textAt(rollout.manifest, ...reference, 'kind') ?? 'Deployment';
  return name === undefined ? undefined : objects.get({ group, kind, namespace: namespaceOf(rollout), name });
}

export function workloadOf(object: SourcedManifest, objects: ObjectIndex): Workload {
  const { manifest } = object;
  const source = has(manifest, 'spec', 'workloadRef') ? (referenceOf(object, objects)?.manifest ?? manifest) : manifest;
  const pod = manifest.kind === 'Pod' ? manifest : templateOf(source);
  const podLabels = labelsAt(pod, 'metadata', 'labels');
  const name = manifest.metadata.name;
  return {
    object,
    id: { ...identityOf(manifest), namespace: namespaceOf(object) },
    podLabels,
    selector: labelsAt(source, 'spec', 'selector', 'matchLabels'),
    replicas: manifest.kind === 'Pod' ? 1 : numberAt(manifest, 'spec', 'replicas'),
    containerPorts: listAt(pod, 'spec', 'containers').flatMap((container) => listAt(container, 'ports').flatMap(portOf)),
    version:
      textAt(manifest, 'metadata', 'annotations', MADE_VERSION) ?? podLabels.version ?? podLabels['app.kubernetes.io/version'] ?? name,
  };
}

function templateOf(manifest: unknown): unknown {
  const spec = (manifest as { spec?: { template?: unknown } }).spec;
  return typeof spec === 'object' && spec !== null ? spec.template : undefined;
}

function portOf(port: unknown): ContainerPort[] {
  const number = numberAt(port, 'containerPort');
  return number === undefined ? [] : [{ name: textAt(port, 'name'), number, protocol: textAt(port, 'protocol') ?? 'TCP' }];
}

import type { Field } from '../field';
import { DEPLOYMENT, type GroupKind, HPA, REPLICA_SET, ROLLOUT, SCALED_OBJECT, STATEFUL_SET } from '../kinds';
import type { Resource } from '../resource';
import type { Subject } from '../subject';

export const SCALABLE_KINDS: readonly GroupKind[] = [DEPLOYMENT, STATEFUL_SET, ROLLOUT, REPLICA_SET];

/** A HorizontalPodAutoscaler, or a ScaledObject of KEDA, which makes one. */
export interface Autoscaler {
  readonly resource: Resource;
  readonly target: Field;
  readonly kind: string;
  readonly name: string;
  readonly min: number;
}

export function autoscalers(subject: Subject): readonly Autoscaler[] {
  return subject.once('autoscalers', () => [
    ...subject.ofKind(HPA).map((resource) => ({ ...base(resource), min: resource.spec.at('minReplicas').number ?? 1 })),
    ...subject.ofKind(SCALED_OBJECT).map((resource) => ({ ...base(resource), min: resource.spec.at('minReplicaCount').number ?? 0 })),
  ]);
}

function base(resource: Resource) {
  const target = resource.spec.at('scaleTargetRef');
  return { resource, target, kind: target.at('kind').text ?? DEPLOYMENT.kind, name: target.at('name').text ?? '' };
}

/** The autoscaler of a workload. */
export function autoscalerOf(workload: Resource, subject: Subject): Autoscaler | undefined {
  const { namespace, kind, name } = workload.id;
  const index = subject.once(
    'autoscalers by target',
    () => new Map(autoscalers(subject).map((each) => [`${each.resource.id.namespace}/${each.kind}/${each.name}`, each])),
  );
  return index.get(`${namespace}/${kind}/${name}`);
}

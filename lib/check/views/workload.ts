import type { Labels } from '../../model/labels';
import type { Field } from '../field';
import { CRON_JOB, DAEMON_SET, DEPLOYMENT, type GroupKind, JOB, KNATIVE_SERVICE, POD, REPLICA_SET, ROLLOUT, STATEFUL_SET } from '../kinds';
import { labelSelectorSelects } from '../relations/selectors';
import type { Resource } from '../resource';

/** Something that makes pods, with the template of the pods. */
export interface WorkloadView {
  readonly resource: Resource;
  /** The field that holds the pod template's `metadata` and `spec`; of a Rollout with a workloadRef it lies in the referenced object. */
  readonly template: Field;
  /** The object that holds the template. */
  readonly templateOwner: Resource;
  readonly podLabels: Labels;
  readonly podSpec: Field;
  /** Containers that run as long as the pod: also init containers that restart always. */
  readonly containers: readonly Field[];
  readonly replicas: Field;
}

/** Kinds that keep pods alive behind a selector. */
export const SELECTING_KINDS: readonly GroupKind[] = [DEPLOYMENT, STATEFUL_SET, DAEMON_SET, REPLICA_SET, ROLLOUT];
export const WORKLOAD_KINDS: readonly GroupKind[] = [...SELECTING_KINDS, JOB, CRON_JOB, POD, KNATIVE_SERVICE];

export function workloadView(
  resource: Resource,
  find: (kind: GroupKind, namespace: string, name: string) => Resource | undefined,
): WorkloadView {
  const { template, owner } = templateOf(resource, find);
  const podSpec = template.at('spec');
  const sidecars = podSpec.at('initContainers').items.filter((container) => container.at('restartPolicy').value === 'Always');
  return {
    resource,
    template,
    templateOwner: owner,
    podLabels: template.at('metadata', 'labels').labels,
    podSpec,
    containers: [...podSpec.at('containers').items, ...sidecars],
    replicas: resource.spec.at('replicas'),
  };
}

function templateOf(
  resource: Resource,
  find: (kind: GroupKind, namespace: string, name: string) => Resource | undefined,
): { template: Field; owner: Resource } {
  if (resource.id.kind === POD.kind) return { template: resource.root, owner: resource };
  if (resource.id.kind === CRON_JOB.kind) return { template: resource.spec.at('jobTemplate', 'spec', 'template'), owner: resource };
  if (resource.id.kind === ROLLOUT.kind && resource.spec.at('workloadRef').present) {
    const referenced = workloadRefOf(resource, find);
    if (referenced) return { template: referenced.spec.at('template'), owner: referenced };
  }
  return { template: resource.spec.at('template'), owner: resource };
}

/** The object that a Rollout's workloadRef names, if it is among the files. */
export function workloadRefOf(
  rollout: Resource,
  find: (kind: GroupKind, namespace: string, name: string) => Resource | undefined,
): Resource | undefined {
  const reference = rollout.spec.at('workloadRef');
  const name = reference.at('name').text;
  if (name === undefined) return undefined;
  const kind = SELECTING_KINDS.find((known) => known.kind === reference.at('kind').text && known !== ROLLOUT);
  return kind && find(kind, rollout.id.namespace, name);
}

/** Whether the workload's own selector selects the labels; a Rollout with a workloadRef takes the referenced object's selector. */
export function workloadSelects(workload: WorkloadView, labels: Labels): boolean {
  const own = workload.resource.spec.at('selector');
  return labelSelectorSelects(own.present ? own : workload.templateOwner.spec.at('selector'), labels);
}

export interface ContainerPort {
  readonly name?: string;
  readonly number: number;
  readonly protocol: string;
}

export function containerPorts(workload: WorkloadView): ContainerPort[] {
  return workload.containers.flatMap((container) =>
    container.at('ports').items.flatMap((port) => {
      const number = port.at('containerPort').number;
      return number === undefined ? [] : [{ name: port.at('name').text, number, protocol: port.at('protocol').text ?? 'TCP' }];
    }),
  );
}

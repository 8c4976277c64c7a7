import type { TreeObject } from '../../manifest/tree';
import { addAutoscaling, replicasOf } from '../../service/autoscaling-objects';
import { currentVersions } from '../../service/current-version';
import { addDisruptionBudget } from '../../service/disruption-budget-objects';
import { serviceLabels } from '../../service/labels';
import type { Microservice } from '../../service/microservice';
import { podTemplate } from '../../service/pod-template';
import { AntiAffinity, type ArgoProps, WorkloadScaleDown } from './props';

/** What the two strategies share in the strategy block. */
export function commonStrategy(props: ArgoProps): TreeObject {
  return {
    antiAffinity: props.antiAffinity && antiAffinity(props.antiAffinity),
    abortScaleDownDelaySeconds: props.abortScaleDownDelay?.toSeconds(),
    scaleDownDelaySeconds: props.scaleDownDelay?.toSeconds(),
    scaleDownDelayRevisionLimit: props.scaleDownDelayRevisionLimit,
  };
}

/** The Rollout of the current version, with what scales and guards its pods. */
export function addRollout(service: Microservice, props: ArgoProps, strategy: TreeObject, annotations: { [key: string]: string }): void {
  const all = { ...props.metadata?.annotations, ...annotations };
  for (const { version, when, idSuffix } of currentVersions(service)) {
    const replicas = replicasOf(version);
    if (props.workload) addReferredDeployment(service, version, when, idSuffix, props.workload);
    service.addObject(`rollout${idSuffix}`, {
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'Rollout',
      name: service.name,
      labels: { ...props.metadata?.labels, ...serviceLabels(service), version: version.name },
      annotations: Object.keys(all).length > 0 ? all : undefined,
      when,
      fields: {
        spec: {
          replicas,
          minReadySeconds: props.minReady?.toSeconds(),
          progressDeadlineSeconds: props.progressDeadline?.toSeconds(),
          progressDeadlineAbort: props.progressDeadlineAbort,
          revisionHistoryLimit: props.revisionHistoryLimit,
          rollbackWindow: props.rollbackWindow === undefined ? undefined : { revisions: props.rollbackWindow },
          ...(props.workload
            ? { workloadRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: service.name, scaleDown: props.workload } }
            : { selector: { matchLabels: { app: service.name } }, template: podTemplate(version) }),
          strategy,
        },
      },
    });
  }
  addAutoscaling(service, { apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout', name: service.name });
  addDisruptionBudget(service, { app: service.name });
}

type Current = ReturnType<typeof currentVersions>[number];

/** The Deployment that has the pods' template. Its replicas are left to the controller, unless it has none for good. */
function addReferredDeployment(
  service: Microservice,
  version: Current['version'],
  when: Current['when'],
  idSuffix: string,
  scaleDown: WorkloadScaleDown,
): void {
  service.addObject(`deployment${idSuffix}`, {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    name: service.name,
    labels: { ...serviceLabels(service), version: version.name },
    when,
    fields: {
      spec: {
        replicas: scaleDown === WorkloadScaleDown.NEVER ? 0 : undefined,
        selector: { matchLabels: { app: service.name } },
        template: podTemplate(version),
      },
    },
  });
}

function antiAffinity(kind: AntiAffinity): TreeObject {
  return kind === AntiAffinity.REQUIRED
    ? { requiredDuringSchedulingIgnoredDuringExecution: {} }
    : { preferredDuringSchedulingIgnoredDuringExecution: { weight: 100 } };
}

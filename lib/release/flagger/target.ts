import type { TreeObject } from '../../manifest/tree';
import { addAutoscaling } from '../../service/autoscaling-objects';
import { currentVersions } from '../../service/current-version';
import { addDisruptionBudget } from '../../service/disruption-budget-objects';
import { serviceLabels } from '../../service/labels';
import type { Microservice } from '../../service/microservice';
import { podTemplate } from '../../service/pod-template';
import { addKnativeService } from '../knative/service';
import type { FlaggerProps } from './props';
import { FlaggerProvider } from './provider';

/** What a Canary watches, and what scales it. */
export interface FlaggerTarget {
  readonly targetRef: TreeObject;
  readonly autoscalerRef?: TreeObject;
}

/**
 * The workload that Flagger watches, without replicas (Flagger scales it to 0 and back), with what must stand beside it: the autoscaler that
 * it copies for the primary, and a budget that guards the primary's pods.
 */
export function addFlaggerTarget(service: Microservice, props: FlaggerProps): FlaggerTarget {
  if (props.provider === FlaggerProvider.KNATIVE) {
    for (const { version, when, idSuffix } of currentVersions(service))
      addKnativeService(service, { version, when, idSuffix, autoscaling: {} });
    return { targetRef: { apiVersion: 'serving.knative.dev/v1', kind: 'Service', name: service.name } };
  }
  const target = { apiVersion: 'apps/v1', kind: 'Deployment', name: service.name };
  const candidates = currentVersions(service);
  for (const { version, when, idSuffix } of candidates) {
    service.addObject(`deployment${idSuffix}`, {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      name: service.name,
      labels: { ...serviceLabels(service), version: version.name },
      when,
      fields: { spec: { selector: { matchLabels: { app: service.name } }, template: podTemplate(version) } },
    });
  }
  const scaled = addScaling(service, props);
  addDisruptionBudget(service, { app: `${service.name}-primary` });
  return { targetRef: target, autoscalerRef: scaled };
}

/** A number of pods is a floor and a ceiling: stated in the Deployment, each sync would set it and scale up what Flagger keeps at 0. */
function addScaling(service: Microservice, props: FlaggerProps): TreeObject | undefined {
  const target = { apiVersion: 'apps/v1', kind: 'Deployment', name: service.name };
  let scaled = false;
  for (const candidate of currentVersions(service)) {
    const { replicas, autoscaling } = candidate.version.props;
    if (autoscaling) addAutoscaling(service, target, [candidate]);
    else if (replicas !== undefined && replicas !== 1) addFixedScale(service, candidate, replicas);
    else continue;
    scaled = true;
  }
  const { primaryMinReplicas: minReplicas, primaryMaxReplicas: maxReplicas } = props;
  const own = minReplicas !== undefined || maxReplicas !== undefined;
  if (own && !scaled)
    service.addProblem(
      'FlaggerRelease: primaryMinReplicas and primaryMaxReplicas need an autoscaler; state autoscaling: { minReplicas, maxReplicas } for the version.',
    );
  if (!scaled) return undefined;
  return {
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    name: service.name,
    primaryScalerReplicas: own ? { minReplicas, maxReplicas } : undefined,
  };
}

function addFixedScale(
  service: Microservice,
  { when, idSuffix }: ReturnType<typeof currentVersions>[number],
  replicas: TreeObject[string],
): void {
  service.addObject(`horizontal-pod-autoscaler${idSuffix}`, {
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    name: service.name,
    labels: serviceLabels(service),
    when,
    fields: {
      spec: {
        scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: service.name },
        minReplicas: replicas,
        maxReplicas: replicas,
        metrics: [{ type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 80 } } }],
      },
    },
  });
}

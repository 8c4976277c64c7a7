import type { ArgoAnalyses } from '../../analysis/argo';
import { ArgoUse } from '../../analysis/argo-use';
import type { TreeObject } from '../../manifest/tree';
import { serviceLabels } from '../../service/labels';
import type { Microservice } from '../../service/microservice';
import { servicePorts } from '../../service/workloads';
import { metadataTree } from '../support/metadata';
import type { ArgoBlueGreenProps } from './props';
import { commonStrategy } from './rollout';

/** The Services of the two versions. */
export interface BlueGreenServices {
  readonly active: string;
  readonly preview?: string;
}

/** The shared Service is the active one; beside it, unless it is declined, stands one for the new version. */
export function blueGreenServices(service: Microservice, { preview = true }: ArgoBlueGreenProps): BlueGreenServices {
  if (!preview) return { active: service.name };
  const name = `${service.name}-preview`;
  service.addObject('service-preview', {
    apiVersion: 'v1',
    kind: 'Service',
    name,
    labels: serviceLabels(service),
    fields: { spec: { selector: { app: service.name }, ports: servicePorts(service) } },
  });
  return { active: service.name, preview: name };
}

/** `spec.strategy.blueGreen`. */
export function blueGreenStrategy(props: ArgoBlueGreenProps, services: BlueGreenServices, analyses: ArgoAnalyses): TreeObject {
  const { prePromotion, postPromotion } = props;
  return {
    activeService: services.active,
    previewService: services.preview,
    autoPromotionEnabled: props.autoPromotion,
    autoPromotionSeconds: props.autoPromotionAfter?.toSeconds(),
    previewReplicaCount: props.previewReplicas,
    maxUnavailable: props.maxUnavailable,
    activeMetadata: metadataTree(props.activeMetadata),
    previewMetadata: metadataTree(props.previewMetadata),
    ...commonStrategy(props),
    prePromotionAnalysis: prePromotion && analyses.useTogether([prePromotion], ArgoUse.INLINE),
    postPromotionAnalysis: postPromotion && analyses.useTogether([postPromotion], ArgoUse.INLINE),
  };
}

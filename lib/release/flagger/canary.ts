import { Duration } from 'cdk8s';
import { minutesText } from '../../analysis/duration';
import { addFlaggerAnalysis } from '../../analysis/flagger';
import type { TreeObject } from '../../manifest/tree';
import { serviceLabels } from '../../service/labels';
import type { Microservice } from '../../service/microservice';
import { addIngress } from './ingress';
import { abMatchTree } from './match';
import { type FlaggerPlan, planTree } from './plan';
import type { FlaggerProps } from './props';
import { ABILITIES, FlaggerProvider } from './provider';
import { canaryService } from './service';
import type { FlaggerTarget } from './target';

/** The Canary, with the MetricTemplates and AlertProviders that it refers to. See https://docs.flagger.app/usage/how-it-works#canary-resource */
export function addCanary(service: Microservice, props: FlaggerProps, plan: FlaggerPlan, target: FlaggerTarget): void {
  const provider = props.provider ?? FlaggerProvider.ISTIO;
  const { telemetry, builtIn } = ABILITIES[provider];
  const analysis =
    props.analysis && addFlaggerAnalysis(service, props.analysis, { telemetry, builtIn, canary: canaryAddress(service, provider) });
  const list = (items: TreeObject[] | undefined) => (items && items.length > 0 ? items : undefined);
  service.addObject('canary', {
    apiVersion: 'flagger.app/v1beta1',
    kind: 'Canary',
    name: service.name,
    labels: serviceLabels(service),
    fields: {
      spec: {
        provider,
        metricsServer: analysis?.metricsServer,
        targetRef: target.targetRef,
        autoscalerRef: target.autoscalerRef,
        ingressRef: provider === FlaggerProvider.NGINX ? addIngress(service, props) : undefined,
        progressDeadlineSeconds: props.progressDeadline?.toSeconds(),
        skipAnalysis: props.skipAnalysis,
        suspend: props.suspend,
        revertOnDeletion: props.revertOnDeletion,
        service: canaryService(service, props),
        analysis: {
          interval: minutesText(props.interval ?? Duration.minutes(1)),
          threshold: props.threshold ?? 5,
          ...planTree(plan),
          primaryReadyThreshold: props.primaryReadyThreshold,
          canaryReadyThreshold: props.canaryReadyThreshold,
          match: plan.matches?.map((match) => abMatchTree(match, provider)),
          metrics: list(analysis?.metrics),
          webhooks: list(analysis?.webhooks),
          alerts: list(analysis?.alerts),
        },
      },
    },
  });
}

/** Where load tests find the new version. Knative has no Service for it alone. */
function canaryAddress(service: Microservice, provider: FlaggerProvider): string {
  const namespace = service.namespace === undefined ? '' : `.${service.namespace}`;
  return provider === FlaggerProvider.KNATIVE
    ? `http://${service.name}${namespace}`
    : `http://${service.name}-canary${namespace}:${service.port}`;
}

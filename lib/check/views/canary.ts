import type { Labels } from '../../model/labels';
import type { Field } from '../field';
import { DAEMON_SET, DEPLOYMENT, type GroupKind, KNATIVE_SERVICE, SERVICE } from '../kinds';
import type { Resource } from '../resource';

export interface CanaryView {
  readonly resource: Resource;
  readonly targetKind: GroupKind | undefined;
  readonly targetName: string;
  /** The name of the Service that clients call: `service.name`, else the target's. */
  readonly apex: string;
  readonly service: Field;
  readonly analysis: Field;
  /** As stated; Flagger's own default is a flag of its Deployment. */
  readonly provider: string | undefined;
  readonly strategy: 'weights' | 'ab-test' | 'blue-green';
}

const TARGETS: readonly GroupKind[] = [DEPLOYMENT, DAEMON_SET, SERVICE, KNATIVE_SERVICE];

export function canaryView(resource: Resource): CanaryView {
  const spec = resource.spec;
  const target = spec.at('targetRef');
  const targetName = target.at('name').text ?? '';
  const analysis = spec.at('analysis').present ? spec.at('analysis') : spec.at('canaryAnalysis');
  const group = (target.at('apiVersion').text ?? '').split('/')[0];
  const provider = spec.at('provider').text;
  const iterations = (analysis.at('iterations').number ?? 0) > 0 || provider === 'kubernetes';
  return {
    resource,
    targetKind:
      TARGETS.find((known) => known.kind === target.at('kind').text && (known.kind !== 'Service' || known.group === group)) ??
      TARGETS.find((known) => known.kind === target.at('kind').text),
    targetName,
    apex: spec.at('service', 'name').text || targetName,
    service: spec.at('service'),
    analysis,
    provider,
    strategy: !iterations ? 'weights' : analysis.at('match').items.length > 0 && provider !== 'kubernetes' ? 'ab-test' : 'blue-green',
  };
}

/** Whether Flagger writes Istio objects for it. Without a provider it does so on a mesh that its own flag names, mostly Istio. */
export const writesIstio = (canary: CanaryView): boolean =>
  canary.provider === undefined || canary.provider === '' || canary.provider === 'istio';

export const writesGatewayApi = (canary: CanaryView): boolean => canary.provider?.startsWith('gatewayapi') ?? false;

/** The labels of Deployments that Flagger looks for, in its order; the first one that is there ties pods to Services. */
export const FLAGGER_SELECTOR_LABELS = ['app', 'name', 'app.kubernetes.io/name'] as const;

/** The label of the target's selector by which Flagger tells primary and canary apart. */
export function flaggerLabel(selector: Labels): string | undefined {
  return FLAGGER_SELECTOR_LABELS.find((label) => selector[label] !== undefined);
}

/** The labels of the primary's pods: those of the target, with Flagger's label renamed. */
export function primaryLabels(podLabels: Labels, label: string, value: string): Labels {
  return { ...podLabels, [label]: `${value}-primary` };
}

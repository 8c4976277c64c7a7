import type { ArgoAnalyses } from '../../analysis/argo';
import { ArgoUse } from '../../analysis/argo-use';
import type { TreeObject } from '../../manifest/tree';
import { metadataTree } from '../support/metadata';
import type { ArgoCanaryProps } from './props';
import { commonStrategy } from './rollout';
import type { ArgoRouting } from './routing';
import { stepTree } from './steps';

/** `spec.strategy.canary`. */
export function canaryStrategy(props: ArgoCanaryProps, routing: ArgoRouting, analyses: ArgoAnalyses): TreeObject {
  const { steps = [], analysis, startingStep, dynamicStableScale, minPodsPerReplicaSet } = props;
  const measured = analysis && analysis._metrics.length + analysis._loadTests.length + analysis._webhooks.length > 0;
  return {
    maxSurge: props.maxSurge ?? 1,
    maxUnavailable: props.maxUnavailable ?? 0,
    ...routing.fields,
    canaryMetadata: metadataTree(props.canaryMetadata),
    stableMetadata: metadataTree(props.stableMetadata),
    dynamicStableScale,
    minPodsPerReplicaSet,
    ...commonStrategy(props),
    trafficRouting: routing.trafficRouting && { managedRoutes: managedRoutes(props), ...routing.trafficRouting },
    analysis: measured ? { startingStep, ...analyses.use(analysis, ArgoUse.BACKGROUND) } : undefined,
    steps: steps.length > 0 ? steps.map((step) => stepTree(step, analyses)) : undefined,
  };
}

/** Routes that steps set and remove, in the order in which they first come: that is their precedence, before every other route. */
function managedRoutes({ steps = [] }: ArgoCanaryProps): TreeObject[] | undefined {
  const names = steps.flatMap(({ _action: action }) =>
    action.kind === 'setHeaderRoute' || action.kind === 'setMirrorRoute' ? [action.name] : [],
  );
  return names.length === 0 ? undefined : [...new Set(names)].map((name) => ({ name }));
}

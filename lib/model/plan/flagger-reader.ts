import type { Manifest } from '../../manifest/manifest';
import { at, boolean, fields, goDuration, list, number, pods, text, words } from './data';
import { deploymentPlan } from './deployment';
import type { FlaggerAnalysis, FlaggerAutoscaler, FlaggerPlan, FlaggerWebhook } from './flagger';
import { trackedConfigs } from './flagger-configs';
import { flaggerMetrics } from './flagger-metrics';
import { flaggerRefusals } from './flagger-refusals';
import { idOf, type Objects } from './objects';
import type { PlanProblem } from './types';

const WEBHOOKS = [
  'confirm-rollout',
  'pre-rollout',
  'rollout',
  'confirm-traffic-increase',
  'confirm-promotion',
  'post-rollout',
  'rollback',
  'event',
];
/** Providers whose courses were held against the real Flagger. */
const PROVEN = ['istio', 'kubernetes', 'gatewayapi:v1'];

export function flaggerPlan(manifest: Manifest, objects: Objects): FlaggerPlan {
  const spec = at(manifest, 'spec');
  const problems: PlanProblem[] = [];
  const assumptions: string[] = [];
  const namespace = manifest.metadata?.namespace ?? '';
  const target = targetOf(spec, namespace, objects, problems, assumptions);
  const analysis = at(spec, 'analysis') ?? at(spec, 'canaryAnalysis');
  problems.push(...flaggerRefusals(spec));
  const skipAnalysis = analysis === undefined || (boolean(at(spec, 'skipAnalysis')) ?? false);
  const service = text(at(spec, 'service', 'name')) || text(at(spec, 'targetRef', 'name')) || manifest.metadata?.name || '';
  return {
    controller: 'flagger',
    object: idOf(manifest),
    service,
    replicas: target?.replicas || 1,
    problems,
    assumptions,
    target,
    provider: providerOf(spec, assumptions),
    analysis: analysisOf(analysis, namespace, objects, problems),
    skipAnalysis,
    suspend: boolean(at(spec, 'suspend')) ?? false,
    progressDeadlineSeconds: number(at(spec, 'progressDeadlineSeconds')) ?? 600,
    autoscaler: autoscalerOf(spec, namespace, objects, problems, assumptions),
    revertOnDeletion: boolean(at(spec, 'revertOnDeletion')) ?? false,
    trackedConfigs: trackedConfigs(spec, namespace, objects),
  };
}

function targetOf(spec: unknown, namespace: string, objects: Objects, problems: PlanProblem[], assumptions: string[]) {
  const kind = text(at(spec, 'targetRef', 'kind')) ?? 'Deployment';
  const name = text(at(spec, 'targetRef', 'name')) ?? '';
  if (kind !== 'Deployment') {
    problems.push({
      path: 'spec.targetRef.kind',
      message: `A ${kind} as target is not modelled: it is taken for a Deployment of one pod.`,
      effect: 'unknown',
    });
    return undefined;
  }
  const found = objects.find('apps', 'Deployment', namespace, name);
  if (!found)
    assumptions.push(`Deployment ${name} is not among the manifests: it is taken to exist, with 1 replica and the defaults of Kubernetes.`);
  return found ? deploymentPlan(found) : undefined;
}

function providerOf(spec: unknown, assumptions: string[]): string {
  const stated = text(at(spec, 'provider'));
  const provider = stated || 'istio';
  if (!stated) assumptions.push('The Canary states no provider: Flagger is taken to run with -mesh-provider=istio.');
  else if (!PROVEN.includes(provider) && provider !== 'gatewayapi:v1beta1')
    assumptions.push(`Provider ${provider} is taken to shift weights as istio does; this was not held against the real Flagger.`);
  return provider;
}

function analysisOf(analysis: unknown, namespace: string, objects: Objects, problems: PlanProblem[]): FlaggerAnalysis {
  const whole = (value: unknown) => Math.trunc(number(value) ?? 0);
  return {
    interval: Math.max(10, goDuration(at(analysis, 'interval')) ?? 60),
    threshold: Math.max(1, whole(at(analysis, 'threshold'))),
    maxWeight: number(at(analysis, 'maxWeight')),
    stepWeight: number(at(analysis, 'stepWeight')),
    stepWeights: list(at(analysis, 'stepWeights')).map(whole),
    stepWeightPromotion: whole(at(analysis, 'stepWeightPromotion')),
    iterations: whole(at(analysis, 'iterations')),
    mirror: boolean(at(analysis, 'mirror')) ?? false,
    match: list(at(analysis, 'match')).map(matchText),
    metrics: flaggerMetrics(analysis, namespace, objects, problems),
    webhooks: list(at(analysis, 'webhooks')).map((webhook, i) => webhookOf(webhook, i, problems)),
    primaryReadyThreshold: number(at(analysis, 'primaryReadyThreshold')) ?? 100,
    canaryReadyThreshold: number(at(analysis, 'canaryReadyThreshold')) ?? 100,
    affinityCookie: text(at(analysis, 'sessionAffinity', 'cookieName')),
  };
}

function matchText(match: unknown): string {
  const parts = ['headers', 'queryParams', 'sourceLabels'].flatMap((kind) =>
    Object.entries(fields(at(match, kind)) ?? {}).map(([name, value]) => {
      const [how, what] = typeof value === 'string' ? ['exact', value] : (Object.entries(fields(value) ?? {})[0] ?? ['present', '']);
      return `${kind === 'headers' ? '' : `${kind}.`}${name} ${how} ${words(what)}`.trim();
    }),
  );
  return parts.join(' and ') || 'everyone';
}

function webhookOf(webhook: unknown, i: number, problems: PlanProblem[]): FlaggerWebhook {
  const stated = text(at(webhook, 'type')) || 'rollout';
  const known = WEBHOOKS.includes(stated);
  if (!known)
    problems.push({
      path: `spec.analysis.webhooks[${i}].type`,
      message: `${JSON.stringify(stated)} is not a type of webhook; there are ${WEBHOOKS.join(', ')}.`,
      effect: 'refused',
    });
  return { name: text(at(webhook, 'name')) ?? `webhooks[${i}]`, type: (known ? stated : 'event') as FlaggerWebhook['type'] };
}

function autoscalerOf(
  spec: unknown,
  namespace: string,
  objects: Objects,
  problems: PlanProblem[],
  assumptions: string[],
): FlaggerAutoscaler | undefined {
  const ref = fields(at(spec, 'autoscalerRef'));
  if (!ref) return undefined;
  const kind = text(ref.kind) ?? 'HorizontalPodAutoscaler';
  const name = text(ref.name) ?? '';
  const scaled = kind === 'ScaledObject';
  const found = objects.find(scaled ? 'keda.sh' : 'autoscaling', kind, namespace, name);
  if (!found)
    problems.push({
      path: 'spec.autoscalerRef',
      message: `${kind} ${name} is not among the manifests; its least number of replicas is taken to be 1.`,
      effect: 'unknown',
    });
  const minReplicas = pods(at(found, 'spec', scaled ? 'minReplicaCount' : 'minReplicas'));
  const least = pods(at(ref, 'primaryScalerReplicas', 'minReplicas')) ?? minReplicas ?? 1;
  assumptions.push(
    `The autoscaler itself is not simulated: the primary keeps the Deployment's replicas until ${kind} ${name}-primary (at least ${least}) moves it.`,
  );
  return { name, kind, minReplicas };
}

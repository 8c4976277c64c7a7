import type { Manifest } from '../../manifest/manifest';
import { type Amount, readAmount } from './amount';
import type { AbortDelay, ArgoBlueGreen, ArgoCanary, ArgoPlan, ArgoTraffic } from './argo';
import { argoAnalysis } from './argo-analysis';
import { argoReferenceProblems } from './argo-references';
import { argoSteps } from './argo-steps';
import { argoSpecProblems } from './argo-validation';
import { at, boolean, fields, list, number, pods, text } from './data';
import { QUARTER } from './deployment';
import { idOf, type Objects } from './objects';
import type { PlanProblem } from './types';

/** More ReplicaSets than there are: where no limit is stated. */
const NO_LIMIT = Number.MAX_SAFE_INTEGER;

export function argoPlan(manifest: Manifest, objects: Objects): ArgoPlan {
  const spec = at(manifest, 'spec');
  const namespace = manifest.metadata?.namespace ?? '';
  const problems: PlanProblem[] = [];
  const assumptions: string[] = [];
  const workload = workloadOf(spec, namespace, objects, problems);
  problems.push(...argoSpecProblems(manifest));
  const blueGreen = at(spec, 'strategy', 'blueGreen');
  const references: PlanProblem[] = [];
  const strategy =
    blueGreen !== undefined
      ? blueGreenOf(blueGreen, namespace, objects, references)
      : canaryOf(at(spec, 'strategy', 'canary'), namespace, objects, references, assumptions);
  problems.push(...argoReferenceProblems(manifest, workload?.template, objects, references));
  return {
    controller: 'argo-rollouts',
    object: idOf(manifest),
    service: manifest.metadata?.name ?? '',
    replicas: pods(at(spec, 'replicas')) ?? 1,
    problems,
    assumptions,
    strategy,
    minReadySeconds: number(at(spec, 'minReadySeconds')) ?? 0,
    progressDeadlineSeconds: number(at(spec, 'progressDeadlineSeconds')) ?? 600,
    progressDeadlineAbort: boolean(at(spec, 'progressDeadlineAbort')) ?? false,
    rollbackWindow: number(at(spec, 'rollbackWindow', 'revisions')) ?? 0,
    paused: boolean(at(spec, 'paused')) ?? false,
    workload: workload?.plan,
  };
}

function workloadOf(spec: unknown, namespace: string, objects: Objects, problems: PlanProblem[]) {
  const ref = fields(at(spec, 'workloadRef'));
  if (!ref) return undefined;
  const name = text(ref.name) ?? '';
  const kind = text(ref.kind) ?? 'Deployment';
  const found = objects.find(kind === 'PodTemplate' ? '' : 'apps', kind, namespace, name);
  if (!found)
    problems.push({ path: 'spec.workloadRef', message: `Invalid value: ${kind} ${JSON.stringify(name)} not found`, effect: 'invalid' });
  const scaleDown = (text(ref.scaleDown) ?? 'never') as 'never' | 'onsuccess' | 'progressively';
  return { plan: { name, scaleDown, replicas: pods(at(found, 'spec', 'replicas')) ?? 1 }, template: at(found, 'spec', 'template') };
}

/** Argo takes a text for a percentage, with or without its sign. */
function amountOf(value: unknown): Amount {
  return readAmount(typeof value === 'string' ? `${value.replace('%', '')}%` : value) ?? QUARTER;
}

function abortDelayOf(value: unknown): AbortDelay {
  const stated = number(value);
  return stated === undefined ? { seconds: 30, stated: false } : stated === 0 ? { stated: true } : { seconds: stated, stated: true };
}

function canaryOf(source: unknown, namespace: string, objects: Objects, problems: PlanProblem[], assumptions: string[]): ArgoCanary {
  const traffic = trafficOf(source, assumptions);
  const background = at(source, 'analysis');
  return {
    kind: 'canary',
    steps: argoSteps(list(at(source, 'steps')), namespace, objects, problems),
    maxSurge: amountOf(at(source, 'maxSurge')),
    maxUnavailable: amountOf(at(source, 'maxUnavailable')),
    canaryService: text(at(source, 'canaryService')) || undefined,
    stableService: text(at(source, 'stableService')) || undefined,
    traffic,
    dynamicStableScale: boolean(at(source, 'dynamicStableScale')) ?? false,
    minPodsPerReplicaSet: pods(at(source, 'minPodsPerReplicaSet')) ?? 1,
    scaleDownDelaySeconds: traffic ? (number(at(source, 'scaleDownDelaySeconds')) ?? 30) : 0,
    scaleDownDelayRevisionLimit: number(at(source, 'scaleDownDelayRevisionLimit')) ?? NO_LIMIT,
    abortScaleDownDelay: traffic ? abortDelayOf(at(source, 'abortScaleDownDelaySeconds')) : { seconds: 0, stated: false },
    background:
      list(at(background, 'templates')).length > 0
        ? {
            ...argoAnalysis(background, 'spec.strategy.canary.analysis', namespace, objects, problems),
            startingStep: number(at(background, 'startingStep')) ?? 0,
          }
        : undefined,
  };
}

function trafficOf(canary: unknown, assumptions: string[]): ArgoTraffic | undefined {
  const routing = fields(at(canary, 'trafficRouting'));
  if (!routing) return undefined;
  const routers = Object.keys(routing).filter((name) => name !== 'managedRoutes' && name !== 'maxTrafficWeight' && routing[name] !== null);
  if (routers.length === 0) return undefined;
  const other = routers.filter((name) => name !== 'istio');
  if (other.length > 0)
    assumptions.push(
      `Traffic routing by ${other.join(' and ')} is taken to shift weights as istio does; this was not held against the real controller.`,
    );
  return {
    routers,
    level: at(routing, 'istio', 'destinationRule') === undefined ? 'host' : 'subset',
    managedRoutes: list(routing.managedRoutes).map((route) => text(at(route, 'name')) ?? ''),
    pingPong: at(canary, 'pingPong') !== undefined,
    maxWeight: number(routing.maxTrafficWeight) ?? 100,
  };
}

function blueGreenOf(source: unknown, namespace: string, objects: Objects, problems: PlanProblem[]): ArgoBlueGreen {
  const analysis = (name: string) =>
    list(at(source, name, 'templates')).length > 0
      ? argoAnalysis(at(source, name), `spec.strategy.blueGreen.${name}`, namespace, objects, problems)
      : undefined;
  const delay = number(at(source, 'scaleDownDelaySeconds'));
  return {
    kind: 'blueGreen',
    activeService: text(at(source, 'activeService')) ?? '',
    previewService: text(at(source, 'previewService')) || undefined,
    autoPromotionEnabled: boolean(at(source, 'autoPromotionEnabled')) ?? true,
    autoPromotionSeconds: number(at(source, 'autoPromotionSeconds')) ?? 0,
    previewReplicaCount: pods(at(source, 'previewReplicaCount')),
    scaleDownDelaySeconds: delay ?? 30,
    scaleDownDelayStated: delay !== undefined,
    scaleDownDelayRevisionLimit: number(at(source, 'scaleDownDelayRevisionLimit')) ?? NO_LIMIT,
    abortScaleDownDelay: abortDelayOf(at(source, 'abortScaleDownDelaySeconds')),
    prePromotion: analysis('prePromotionAnalysis'),
    postPromotion: analysis('postPromotionAnalysis'),
  };
}

import type { Manifest } from '../../manifest/manifest';
import { pauseSeconds } from './argo-steps';
import { at, fields, list, number, text } from './data';
import type { PlanProblem } from './types';

const STEP_KINDS = ['setWeight', 'pause', 'experiment', 'analysis'];
const ALL_STEP_KINDS = [...STEP_KINDS, 'setCanaryScale', 'setHeaderRoute', 'setMirrorRoute', 'plugin'];
const NEED_SERVICES = ['alb', 'istio', 'smi', 'apisix', 'ambassador', 'nginx', 'appMesh', 'traefik'];

/** What makes the controller call a Rollout InvalidSpec by itself, without a look at other objects; in its order. */
export function argoSpecProblems(manifest: Manifest): PlanProblem[] {
  const spec = at(manifest, 'spec');
  const problems: PlanProblem[] = [];
  const invalid = (path: string, message: string) => problems.push({ path, message, effect: 'invalid' });
  if (at(spec, 'workloadRef') === undefined && at(spec, 'selector') === undefined)
    invalid('spec.selector', "Rollout has missing field '.spec.selector'");
  const deadline = number(at(spec, 'progressDeadlineSeconds')) ?? 600;
  if (deadline <= (number(at(spec, 'minReadySeconds')) ?? 0))
    invalid('spec.progressDeadlineSeconds', 'must be greater than minReadySeconds');
  const canary = fields(at(spec, 'strategy', 'canary'));
  const blueGreen = fields(at(spec, 'strategy', 'blueGreen'));
  if (!canary && !blueGreen) invalid('spec.strategy', "Rollout has missing field '.spec.strategy.canary or .spec.strategy.blueGreen'");
  else if (canary && blueGreen) invalid('spec.strategy', 'Multiple Strategies can not be listed');
  else if (blueGreen) blueGreenProblems(spec, blueGreen, invalid);
  else if (canary) canaryProblems(canary, invalid);
  return problems;
}

type Report = (path: string, message: string) => void;

function blueGreenProblems(spec: unknown, blueGreen: Readonly<Record<string, unknown>>, invalid: Report): void {
  const path = 'spec.strategy';
  if ((text(blueGreen.activeService) ?? '') === (text(blueGreen.previewService) ?? ''))
    invalid(
      `${path}.activeService`,
      'This rollout uses the same service for the active and preview services, but two different services are required.',
    );
  const limit = number(blueGreen.scaleDownDelayRevisionLimit);
  if (limit !== undefined && (number(at(spec, 'revisionHistoryLimit')) ?? 10) < limit)
    invalid(
      `${path}.scaleDownDelayRevisionLimit`,
      "This rollout's revision history limit can not be smaller than the rollout's scale down limit",
    );
}

function zero(value: unknown): boolean {
  return value === 0 || (typeof value === 'string' && /^0+%?$/.test(value));
}

function canaryProblems(canary: Readonly<Record<string, unknown>>, invalid: Report): void {
  const path = 'spec.strategy';
  const routing = fields(canary.trafficRouting);
  if (zero(canary.maxSurge) && zero(canary.maxUnavailable)) invalid(`${path}.maxSurge`, 'MaxSurge and MaxUnavailable both can not be zero');
  if (canary.canaryService && canary.canaryService === canary.stableService)
    invalid(
      `${path}.stableService`,
      'This rollout uses the same service for the stable and canary services, but two different services are required.',
    );
  pingPongProblems(canary, routing, invalid);
  const byService = NEED_SERVICES.some((name) => {
    if (!routing?.[name]) return false;
    if (name === 'alb') return !canary.pingPong;
    if (name === 'istio') return at(routing.istio, 'destinationRule') === undefined && !canary.pingPong;
    return true;
  });
  for (const name of byService ? ['stableService', 'canaryService'] : []) {
    if (!canary[name]) invalid(`${path}.${name}`, 'Canary service and Stable service must to be set to use Traffic Routing');
  }
  if (!routing && number(canary.scaleDownDelaySeconds) !== undefined)
    invalid(`${path}.scaleDownDelaySeconds`, 'Canary scaleDownDelaySeconds can only be used with traffic routing');
  if (!routing && canary.dynamicStableScale === true)
    invalid(`${path}.dynamicStableScale`, 'Canary dynamicStableScale can only be used with traffic routing');
  if (routing && canary.dynamicStableScale === true && number(canary.scaleDownDelaySeconds) !== undefined)
    invalid(`${path}.dynamicStableScale`, 'Canary dynamicStableScale cannot be used with scaleDownDelaySeconds');
  if (number(routing?.maxTrafficWeight) !== undefined && !routing?.nginx && !routing?.plugins)
    invalid(`${path}.trafficRouting.maxTrafficWeight`, 'Canary maxTrafficWeight in traffic routing only supported in Nginx and Plugins');
  for (const [i, step] of list(canary.steps).entries()) stepProblems(step, `${path}.steps[${i}]`, routing, invalid);
}

function pingPongProblems(
  canary: Readonly<Record<string, unknown>>,
  routing: Readonly<Record<string, unknown>> | undefined,
  invalid: Report,
): void {
  const pair = fields(canary.pingPong);
  if (!pair) return;
  if (routing && !routing.alb && !routing.istio)
    invalid('spec.strategy.trafficRouting.alb', 'Ping-pong feature works with the ALB and Istio traffic routers only');
  for (const name of ['pingService', 'pongService']) {
    if (!pair[name]) invalid(`spec.strategy.pingPong.${name}`, 'Ping service and Pong service must to be set to use Ping-Pong feature');
  }
  if (pair.pingService === pair.pongService)
    invalid(
      'spec.strategy.pingPong.pingService',
      'This rollout uses the same service for the ping and pong services, but two different services are required.',
    );
}

function stepProblems(step: unknown, path: string, routing: Readonly<Record<string, unknown>> | undefined, invalid: Report): void {
  const has = (name: string) => at(step, name) !== undefined;
  if (STEP_KINDS.filter(has).length > 1 || !ALL_STEP_KINDS.some(has))
    invalid(path, 'Step must have one of the following set: experiment, setWeight, setCanaryScale, plugin or pause');
  const weight = number(at(step, 'setWeight'));
  const most = number(routing?.maxTrafficWeight) ?? 100;
  if (weight !== undefined && (weight < 0 || weight > most)) invalid(`${path}.setWeight`, `SetWeight needs to be between 0 and ${most}`);
  if ((pauseSeconds(at(step, 'pause', 'duration')) ?? 0) < 0) invalid(`${path}.pause.duration`, 'Duration needs to be greater than 0');
  if (has('setCanaryScale') && !routing) invalid('spec.strategy.trafficRouting', 'SetCanaryScale requires TrafficRouting to be set');
  if (has('setHeaderRoute') && !['istio', 'alb', 'apisix', 'plugins'].some((name) => routing?.[name]))
    invalid(`${path}.setHeaderRoute`, 'SetHeaderRoute requires TrafficRouting, supports Istio and ALB and Apisix');
  else
    for (const [j, match] of list(at(step, 'setHeaderRoute', 'match')).entries())
      stringMatch(at(match, 'headerValue'), `${path}.setHeaderRoute.match[${j}]`, invalid);
  if (has('setMirrorRoute') && !routing?.istio)
    invalid(`${path}.setMirrorRoute`, 'SetMirrorRoute requires TrafficRouting, supports Istio only');
  for (const [j, match] of list(at(step, 'setMirrorRoute', 'match')).entries()) {
    for (const name of ['method', 'path']) {
      if (at(match, name) !== undefined) stringMatch(at(match, name), `${path}.setMirrorRoute.match[${j}]`, invalid);
    }
  }
  for (const name of ['setHeaderRoute', 'setMirrorRoute']) managedRoute(step, name, path, routing, invalid);
  for (const [j, template] of list(at(step, 'experiment', 'templates')).entries()) {
    const weightPath = `${path}.experiment.templates[${j}].weight`;
    if (number(at(template, 'weight')) === undefined) continue;
    if (!routing) invalid(weightPath, 'Experiment template weight cannot be set unless TrafficRouting is enabled');
    else if (!['alb', 'smi', 'istio', 'plugins'].some((name) => routing[name]))
      invalid(weightPath, 'Experiment template weight is only available for TrafficRouting with SMI, ALB, Istio and Plugins at this time');
  }
}

function stringMatch(match: unknown, path: string, invalid: Report): void {
  const stated = ['exact', 'regex', 'prefix'].filter((name) => text(at(match, name))).length;
  if (stated === 0) invalid(path, 'StringMatch value missed, match value must have one of the following: exact, regex, prefix');
  if (stated > 1) invalid(path, 'StringMatch match value must have exactly one of the following: exact, regex, prefix');
}

function managedRoute(
  step: unknown,
  name: string,
  path: string,
  routing: Readonly<Record<string, unknown>> | undefined,
  invalid: Report,
): void {
  if (at(step, name) === undefined || !routing) return;
  if (routing.managedRoutes === undefined || routing.managedRoutes === null)
    return invalid(
      'spec.strategy.trafficRouting.managedRoutes',
      "Rollout has missing field 'spec.strategy.canary.trafficRouting.managedRoutes'",
    );
  if (!list(routing.managedRoutes).some((route) => at(route, 'name') === at(step, name, 'name')))
    invalid(`${path}.${name}`, 'Steps define a route that does not exist in spec.strategy.canary.trafficRouting.managedRoutes');
}
